package io.nutgraf.corpus;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Reads Parquet files with Spark's own reader, after a look at each: a damaged one is quarantined
 * whole, the others are read together with those that have the same mapped columns. The looks are a
 * Spark job of their own, which gives the driver a short string per file.
 */
record ReadParquet(ReadOptions options) {
  /** Seconds in the offset too: local mean times before 1900 have them. */
  private static final String EXACT_TIME = "yyyy-MM-dd'T'HH:mm:ss.SSSSSSXXXXX";

  private static final String FILE = "__file";
  private static final String ROW = "__row";

  /**
   * Looks at the files at once; reads them when the result is used.
   *
   * @return rows of {@link RecordRows#SCHEMA}
   */
  Dataset<Row> apply(SparkSession spark, List<InputFile> files) throws IOException {
    List<List<Split>> tasks =
        new PlanTasks(options.splitBytes(), spark.sparkContext().defaultParallelism()).plan(files);
    List<List<Split>> rejected = new ArrayList<>();
    Map<String, List<String>> pathsByColumns = new TreeMap<>();
    List<String> found = look(spark, tasks);
    List<Split> splits = tasks.stream().flatMap(List::stream).toList();
    for (int i = 0; i < splits.size(); i++) {
      if (found.get(i).isEmpty()) {
        rejected.add(List.of(splits.get(i)));
      } else {
        pathsByColumns
            .computeIfAbsent(found.get(i), columns -> new ArrayList<>())
            .add(splits.get(i).file().path());
      }
    }
    Dataset<Row> rows = new ReadSplits(options).apply(spark, rejected);
    for (Map.Entry<String, List<String>> alike : pathsByColumns.entrySet()) {
      StructType columns = (StructType) DataType.fromJson(alike.getKey());
      rows = rows.unionByName(read(spark, columns, alike.getValue()));
    }
    return rows;
  }

  /** The mapped columns of each file as JSON, in order; empty for a file that is to be rejected. */
  private List<String> look(SparkSession spark, List<List<Split>> tasks) throws IOException {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<byte[][]> packed = context.broadcast(TaskList.pack(tasks));
    Broadcast<SerializableConfiguration> hadoop =
        context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
    return spark
        .range(0, tasks.size(), 1, tasks.size())
        .mapPartitions(new LookAtFiles(packed, hadoop, options), Encoders.STRING())
        .collectAsList();
  }

  private Dataset<Row> read(SparkSession spark, StructType columns, List<String> paths) {
    List<Column> selected = new ArrayList<>();
    selected.add(col("_metadata.file_path").as(FILE));
    selected.add(col("_metadata.row_index").as(ROW));
    for (StructField column : columns.fields()) {
      selected.add(asBytes(column).as(column.name()));
    }
    return spark
        .read()
        .schema(columns)
        .option("recursiveFileLookup", "true")
        .parquet(paths.stream().map(ReadParquet::escapeGlob).toArray(String[]::new))
        .select(selected.toArray(Column[]::new))
        .mapPartitions(
            new MapParquetRows(List.of(columns.fieldNames()), options),
            Encoders.row(RecordRows.SCHEMA));
  }

  private static Column asBytes(StructField column) {
    Column value = col("`" + column.name().replace("`", "``") + "`");
    DataType type = column.dataType();
    Column text =
        type == DataTypes.TimestampType
            ? date_format(value, EXACT_TIME)
            : type == DataTypes.BinaryType ? value : value.cast(DataTypes.StringType);
    return text.cast(DataTypes.BinaryType);
  }

  /** Spark takes paths for patterns; ours are names. */
  private static String escapeGlob(String path) {
    return path.replaceAll("([\\\\{}\\[\\]*?])", "\\\\$1");
  }
}
