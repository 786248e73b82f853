package io.nutgraf.table;

/** {@link NearCandidates} with a paragraph of a bucket over the cap whose members have changed. */
public final class CandidatesAgain {
  public static final Table TABLE =
      NearCandidates.TABLE.staged(
          "candidates_again", "a pair to compare again, or a paragraph in a bucket over the cap");

  private CandidatesAgain() {}
}
