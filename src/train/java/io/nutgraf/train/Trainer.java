package io.nutgraf.train;

import io.nutgraf.text.TaggerParameters;
import io.nutgraf.text.TaggerTags;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Runs the epochs and packs the weights: their average over the training (Y. Freund and R.
 * Schapire, Machine Learning 37, 1999), one byte each, of the features that matter most.
 */
final class Trainer {
  private static final int TAGS = TaggerTags.SIZE;
  private static final long SEED = 20261123;
  private static final int READINGS_PER_EPOCH = 4;
  private static final int LARGEST = 127;

  /** The weight that takes the largest byte; none has been larger. */
  private static final float FULL_WEIGHT = 4;

  /** How much the frequency of a feature counts beside its weight when features are chosen. */
  private static final double FREQUENCY_POWER = 0.3;

  private final List<Chain> chains;
  private final FeatureIndex index;
  private final ConditionalField field;
  private final float wordsLeftOut;
  private final float[] sums;
  private final float[] transitionSums = new float[TAGS * TAGS];
  private int readings;

  /**
   * @param wordsLeftOut share of tokens that do not show their word, so that its surroundings are
   *     learned too
   */
  Trainer(List<Chain> chains, int minCount, float rate, float decay, float wordsLeftOut) {
    this.chains = new ArrayList<>(chains);
    this.wordsLeftOut = wordsLeftOut;
    index = new FeatureIndex(chains, minCount);
    field = new ConditionalField(index.size(), rate, decay);
    sums = new float[field.weights.length];
  }

  void runEpoch(int number) {
    Random random = new Random(SEED * 31 + number);
    Collections.shuffle(chains, random);
    int done = 0;
    for (Chain chain : chains) {
      int[] used = new int[chain.tags().length];
      for (int i = 0; i < used.length; i++) {
        boolean leavesOut = random.nextFloat() < wordsLeftOut;
        used[i] = leavesOut ? chain.wordsFrom()[i] : chain.features()[i].length;
      }
      field.learn(chain, used);
      if (++done % (chains.size() / READINGS_PER_EPOCH) == 0) {
        readWeights();
      }
    }
  }

  private void readWeights() {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += field.weights[i];
    }
    for (int i = 0; i < transitionSums.length; i++) {
      transitionSums[i] += field.transitions[i];
    }
    readings++;
  }

  /** The lexicon with the weights of so many features. */
  TaggerParameters pack(TaggerParameters lexicon, int features) {
    List<Integer> kept = mostUseful(features);
    int[] hashes = new int[kept.size()];
    byte[] weights = new byte[kept.size() * TAGS];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = index.hash(kept.get(i));
      for (int tag = 0; tag < TAGS; tag++) {
        int weight = quantised(sums[kept.get(i) * TAGS + tag]);
        weights[i * TAGS + tag] = (byte) Math.max(-LARGEST, Math.min(LARGEST, weight));
      }
    }
    int[] transitions = new int[TAGS * TAGS];
    Arrays.setAll(transitions, i -> quantised(transitionSums[i]));
    return lexicon.withWeights(transitions, hashes, weights);
  }

  private int quantised(float sum) {
    return Math.round(sum / readings * LARGEST / FULL_WEIGHT);
  }

  private List<Integer> mostUseful(int features) {
    double[] use = new double[index.size()];
    for (int i = 0; i < use.length; i++) {
      float most = 0;
      for (int tag = 0; tag < TAGS; tag++) {
        most = Math.max(most, Math.abs(sums[i * TAGS + tag]));
      }
      use[i] = most * Math.pow(index.count(i), FREQUENCY_POWER);
    }
    double[] sorted = use.clone();
    Arrays.sort(sorted);
    double least = sorted[Math.max(0, sorted.length - features)];
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < use.length; i++) {
      if (use[i] >= least && kept.size() < features) {
        kept.add(i);
      }
    }
    kept.sort(Comparator.comparingInt(index::hash));
    return kept;
  }
}
