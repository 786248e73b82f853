package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** A distinct paragraph whose cluster of copies may be another than in the last snapshots. */
public final class ChangedCopies {
  public static final String PARAGRAPH_ID = "paragraph_id";

  public static final Table TABLE =
      new Table(
          "changed_copies",
          Table.Kind.STAGED,
          "a distinct paragraph that is connected with one that changed",
          new StructType()
              .add(PARAGRAPH_ID, StringType, true, "128-bit hash of its words, 32 hex digits"),
          List.of(PARAGRAPH_ID));

  private ChangedCopies() {}
}
