package io.nutgraf.table;

/** {@link ShingleSets} of the paragraphs that share a key with a new one. */
public final class MetSets {
  public static final Table TABLE =
      ShingleSets.TABLE.staged(
          "met_sets", "a distinct paragraph that may be a near copy of a new one");

  private MetSets() {}
}
