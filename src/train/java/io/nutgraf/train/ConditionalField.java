package io.nutgraf.train;

import io.nutgraf.text.TaggerTags;

/**
 * A linear-chain conditional random field (J. Lafferty, A. McCallum and F. Pereira, ICML 2001)
 * trained by stochastic gradient descent with a rate for each weight (AdaGrad; J. Duchi, E. Hazan
 * and Y. Singer, JMLR 12, 2011). The weights of tag pairs are read anew every few chains only.
 */
final class ConditionalField {
  private static final int TAGS = TaggerTags.SIZE;
  private static final int CHAINS_PER_READING = 50;

  /** A smaller difference to the truth teaches nothing. */
  private static final float NEGLIGIBLE = 1e-3f;

  private static final float FIRST_SQUARE = 0.1f;
  private static final float FIRST_TRANSITION_SQUARE = 1;

  final float[] weights;
  final float[] transitions = new float[TAGS * TAGS];
  private final float[] squares;
  private final float[] transitionSquares = new float[TAGS * TAGS];
  private final Marginals marginals = new Marginals();
  private final float rate;
  private final float decay;
  private int chainsSinceReading = CHAINS_PER_READING;

  /**
   * @param features number of features
   * @param rate the longest step
   * @param decay how strongly a weight is pulled to zero whenever it is changed
   */
  ConditionalField(int features, float rate, float decay) {
    weights = new float[features * TAGS];
    squares = new float[features * TAGS];
    this.rate = rate;
    this.decay = decay;
  }

  /**
   * One step on one chain.
   *
   * @param used how many features of each token count
   */
  void learn(Chain chain, int[] used) {
    if (++chainsSinceReading > CHAINS_PER_READING) {
      marginals.read(transitions);
      chainsSinceReading = 0;
    }
    int length = chain.tags().length;
    marginals.compute(scores(chain, used), length);
    for (int i = 0; i < length; i++) {
      for (int tag = 0; tag < TAGS; tag++) {
        float truth = chain.tags()[i] == tag ? 1 : 0;
        float slope = chain.weight() * ((float) marginals.tag(i, tag) - truth);
        if (Math.abs(slope) > NEGLIGIBLE) {
          step(chain.features()[i], used[i], tag, slope);
        }
      }
    }
    for (int i = 0; i <= length; i++) {
      int before = i == 0 ? TaggerTags.OUTSIDE : chain.tags()[i - 1];
      int after = i == length ? TaggerTags.OUTSIDE : chain.tags()[i];
      for (int first = 0; first < TAGS; first++) {
        for (int second = 0; second < TAGS; second++) {
          float truth = first == before && second == after ? 1 : 0;
          float slope = (float) marginals.pair(i, first, second) - truth;
          if (slope != 0) {
            stepTransition(first * TAGS + second, chain.weight() * slope);
          }
        }
      }
    }
  }

  private float[] scores(Chain chain, int[] used) {
    float[] scores = new float[used.length * TAGS];
    for (int i = 0; i < used.length; i++) {
      for (int f = 0; f < used[i]; f++) {
        int row = chain.features()[i][f] * TAGS;
        for (int tag = 0; tag < TAGS; tag++) {
          scores[i * TAGS + tag] += weights[row + tag];
        }
      }
    }
    return scores;
  }

  private void step(int[] features, int used, int tag, float slope) {
    for (int f = 0; f < used; f++) {
      int at = features[f] * TAGS + tag;
      float full = slope + decay * weights[at];
      squares[at] += full * full;
      weights[at] -= rate * full / (float) Math.sqrt(FIRST_SQUARE + squares[at]);
    }
  }

  private void stepTransition(int at, float slope) {
    transitionSquares[at] += slope * slope;
    transitions[at] -=
        rate * slope / (float) Math.sqrt(FIRST_TRANSITION_SQUARE + transitionSquares[at]);
  }
}
