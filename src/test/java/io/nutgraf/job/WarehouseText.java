package io.nutgraf.job;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.unbase64;

import io.nutgraf.table.Quarantine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/**
 * All that can be read below a folder: the bytes of each file, and what is in the Parquet files,
 * whose bytes alone say little, since they are compressed. Base64 of the quarantine is decoded.
 */
final class WarehouseText {
  private static final String PARQUET = ".parquet";

  /** By file; of Parquet also by the folder of the files. */
  private final Map<String, String> textByPlace = new TreeMap<>();

  private WarehouseText() {}

  static WarehouseText of(SparkSession spark, Path root) throws IOException {
    WarehouseText all = new WarehouseText();
    List<Path> files;
    try (Stream<Path> found = Files.walk(root)) {
      files = found.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      String place = root.relativize(file).toString();
      all.textByPlace.put(place, new String(Files.readAllBytes(file), ISO_8859_1));
    }
    files.stream()
        .filter(file -> file.toString().endsWith(PARQUET))
        .collect(Collectors.groupingBy(Path::getParent))
        .forEach(
            (folder, parts) ->
                all.textByPlace.put(root.relativize(folder).toString(), cells(spark, parts)));
    return all;
  }

  /** Files, and folders of Parquet files, that hold a text; paths below the root. */
  List<String> placesOf(String text) {
    return textByPlace.entrySet().stream()
        .filter(place -> place.getValue().contains(text))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** All cells of all rows, as JSON. */
  private static String cells(SparkSession spark, List<Path> files) {
    Dataset<Row> rows =
        spark.read().parquet(files.stream().map(Path::toString).toArray(String[]::new));
    for (StructField column : rows.schema().fields()) {
      if (column.dataType().equals(DataTypes.BinaryType)) {
        rows = rows.withColumn(column.name(), col(column.name()).cast("string"));
      }
    }
    if (Arrays.asList(rows.columns()).contains(Quarantine.RAW)) {
      rows = rows.withColumn("raw_bytes", unbase64(col(Quarantine.RAW)).cast("string"));
    }
    return String.join("\n", rows.toJSON().collectAsList());
  }
}
