package io.nutgraf.table;

/** {@link NearDuplicates} that a night has found. */
public final class FoundLinks {
  public static final Table TABLE =
      new Table(
          "found_links",
          Table.Kind.STAGED,
          "a verified link of a paragraph that is new or was compared again",
          NearDuplicates.TABLE.schema(),
          NearDuplicates.TABLE.key());

  private FoundLinks() {}
}
