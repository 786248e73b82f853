package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** One record that could not be taken in, kept with its reason. */
public final class Quarantine {
  public static final String FILE = "file";
  public static final String OFFSET = "offset";
  public static final String REASON = "reason";
  public static final String MESSAGE = "message";
  public static final String RAW = "raw";

  public static final Table TABLE =
      new Table(
          "quarantine",
          Table.Kind.FACT,
          "a rejected record",
          new StructType()
              .add(FILE, StringType, true, "Path of the input file")
              .add(
                  OFFSET,
                  LongType,
                  true,
                  "Byte offset of the record in the decompressed file; row number in a Parquet file")
              .add(REASON, StringType, true, "Reason code")
              .add(MESSAGE, StringType, true, "What was found, what was expected and what to do")
              .add(
                  RAW,
                  StringType,
                  true,
                  "The record's bytes in base64; a record over the size cap is kept up to the length its message states"),
          List.of(FILE, OFFSET));

  private Quarantine() {}
}
