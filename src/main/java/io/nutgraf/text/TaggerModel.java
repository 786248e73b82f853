package io.nutgraf.text;

/**
 * The weights of features, one byte each, and the lexicon. Nothing changes after it is made, so all
 * threads share one.
 */
public final class TaggerModel {
  private final TaggerLexicon lexicon;
  private final TaggerTable features;
  private final byte[] weights;
  private final int[] transitions;

  public TaggerModel(TaggerParameters parameters) {
    lexicon = new TaggerLexicon(parameters);
    features = new TaggerTable(parameters.features());
    weights = new byte[features.capacity() * TaggerTags.SIZE];
    transitions = parameters.transitions();
    int from = 0;
    for (int feature : parameters.features()) {
      int to = features.find(feature) * TaggerTags.SIZE;
      System.arraycopy(parameters.weights(), from, weights, to, TaggerTags.SIZE);
      from += TaggerTags.SIZE;
    }
  }

  TaggerLexicon lexicon() {
    return lexicon;
  }

  /** Weights of one tag after another: {@code [first * SIZE + second]}. */
  int[] transitions() {
    return transitions;
  }

  /** Adds the weights of a feature to the scores of the tags of a token. */
  void addWeights(int feature, int[] scores, int token) {
    int place = features.find(feature);
    if (place >= 0) {
      int from = place * TaggerTags.SIZE;
      int to = token * TaggerTags.SIZE;
      for (int tag = 0; tag < TaggerTags.SIZE; tag++) {
        scores[to + tag] += weights[from + tag];
      }
    }
  }
}
