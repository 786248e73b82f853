package io.nutgraf.table;

/** {@link NearCandidates} with a paragraph that the last snapshots did not have. */
public final class NewCandidates {
  public static final Table TABLE =
      new Table(
          "new_candidates",
          Table.Kind.STAGED,
          "a pair to compare that has a new paragraph, or a paragraph in a bucket over the cap",
          NearCandidates.TABLE.schema(),
          NearCandidates.TABLE.key());

  private NewCandidates() {}
}
