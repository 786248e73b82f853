package io.nutgraf.job;

import io.nutgraf.table.Table;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which rows of snapshots a run makes anew; it takes over the others. */
interface Scope {
  /** Everything is made anew. */
  Scope ALL =
      new Scope() {
        @Override
        public Dataset<Row> only(Dataset<Row> rows, String key) {
          return rows;
        }

        @Override
        public Dataset<Row> complete(Table table, Dataset<Row> made) {
          return made;
        }

        @Override
        public Dataset<Row> keep(Dataset<Row> rows) {
          return rows;
        }

        @Override
        public Dataset<Row> keepAmong(Dataset<Row> few, Dataset<Row> rows, String key) {
          return rows;
        }
      };

  /** The rows that are to be made anew, or that something new is made of. */
  Dataset<Row> only(Dataset<Row> rows, String key);

  /** What was made anew, and what is taken over. */
  Dataset<Row> complete(Table table, Dataset<Row> made);

  /** Rows that are read more than once: where they are not all, they are kept in between. */
  Dataset<Row> keep(Dataset<Row> rows);

  /**
   * Rows that are read more than once, and only for others that were kept: where these are not all,
   * the rows whose key these few have.
   */
  Dataset<Row> keepAmong(Dataset<Row> few, Dataset<Row> rows, String key);

  /** Only the rows with some keys. */
  record Some(Dataset<Row> keys, String key, Function<Table, Dataset<Row>> earlier)
      implements Scope {

    @Override
    public Dataset<Row> only(Dataset<Row> rows, String column) {
      return rows.join(keys.withColumnRenamed(key, column), new String[] {column}, "left_semi");
    }

    @Override
    public Dataset<Row> complete(Table table, Dataset<Row> made) {
      return earlier
          .apply(table)
          .join(keys, new String[] {key}, "left_anti")
          .unionByName(table.conform(made));
    }

    @Override
    public Dataset<Row> keep(Dataset<Row> rows) {
      return Persisted.rows(rows);
    }

    @Override
    public Dataset<Row> keepAmong(Dataset<Row> few, Dataset<Row> rows, String column) {
      return Persisted.among(few, rows, column);
    }
  }
}
