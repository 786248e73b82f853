package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** One distinct paragraph of a night, with its text. */
public final class Texts {
  public static final String PARAGRAPH_ID = "paragraph_id";
  public static final String TEXT = "text";
  public static final String WORDS = "words";
  public static final String SENTENCES = "sentences";

  public static final Table TABLE =
      new Table(
          "texts",
          Table.Kind.FACT,
          "a distinct paragraph of the night",
          new StructType()
              .add(PARAGRAPH_ID, StringType, true, "128-bit hash of its words, 32 hex digits")
              .add(
                  TEXT, StringType, true, "The paragraph as written in its first copy of the night")
              .add(WORDS, IntegerType, true, "Words in the normal form")
              .add(SENTENCES, IntegerType, true, "Sentences"),
          List.of(PARAGRAPH_ID));

  private Texts() {}
}
