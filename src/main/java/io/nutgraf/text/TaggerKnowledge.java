package io.nutgraf.text;

/** Features of where a token stands in known names. */
final class TaggerKnowledge {
  /** Of the places in a name only those in a person's. */
  private static final int PERSON = 15;

  static void describe(TaggerText text, int i, TaggerFeatures features) {
    int places = text.places(i);
    int kind = text.kind(i);
    for (int place = 0; place < TaggerLexicon.PLACES; place++) {
      features.add((places >>> (2 * place)) & 3, kind);
    }
    features.add(places, kind);
    features.add(text.places(i - 1), text.kind(i - 1));
    features.add(text.places(i + 1), text.kind(i + 1));
    features.add(text.places(i - 1) & PERSON, places & PERSON);
    features.add(places & PERSON, text.places(i + 1) & PERSON);
    features.add(places, text.path(i, 8));
    features.add(text.mark(i), kind);
    features.add(text.mark(i), text.mark(i - 1));
    features.add(text.mark(i), text.path(i, 8));
  }

  private TaggerKnowledge() {}
}
