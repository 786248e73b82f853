package io.nutgraf.text;

import java.util.Arrays;

/**
 * Settles linked paragraphs with a first copy that they are like. In each round the links make
 * components; the first member of a component takes those like it, and the others keep the links
 * among themselves for the next round. A round settles at least the first member of every
 * component, and who has no link left stays unsettled.
 *
 * <p>Memory: the shingles it is given, 24 bytes a paragraph, and the links.
 */
public final class ClusterRounds {
  private final byte[][] shingles;
  private final double minSimilarity;
  private final double minContainment;
  private final int[] components;
  private final int[] firstCopies;
  private final double[] similarities;
  private final int[] parents;

  /**
   * @param shingles of each paragraph as {@link ShingleBytes}, first copies first
   * @param minSimilarity lowest Jaccard similarity to the first copy
   * @param minContainment or share of the shorter's shingles in the longer
   */
  public ClusterRounds(byte[][] shingles, double minSimilarity, double minContainment) {
    this.shingles = shingles;
    this.minSimilarity = minSimilarity;
    this.minContainment = minContainment;
    this.components = new int[shingles.length];
    this.firstCopies = new int[shingles.length];
    this.similarities = new double[shingles.length];
    this.parents = new int[shingles.length];
    Arrays.fill(components, -1);
    Arrays.fill(firstCopies, -1);
  }

  /** Settles all that it can by these links, each two places in the order of the paragraphs. */
  public void settle(int[][] links) {
    int[][] open = links;
    while (open.length > 0) {
      connect(open);
      for (int[] link : open) {
        label(link[0]);
        label(link[1]);
        judge(link[0]);
        judge(link[1]);
      }
      open = Arrays.stream(open).filter(this::isLeftOver).toArray(int[][]::new);
    }
  }

  /** The first of all that links connect a paragraph with; -1 when it is in no link. */
  public int component(int paragraph) {
    return components[paragraph];
  }

  /** The first copy that a paragraph is settled with, perhaps itself; -1 when it is not settled. */
  public int firstCopy(int paragraph) {
    return firstCopies[paragraph];
  }

  /** Jaccard similarity of a settled paragraph to its first copy. */
  public double similarity(int paragraph) {
    return similarities[paragraph];
  }

  /** Union-find, the earlier of two roots staying root: the root is the first copy. */
  private void connect(int[][] links) {
    for (int[] link : links) {
      parents[link[0]] = link[0];
      parents[link[1]] = link[1];
    }
    for (int[] link : links) {
      int a = root(link[0]);
      int b = root(link[1]);
      parents[Math.max(a, b)] = Math.min(a, b);
    }
  }

  private int root(int paragraph) {
    int i = paragraph;
    while (parents[i] != i) {
      parents[i] = parents[parents[i]];
      i = parents[i];
    }
    return i;
  }

  /** In the first round, when all links are there. */
  private void label(int paragraph) {
    if (components[paragraph] < 0) {
      components[paragraph] = root(paragraph);
    }
  }

  private void judge(int paragraph) {
    if (firstCopies[paragraph] >= 0) {
      return;
    }
    int first = root(paragraph);
    int size = shingles[paragraph].length / Long.BYTES;
    int sizeOfFirst = shingles[first].length / Long.BYTES;
    int common = ShingleBytes.overlap(shingles[paragraph], shingles[first]);
    double similarity = common / (double) (size + sizeOfFirst - common);
    double containment = common / (double) Math.min(size, sizeOfFirst);
    if (similarity >= minSimilarity || containment >= minContainment) {
      firstCopies[paragraph] = first;
      similarities[paragraph] = similarity;
    }
  }

  /** Links between components do not exist, so both ends were judged by one first copy. */
  private boolean isLeftOver(int[] link) {
    return firstCopies[link[0]] < 0 && firstCopies[link[1]] < 0;
  }
}
