package io.nutgraf.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A table that Nutgraf reads or writes: what a row is, its columns in order with a comment each,
 * and the columns that identify a row.
 *
 * @param name the folder it is published under, snake_case
 * @param kind how long it lives and what it is a function of
 * @param row what one row is, for the data dictionary
 * @param schema every column nullable (Parquet does not keep "not null") and commented
 * @param key the columns that together are unique
 */
public record Table(String name, Kind kind, String row, StructType schema, List<String> key) {

  /** What a table is a function of. */
  public enum Kind {
    /** Of one night's input alone; published under the night. */
    FACT,
    /** Of all facts; published under the newest night among them. */
    SNAPSHOT,
    /**
     * Of all facts; never published, kept in the state so that the next run need not begin anew.
     */
    KEPT,
    /** Of one run; never published, removed with the run's work folder. */
    STAGED;

    /** Whether analysts see it, night by night. */
    public boolean isPublished() {
      return this == FACT || this == SNAPSHOT;
    }
  }

  public Table {
    key = List.copyOf(key);
    List<String> columns = Arrays.asList(schema.fieldNames());
    if (!columns.containsAll(key)) {
      throw new IllegalArgumentException(
          "Table " + name + ": key " + key + " is not among the columns " + columns);
    }
  }

  /** A table with these columns that lives for a run. */
  Table staged(String itsName, String itsRow) {
    return new Table(itsName, Kind.STAGED, itsRow, schema, key);
  }

  /**
   * Gives the rows exactly this table's columns, in order and with their comments. The last step of
   * every stage.
   *
   * @throws ContractException if a column is absent or has another type: every fault is listed.
   *     Columns that the table does not have are left out without complaint.
   */
  public Dataset<Row> conform(Dataset<Row> rows) {
    List<String> faults = new ArrayList<>();
    List<String> found = Arrays.asList(rows.columns());
    Column[] columns = new Column[schema.size()];
    for (int i = 0; i < columns.length; i++) {
      StructField wanted = schema.apply(i);
      if (!found.contains(wanted.name())) {
        faults.add("column " + wanted.name() + " is absent");
        continue;
      }
      StructField actual = rows.schema().apply(wanted.name());
      if (!sameType(wanted, actual)) {
        faults.add(
            "column %s is %s, not %s"
                .formatted(wanted.name(), actual.dataType().sql(), wanted.dataType().sql()));
      }
      columns[i] = rows.col(wanted.name()).as(wanted.name(), wanted.metadata());
    }
    if (!faults.isEmpty()) {
      throw new ContractException(
          "Table %s: %s. Columns found: %s".formatted(name, String.join("; ", faults), found));
    }
    return rows.select(columns);
  }

  private static boolean sameType(StructField wanted, StructField actual) {
    // The catalog form leaves out nullability and the comments of nested fields.
    return wanted.dataType().catalogString().equals(actual.dataType().catalogString());
  }
}
