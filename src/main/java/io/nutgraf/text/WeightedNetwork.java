package io.nutgraf.text;

import java.util.Arrays;

/**
 * An undirected network with weights: how central its nodes are.
 *
 * <p>Nodes are 0 to n-1. Edge i joins {@code from[i]} and {@code to[i]}; no edge stands twice. All
 * sums run in the order of the edges, so that the same network gives the same bits.
 */
public final class WeightedNetwork {
  private static final int MOST_ROUNDS = 200;
  private static final double CLOSE_ENOUGH = 1e-12;

  private final int nodes;
  private final int[] from;
  private final int[] to;
  private final long[] weights;

  public WeightedNetwork(int nodes, int[] from, int[] to, long[] weights) {
    this.nodes = nodes;
    this.from = from.clone();
    this.to = to.clone();
    this.weights = weights.clone();
  }

  /**
   * The sum of the weights of each node's edges. A. Barrat, M. Barthelemy, R. Pastor-Satorras and
   * A. Vespignani, "The architecture of complex weighted networks", PNAS 101(11), 2004.
   */
  public long[] strengths() {
    long[] strengths = new long[nodes];
    for (int i = 0; i < from.length; i++) {
      strengths[from[i]] += weights[i];
      strengths[to[i]] += weights[i];
    }
    return strengths;
  }

  /** How many edges each node has. */
  public long[] degrees() {
    long[] degrees = new long[nodes];
    for (int i = 0; i < from.length; i++) {
      degrees[from[i]]++;
      degrees[to[i]]++;
    }
    return degrees;
  }

  /**
   * The share of time a walk spends at each node when at each step it follows an edge by its weight
   * with probability {@code damping}, else jumps to any node. S. Brin and L. Page, "The anatomy of
   * a large-scale hypertextual web search engine", WWW 1998. Every node must have an edge.
   */
  public double[] pageRanks(double damping) {
    long[] strengths = strengths();
    double[] ranks = new double[nodes];
    Arrays.fill(ranks, 1.0 / nodes);
    double change = Double.MAX_VALUE;
    for (int round = 0; round < MOST_ROUNDS && change > CLOSE_ENOUGH; round++) {
      double[] next = new double[nodes];
      Arrays.fill(next, (1 - damping) / nodes);
      for (int i = 0; i < from.length; i++) {
        next[to[i]] += damping * ranks[from[i]] * weights[i] / strengths[from[i]];
        next[from[i]] += damping * ranks[to[i]] * weights[i] / strengths[to[i]];
      }
      change = 0;
      for (int node = 0; node < nodes; node++) {
        change += Math.abs(next[node] - ranks[node]);
      }
      ranks = next;
    }
    return ranks;
  }
}
