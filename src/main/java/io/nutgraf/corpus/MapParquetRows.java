package io.nutgraf.corpus;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/**
 * Rows of Parquet files -> records. In: file, row number, then the cells as bytes. Out: the record
 * of each, and a summary for each stretch of rows of one file.
 */
record MapParquetRows(List<String> columns, ReadOptions options)
    implements MapPartitionsFunction<Row, Row> {

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    return new ParquetRows(rows, columns, options);
  }
}
