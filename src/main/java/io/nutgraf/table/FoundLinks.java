package io.nutgraf.table;

/** {@link NearDuplicates} that a night has found. */
public final class FoundLinks {
  public static final Table TABLE =
      NearDuplicates.TABLE.staged("found_links", "a verified link that was not there before");

  private FoundLinks() {}
}
