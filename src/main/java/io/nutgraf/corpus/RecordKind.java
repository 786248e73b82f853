package io.nutgraf.corpus;

/** The values of the column kind of {@link io.nutgraf.table.Records}. */
public final class RecordKind {
  public static final String ARTICLE = "article";
  public static final String QUARANTINED = "quarantined";
  public static final String SUMMARY = "summary";

  private RecordKind() {}
}
