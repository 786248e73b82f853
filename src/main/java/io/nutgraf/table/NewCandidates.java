package io.nutgraf.table;

/** {@link NearCandidates} with a paragraph that the last snapshots did not have. */
public final class NewCandidates {
  public static final Table TABLE =
      NearCandidates.TABLE.staged(
          "new_candidates",
          "a pair to compare that has a new paragraph, or a paragraph in a bucket that new ones"
              + " have filled");

  private NewCandidates() {}
}
