package io.nutgraf.train;

import io.nutgraf.text.TaggerTags;
import java.util.stream.IntStream;

/**
 * The probabilities of tags and of pairs of tags in a chain, by the forward-backward algorithm with
 * scaling (L. Rabiner, Proceedings of the IEEE 77(2), 1989).
 */
final class Marginals {
  private static final int TAGS = TaggerTags.SIZE;

  private final int[][] before = new int[TAGS][];
  private final double[] pairFactors = new double[TAGS * TAGS];
  private double[][] factors;
  private double[][] forward;
  private double[][] backward;
  private double[] scale;
  private double total;
  private int length;

  Marginals() {
    for (int tag = 0; tag < TAGS; tag++) {
      int second = tag;
      before[tag] =
          IntStream.range(0, TAGS).filter(first -> TaggerTags.follows(first, second)).toArray();
    }
  }

  /** Takes over the weights of pairs of tags. */
  void read(float[] transitions) {
    for (int first = 0; first < TAGS; first++) {
      for (int second = 0; second < TAGS; second++) {
        int at = first * TAGS + second;
        pairFactors[at] = TaggerTags.follows(first, second) ? Math.exp(transitions[at]) : 0;
      }
    }
  }

  /** Computes the probabilities for a chain with these scores, token by token. */
  void compute(float[] scores, int tokens) {
    length = tokens;
    factors = new double[tokens][TAGS];
    forward = new double[tokens][TAGS];
    backward = new double[tokens][TAGS];
    scale = new double[tokens];
    for (int i = 0; i < tokens; i++) {
      float most = scores[i * TAGS];
      for (int tag = 1; tag < TAGS; tag++) {
        most = Math.max(most, scores[i * TAGS + tag]);
      }
      for (int tag = 0; tag < TAGS; tag++) {
        factors[i][tag] = Math.exp(scores[i * TAGS + tag] - most);
      }
      goForward(i);
    }
    total = 0;
    for (int tag = 0; tag < TAGS; tag++) {
      backward[tokens - 1][tag] = pairFactors[tag * TAGS];
      total += forward[tokens - 1][tag] * backward[tokens - 1][tag];
    }
    for (int i = tokens - 1; i > 0; i--) {
      goBackward(i);
    }
  }

  private void goForward(int i) {
    for (int tag = 0; tag < TAGS; tag++) {
      double in = i == 0 ? pairFactors[tag] : 0;
      if (i > 0) {
        for (int first : before[tag]) {
          in += forward[i - 1][first] * pairFactors[first * TAGS + tag];
        }
      }
      forward[i][tag] = in * factors[i][tag];
      scale[i] += forward[i][tag];
    }
    for (int tag = 0; tag < TAGS; tag++) {
      forward[i][tag] /= scale[i];
    }
  }

  private void goBackward(int i) {
    for (int tag = 0; tag < TAGS; tag++) {
      double out = backward[i][tag] * factors[i][tag] / scale[i];
      for (int first : before[tag]) {
        backward[i - 1][first] += out * pairFactors[first * TAGS + tag];
      }
    }
  }

  double tag(int i, int tag) {
    return forward[i][tag] * backward[i][tag] / total;
  }

  /** Of a tag before token i and one at it; before the first and after the last stands outside. */
  double pair(int i, int first, int second) {
    double factor = pairFactors[first * TAGS + second];
    if (factor == 0 || (i == 0 && first != TaggerTags.OUTSIDE)) {
      return 0;
    }
    if (i == 0) {
      return tag(0, second);
    }
    if (i == length) {
      return second == TaggerTags.OUTSIDE ? tag(i - 1, first) : 0;
    }
    return forward[i - 1][first]
        * factor
        * factors[i][second]
        * backward[i][second]
        / scale[i]
        / total;
  }
}
