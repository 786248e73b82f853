package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** A distinct paragraph that no article says any more, but whose shingles are still kept. */
public final class GoneParagraphs {
  public static final String PARAGRAPH_ID = "paragraph_id";
  public static final String PARAGRAPH_KEY = "paragraph_key";

  public static final Table TABLE =
      new Table(
          "gone_paragraphs",
          Table.Kind.KEPT,
          "a distinct paragraph to leave out of the shingle sets",
          new StructType()
              .add(PARAGRAPH_ID, StringType, true, "128-bit hash of its words, 32 hex digits")
              .add(PARAGRAPH_KEY, LongType, true, "64-bit hash of paragraph_id"),
          List.of(PARAGRAPH_ID));

  private GoneParagraphs() {}
}
