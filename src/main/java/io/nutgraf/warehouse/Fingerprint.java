package io.nutgraf.warehouse;

/**
 * A Parquet file as it is.
 *
 * @param columns as Spark's catalogue writes them
 * @param fault why it cannot be read; null when it can
 */
record Fingerprint(
    String path, long bytes, long rows, String sha256, String columns, String fault) {}
