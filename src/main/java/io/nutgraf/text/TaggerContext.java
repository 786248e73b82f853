package io.nutgraf.text;

/** Features of the two tokens on either side, and of the clusters of words all around. */
final class TaggerContext {

  static void describe(TaggerText text, int i, TaggerFeatures features) {
    describeWords(text, i, features);
    describeClusters(text, i, features);
    describeClusterPairs(text, i, features);
  }

  private static void describeWords(TaggerText text, int i, TaggerFeatures features) {
    int before = text.word(i - 1);
    int after = text.word(i + 1);
    int kind = text.kind(i);
    features.add(before);
    features.add(after);
    features.add(text.word(i - 2));
    features.add(text.word(i + 2));
    features.add(before, kind);
    features.add(after, kind);
    features.add(text.word(i - 2), before);
    features.add(after, text.word(i + 2));
    features.add(before, after);
  }

  private static void describeClusters(TaggerText text, int i, TaggerFeatures features) {
    features.add(text.path(i, 4));
    features.add(text.path(i, 6));
    features.add(text.path(i, 8));
    features.add(text.path(i, 10));
    features.add(text.wholePath(i));
    features.add(text.wholePath(i), text.kind(i));
    features.add(text.path(i - 1, 6));
    features.add(text.path(i - 1, 10));
    features.add(text.wholePath(i - 1));
    features.add(text.path(i + 1, 6));
    features.add(text.path(i + 1, 10));
    features.add(text.wholePath(i + 1));
    features.add(text.path(i - 2, 8));
    features.add(text.path(i + 2, 8));
  }

  private static void describeClusterPairs(TaggerText text, int i, TaggerFeatures features) {
    features.add(text.path(i - 1, 8), text.path(i, 8));
    features.add(text.path(i, 8), text.path(i + 1, 8));
    features.add(text.wholePath(i - 1), text.wholePath(i));
    features.add(text.wholePath(i), text.wholePath(i + 1));
    features.add(text.word(i - 1), text.path(i, 8));
    features.add(text.word(i + 1), text.path(i, 8));
    features.add(text.group(i), text.kind(i));
    features.add(text.group(i - 1));
    features.add(text.group(i + 1));
    features.add(text.group(i - 1), text.group(i));
    features.add(text.group(i), text.group(i + 1));
  }

  private TaggerContext() {}
}
