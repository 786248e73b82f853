package io.nutgraf.text;

/**
 * Features of the run of capitalised words a token stands in, and of another run of the same
 * paragraph that holds the same word (context aggregation; L. Ratinov and D. Roth, CoNLL 2009):
 * there "John Kerry" tells what a bare "Kerry" is here.
 */
final class TaggerRuns {

  static void describe(TaggerText text, int i, TaggerFeatures features) {
    int first = text.layout.runStart[i];
    int last = text.layout.runEnd[i];
    if (first < 0) {
      return;
    }
    int before = Math.min(i - first, 3);
    int after = Math.min(last - i, 3);
    int place = before * 4 + after;
    int isInside = place > 0 ? 1 : 0;
    features.add(Math.min(last - first, 6), place);
    features.add(text.word(first - 1), place);
    features.add(text.word(last + 1), place);
    features.add(text.word(last), isInside);
    features.add(text.word(first), isInside);
    features.add(text.wholePath(last), after);
    features.add(text.wholePath(first), before);
    features.add(text.wholePath(first - 1), text.wholePath(last + 1));
    features.add(text.places(first), text.places(last));
    int other = text.repeats.elsewhere(i);
    if (other >= 0) {
      describeRepeat(text, other, isInside, features);
    }
  }

  private static void describeRepeat(
      TaggerText text, int other, int isInside, TaggerFeatures features) {
    int first = text.layout.runStart[other];
    int last = text.layout.runEnd[other];
    int place = isInside * 16 + Math.min(other - first, 2) * 4 + Math.min(last - other, 2);
    features.add(place);
    features.add(text.word(first - 1), place);
    features.add(text.word(last + 1), place);
    features.add(text.word(last), place);
    features.add(text.places(first), place);
  }

  private TaggerRuns() {}
}
