package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/**
 * One distinct way in which a distinct paragraph of the night is written. Each is read for actors
 * once.
 */
public final class Readings {
  public static final String H1 = "h1";
  public static final String H2 = "h2";
  public static final String SPELLING = "spelling";
  public static final String IS_FIRST_COPY = "is_first_copy";
  public static final String TEXT = "text";
  public static final String WORDS = "words";
  public static final String SENTENCES = "sentences";
  public static final String SPANS = "spans";
  public static final String IS_KNOWN = "is_known";

  /** A place where an actor may be named. */
  public static final StructType SPAN =
      new StructType()
          .add("start", IntegerType, true, "UTF-16 offset of the first character")
          .add("end", IntegerType, true, "UTF-16 offset after the last character")
          .add("sentence", IntegerType, true, "0-based position of the sentence")
          .add("method", StringType, true, "How it was found")
          .add("candidates", createArrayType(StringType), true, "Actors it may name, sorted")
          .add("title", StringType, true, "Title written before it, lower case; null without")
          .add("surface", StringType, true, "The words as written");

  public static final Table TABLE =
      new Table(
          "readings",
          Table.Kind.STAGED,
          "a distinct paragraph in one spelling",
          new StructType()
              .add(H1, LongType, true, "First half of the paragraph's 128-bit hash")
              .add(H2, LongType, true, "Second half of it")
              .add(
                  SPELLING,
                  LongType,
                  true,
                  "64-bit hash of the paragraph exactly as written, with its case and punctuation")
              .add(
                  IS_FIRST_COPY,
                  BooleanType,
                  true,
                  "This is how the first copy of the night is written")
              .add(TEXT, StringType, true, "The paragraph as written")
              .add(WORDS, IntegerType, true, "Words in the normal form")
              .add(SENTENCES, IntegerType, true, "Sentences")
              .add(
                  SPANS,
                  createArrayType(SPAN),
                  true,
                  "Places where an actor may be named, in order of their start")
              .add(IS_KNOWN, BooleanType, true, "It was read on an earlier night"),
          List.of(H1, H2, SPELLING));

  private Readings() {}
}
