package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/**
 * One record as it was read: an article, a rejected record, or the summary of one split of a file.
 */
public final class Records {
  public static final String FILE = "file";
  public static final String OFFSET = "offset";
  public static final String KIND = "kind";
  public static final String ARTICLE_ID = "article_id";
  public static final String SOURCE = "source";
  public static final String URL = "url";
  public static final String TITLE = "title";
  public static final String PUBLISHED_AT = "published_at";
  public static final String TEXT = "text";
  public static final String FORMAT = "format";
  public static final String IS_CLEANED = "is_cleaned";
  public static final String REASON = "reason";
  public static final String MESSAGE = "message";
  public static final String RAW = "raw";
  public static final String N_READ = "n_read";
  public static final String N_BLANK = "n_blank";

  public static final Table TABLE =
      new Table(
          "records",
          Table.Kind.STAGED,
          "a record, or the summary of a split",
          new StructType()
              .add(FILE, StringType, true, "Path of the input file")
              .add(
                  OFFSET,
                  LongType,
                  true,
                  "Byte offset of the record in the decompressed file; row number in a Parquet file")
              .add(KIND, StringType, true, "article, quarantined or summary")
              .add(ARTICLE_ID, StringType, true, "Identifier of the article")
              .add(SOURCE, StringType, true, "Outlet that published it")
              .add(URL, StringType, true, "Address of the article")
              .add(TITLE, StringType, true, "Headline")
              .add(PUBLISHED_AT, TimestampType, true, "When it was published")
              .add(TEXT, StringType, true, "Body of the article")
              .add(
                  FORMAT,
                  StringType,
                  true,
                  "Input format the record was read with: jsonl, csv, parquet or text")
              .add(
                  IS_CLEANED,
                  BooleanType,
                  true,
                  "Control characters or lone surrogates were replaced in the text")
              .add(REASON, StringType, true, "Reason code of a rejected record")
              .add(MESSAGE, StringType, true, "What was found and what was expected")
              .add(RAW, StringType, true, "Bytes of a rejected record in base64")
              .add(N_READ, LongType, true, "Records seen in the split, on its summary row only")
              .add(N_BLANK, LongType, true, "Blank records in the split, on its summary row only"),
          List.of(FILE, OFFSET, KIND));

  private Records() {}
}
