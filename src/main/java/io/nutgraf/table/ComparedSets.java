package io.nutgraf.table;

/** {@link ShingleSets} of the paragraphs that a night compares with others. */
public final class ComparedSets {
  public static final Table TABLE =
      ShingleSets.TABLE.staged("compared_sets", "a distinct paragraph that a night compares");

  private ComparedSets() {}
}
