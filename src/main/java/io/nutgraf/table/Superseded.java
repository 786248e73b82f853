package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** One article record of the night that lost to a later one with the same article_id. */
public final class Superseded {
  public static final String FILE = "file";
  public static final String OFFSET = "offset";

  public static final Table TABLE =
      new Table(
          "superseded",
          Table.Kind.STAGED,
          "a superseded record",
          new StructType()
              .add(FILE, StringType, true, "Path of the input file")
              .add(OFFSET, LongType, true, "Where the record is in the file"),
          List.of(FILE, OFFSET));

  private Superseded() {}
}
