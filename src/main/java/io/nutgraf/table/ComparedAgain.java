package io.nutgraf.table;

/** {@link ShingleSets} of paragraphs that were there, in buckets over the cap that changed. */
public final class ComparedAgain {
  public static final Table TABLE =
      ShingleSets.TABLE.staged(
          "compared_again", "a distinct paragraph that is compared with all others once more");

  private ComparedAgain() {}
}
