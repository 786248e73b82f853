package io.nutgraf.warehouse;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A table as a run has written it.
 *
 * @param rows to read it from its files
 * @param count how many rows the files hold; found by reading them back, not by counting what was
 *     made
 */
public record WrittenTable(Dataset<Row> rows, long count) {}
