package io.nutgraf.table;

/** {@link ShingleSets} of paragraphs that were there, in buckets over the cap that changed. */
public final class ComparedAgain {
  public static final Table TABLE =
      new Table(
          "compared_again",
          Table.Kind.STAGED,
          "a distinct paragraph that is compared with all others once more",
          ShingleSets.TABLE.schema(),
          ShingleSets.TABLE.key());

  private ComparedAgain() {}
}
