package io.nutgraf.text;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Finds the names of persons, organisations and locations in English news, known from a dictionary
 * or not.
 *
 * <p>A linear-chain conditional random field (J. Lafferty, A. McCallum and F. Pereira, ICML 2001)
 * over hashed features; docs/tagger.md says what it was trained on and how well it does. Safe for
 * use by all threads at once: make one for the JVM and share it. A text is tagged for itself; the
 * same text always gives the same spans.
 */
public final class Tagger {
  private static final String RESOURCE = "tagger.model";

  private final TaggerModel model;

  public Tagger(TaggerModel model) {
    this.model = model;
  }

  /** The tagger that comes with the project: well under a second, some 60 MB of heap. */
  public static Tagger load() {
    try (InputStream stream = Tagger.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new FileNotFoundException(
            "No " + RESOURCE + " beside " + Tagger.class.getName() + " on the class path");
      }
      return new Tagger(new TaggerModel(TaggerModelFile.read(stream)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The version of the tagger that comes with the project: a hash of its model. */
  public static String version() {
    try (InputStream stream = Tagger.class.getResourceAsStream(RESOURCE)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] model = stream.readAllBytes();
      return HexFormat.of().formatHex(digest.digest(model)).substring(0, 16);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256", e);
    }
  }

  /**
   * The names in a paragraph, in the order of the text and without overlap; a leading article and a
   * possessive ending are no part of a name. What follows "Secretary of" is an office, not an
   * organisation.
   *
   * @param paragraph one paragraph, as printed; a line break ends a sentence
   */
  public List<TaggedSpan> tag(String paragraph) {
    TaggerFeatures features = new TaggerFeatures(paragraph, model.lexicon());
    List<TaggedSpan> spans = new ArrayList<>();
    int from = 0;
    while (from < features.tokens()) {
      int to = features.endOfChain(from);
      if (to > from) {
        addSpans(
            features,
            from,
            TaggerPath.best(scores(features, from, to), model.transitions()),
            spans);
      }
      from = Math.max(to, from + 1);
    }
    return spans;
  }

  private int[] scores(TaggerFeatures features, int from, int to) {
    int[] scores = new int[(to - from) * TaggerTags.SIZE];
    for (int token = from; token < to; token++) {
      features.describe(token);
      for (int feature = 0; feature < features.size(); feature++) {
        model.addWeights(features.hash(feature), scores, token - from);
      }
    }
    return scores;
  }

  private static void addSpans(
      TaggerFeatures features, int from, int[] tags, List<TaggedSpan> spans) {
    int first = from;
    for (int i = 0; i < tags.length; i++) {
      if (tags[i] == TaggerTags.OUTSIDE) {
        continue;
      }
      int place = TaggerTags.place(tags[i]);
      if (place == TaggerTags.BEGIN || place == TaggerTags.UNIT) {
        first = from + i;
      }
      TaggedSpan.Type type = TaggerTags.type(TaggerTags.kind(tags[i]));
      boolean isOffice = type == TaggedSpan.Type.ORGANISATION && features.followsOffice(first);
      boolean ends = place == TaggerTags.LAST || place == TaggerTags.UNIT;
      if (ends && type != null && !isOffice) {
        spans.add(new TaggedSpan(features.start(first), features.end(from + i), type));
      }
    }
  }
}
