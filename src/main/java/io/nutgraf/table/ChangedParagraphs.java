package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** A distinct paragraph that came, went or moved since the last snapshots. */
public final class ChangedParagraphs {
  public static final String PARAGRAPH_ID = "paragraph_id";

  public static final Table TABLE =
      new Table(
          "changed_paragraphs",
          Table.Kind.STAGED,
          "a distinct paragraph of an article that is new or was corrected",
          new StructType()
              .add(PARAGRAPH_ID, StringType, true, "128-bit hash of its words, 32 hex digits"),
          List.of(PARAGRAPH_ID));

  private ChangedParagraphs() {}
}
