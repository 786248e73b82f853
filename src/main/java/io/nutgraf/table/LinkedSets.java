package io.nutgraf.table;

/**
 * {@link ShingleSets} of the paragraphs that have a link, beside the others that are many more; and
 * of some that have one no more.
 */
public final class LinkedSets {
  public static final Table TABLE =
      new Table(
          "linked_sets",
          Table.Kind.KEPT,
          "a distinct paragraph that is linked with another, or was",
          ShingleSets.TABLE.schema(),
          ShingleSets.TABLE.key());

  private LinkedSets() {}
}
