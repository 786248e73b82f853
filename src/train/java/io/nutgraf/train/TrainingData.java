package io.nutgraf.train;

import io.nutgraf.text.TaggerLexicon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is trained on: silver labels of Wikinews and of press releases, gold labels of the training
 * documents, and variants in other letter cases. Silver labels are kept in the work folder.
 */
final class TrainingData {
  private static final long ALL = Long.MAX_VALUE;
  private static final long PRESS_CHARACTERS = 40_000_000;
  private static final float NEWS_WEIGHT = 1;
  private static final float PRESS_WEIGHT = 0.2f;
  private static final float GOLD_WEIGHT = 1;

  /** One press paragraph in so many gets a variant. */
  private static final int PRESS_VARIANTS = 8;

  private final List<LabelledText> news;
  private final List<LabelledText> press;
  private final List<LabelledText> gold = new ArrayList<>();

  TrainingData(Path data, Path work) throws IOException {
    Path newsFile = work.resolve("news.tsv.gz");
    Path pressFile = work.resolve("press.tsv.gz");
    Path goldFile = work.resolve("gold.tsv.gz");
    if (!Files.exists(newsFile) || !Files.exists(pressFile) || !Files.exists(goldFile)) {
      Nlp4j teacher = new Nlp4j();
      label(data.resolve("wikinews_2019_2020.jsonl.gz"), ALL, teacher, newsFile);
      label(data.resolve("senate_press_2004_2008.jsonl.gz"), PRESS_CHARACTERS, teacher, pressFile);
      List<LabelledText> labelled = new ArrayList<>();
      for (LabelledText text : goldTexts(data).keySet()) {
        labelled.add(text.withNames(teacher.names(text.text())));
      }
      Corpus.write(labelled, goldFile);
    }
    news = Corpus.labelled(newsFile);
    press = Corpus.labelled(pressFile);
    Map<String, List<Name>> teacherNames = new HashMap<>();
    Corpus.labelled(goldFile).forEach(text -> teacherNames.put(text.text(), text.names()));
    goldTexts(data)
        .forEach((text, set) -> gold.add(Merge.merge(text, teacherNames.get(text.text()), set)));
  }

  /** All silver texts, to see how words are written. */
  List<LabelledText> unlabelled() {
    List<LabelledText> texts = new ArrayList<>(press);
    texts.addAll(news);
    return texts;
  }

  Chains chains(TaggerLexicon lexicon) {
    Chains chains = new Chains(lexicon);
    for (LabelledText text : news) {
      chains.add(text, NEWS_WEIGHT);
      addVariant(text, NEWS_WEIGHT, chains);
    }
    for (LabelledText text : press) {
      chains.add(text, PRESS_WEIGHT);
      if (Math.floorMod(Split.hash(text.text()), PRESS_VARIANTS) == 0) {
        addVariant(text, PRESS_WEIGHT, chains);
      }
    }
    gold.forEach(text -> chains.add(text, GOLD_WEIGHT));
    return chains;
  }

  /** Two texts in ten as a headline, two in capitals, one in small letters; these count less. */
  private static void addVariant(LabelledText text, float weight, Chains chains) {
    switch (Math.floorMod(Split.hash(text.text()) >>> 8, 10)) {
      case 0, 1 -> chains.add(Variants.titleCased(text), weight * 0.5f);
      case 2, 3 -> chains.add(Variants.upperCased(text), weight * 0.5f);
      case 4 -> chains.add(Variants.lowerCased(text), weight * 0.3f);
      default -> {}
    }
  }

  private static void label(Path articles, long characters, Nlp4j teacher, Path labelled)
      throws IOException {
    Corpus.write(new SilverLabels(teacher).label(Corpus.records(articles), characters), labelled);
  }

  private static Map<LabelledText, GoldSet> goldTexts(Path data) throws IOException {
    Map<LabelledText, GoldSet> texts = new LinkedHashMap<>();
    for (GoldSet set : GoldSet.values()) {
      for (LabelledText text : Gold.read(data.resolve("labelled"), set)) {
        if (!set.isForScoring(text) && Gold.mayTrain(text)) {
          texts.put(text, set);
        }
      }
    }
    return texts;
  }
}
