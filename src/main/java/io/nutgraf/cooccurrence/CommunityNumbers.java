package io.nutgraf.cooccurrence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers that say something: 1 is the largest community; of equals, the one of the first node. */
final class CommunityNumbers {
  private CommunityNumbers() {}

  static int[] bySize(int[] clusters) {
    Map<Integer, Integer> sizes = new HashMap<>();
    Map<Integer, Integer> firstNodes = new HashMap<>();
    for (int node = 0; node < clusters.length; node++) {
      sizes.merge(clusters[node], 1, Integer::sum);
      firstNodes.putIfAbsent(clusters[node], node);
    }
    List<Integer> order = new ArrayList<>(sizes.keySet());
    order.sort(
        Comparator.comparingInt((Integer cluster) -> -sizes.get(cluster))
            .thenComparing(firstNodes::get));
    int[] numbers = new int[clusters.length];
    for (int node = 0; node < clusters.length; node++) {
      numbers[node] = 1 + order.indexOf(clusters[node]);
    }
    return numbers;
  }
}
