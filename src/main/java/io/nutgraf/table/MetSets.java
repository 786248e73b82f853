package io.nutgraf.table;

/** {@link ShingleSets} of the paragraphs that share a key with a new one. */
public final class MetSets {
  public static final Table TABLE =
      new Table(
          "met_sets",
          Table.Kind.STAGED,
          "a distinct paragraph that may be a near copy of a new one",
          ShingleSets.TABLE.schema(),
          ShingleSets.TABLE.key());

  private MetSets() {}
}
