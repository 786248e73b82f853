package io.nutgraf.train;

import io.nutgraf.text.TaggerLexicon;
import io.nutgraf.text.TaggerModelFile;
import io.nutgraf.text.TaggerParameters;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Trains the tagger: {@code data-folder work-folder model-file}. The same data give the same bytes.
 */
public final class TrainTagger {
  private static final int EPOCHS = 4;
  private static final int MIN_COUNT = 3;
  private static final float RATE = 0.03f;
  private static final float DECAY = 0.01f;
  private static final float WORDS_LEFT_OUT = 0.2f;
  private static final int FEATURES = 400_000;

  public static void main(String[] arguments) throws IOException {
    TrainingData data = new TrainingData(Path.of(arguments[0]), Path.of(arguments[1]));
    TaggerParameters lexicon = LexiconBuilder.build(data.unlabelled());
    Chains chains = data.chains(new TaggerLexicon(lexicon));
    Trainer trainer = new Trainer(chains.all(), MIN_COUNT, RATE, DECAY, WORDS_LEFT_OUT);
    for (int epoch = 1; epoch <= EPOCHS; epoch++) {
      System.out.println("epoch " + epoch + " of " + EPOCHS);
      trainer.runEpoch(epoch);
    }
    Path model = Path.of(arguments[2]);
    Files.createDirectories(model.getParent());
    try (OutputStream out = Files.newOutputStream(model)) {
      TaggerModelFile.write(trainer.pack(lexicon, FEATURES), out);
    }
    System.out.printf("%d chains, model of %d bytes%n", chains.all().size(), Files.size(model));
  }

  private TrainTagger() {}
}
