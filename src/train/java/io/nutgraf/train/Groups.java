package io.nutgraf.train;

import io.nutgraf.text.TaggerHash;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Groups words of like use: spherical k-means (I. Dhillon and D. Modha, Machine Learning 42, 2001)
 * over NLP4J's word embeddings, from a seeded sample.
 */
final class Groups {
  private static final int GROUPS = 500;
  private static final int SAMPLE = 60_000;
  private static final int ROUNDS = 12;

  private Groups() {}

  static Map<Integer, Integer> of(Map<String, float[]> vectors, Set<String> known) {
    List<String> words = new ArrayList<>();
    for (String word : vectors.keySet()) {
      if (!word.isEmpty()
          && word.chars().allMatch(Character::isLetter)
          && known.contains(word.toLowerCase(Locale.ROOT))) {
        words.add(word);
      }
    }
    Collections.sort(words);
    float[][] points = new float[words.size()][];
    for (int i = 0; i < points.length; i++) {
      points[i] = unit(vectors.get(words.get(i)));
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < points.length; i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(20261123));
    int dimensions = points[0].length;
    float[][] centres = new float[GROUPS][];
    for (int g = 0; g < GROUPS; g++) {
      centres[g] = points[order.get(g)].clone();
    }
    for (int round = 0; round < ROUNDS; round++) {
      float[][] sums = new float[GROUPS][dimensions];
      for (int k = 0; k < Math.min(SAMPLE, points.length); k++) {
        float[] point = points[order.get(k)];
        float[] sum = sums[nearest(point, centres)];
        for (int d = 0; d < dimensions; d++) {
          sum[d] += point[d];
        }
      }
      for (int g = 0; g < GROUPS; g++) {
        centres[g] = unit(sums[g]);
      }
    }
    TreeMap<Integer, Integer> groups = new TreeMap<>();
    for (int i = 0; i < points.length; i++) {
      groups.putIfAbsent(TaggerHash.ofSpelling(words.get(i)), nearest(points[i], centres) + 1);
    }
    return groups;
  }

  private static int nearest(float[] point, float[][] centres) {
    int best = 0;
    float most = Float.NEGATIVE_INFINITY;
    for (int g = 0; g < centres.length; g++) {
      float[] centre = centres[g];
      float dot = 0;
      for (int d = 0; d < point.length; d++) {
        dot += point[d] * centre[d];
      }
      if (dot > most) {
        most = dot;
        best = g;
      }
    }
    return best;
  }

  private static float[] unit(float[] vector) {
    double square = 0;
    for (float v : vector) {
      square += v * v;
    }
    float[] unit = new float[vector.length];
    float norm = (float) Math.sqrt(square);
    for (int d = 0; d < unit.length; d++) {
      unit[d] = norm == 0 ? 0 : vector[d] / norm;
    }
    return unit;
  }
}
