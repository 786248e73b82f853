package io.nutgraf.warehouse;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/** Reads Parquet files from end to end on the executors: size, rows and SHA-256 of each. */
final class Fingerprints {
  private static final int FILES_IN_TASK = 16;

  /** Where Spark keeps the columns in a Parquet file. */
  private static final String SCHEMA_KEY = "org.apache.spark.sql.parquet.row.metadata";

  private static final StructType COLUMNS =
      new StructType()
          .add("path", DataTypes.StringType)
          .add("bytes", DataTypes.LongType)
          .add("rows", DataTypes.LongType)
          .add("sha256", DataTypes.StringType)
          .add("columns", DataTypes.StringType)
          .add("fault", DataTypes.StringType);

  private final SparkSession spark;

  Fingerprints(SparkSession spark) {
    this.spark = spark;
  }

  /** Those of some files, by their path; a line a file comes to the driver. */
  Map<String, Fingerprint> of(Collection<String> paths) {
    if (paths.isEmpty()) {
      return Map.of();
    }
    SerializableConfiguration configuration =
        new SerializableConfiguration(spark.sparkContext().hadoopConfiguration());
    return spark
        .createDataset(List.copyOf(paths), Encoders.STRING())
        .repartition(1 + paths.size() / FILES_IN_TASK)
        .mapPartitions(new ReadInPartition(configuration), Encoders.row(COLUMNS))
        .collectAsList()
        .stream()
        .map(
            row ->
                new Fingerprint(
                    row.getString(0),
                    row.getLong(1),
                    row.getLong(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5)))
        .collect(Collectors.toMap(Fingerprint::path, Function.identity()));
  }

  private record ReadInPartition(SerializableConfiguration configuration)
      implements MapPartitionsFunction<String, Row> {
    @Override
    public Iterator<Row> call(Iterator<String> paths) {
      Iterable<String> each = () -> paths;
      return java.util.stream.StreamSupport.stream(each.spliterator(), /* parallel= */ false)
          .map(path -> read(new Path(path), path))
          .iterator();
    }

    private Row read(Path file, String path) {
      Configuration conf = configuration.value();
      try {
        FileSystem files = file.getFileSystem(conf);
        long bytes = files.getFileStatus(file).getLen();
        String sha256;
        try (InputStream in = files.open(file)) {
          sha256 = DigestUtils.sha256Hex(in);
        }
        try (ParquetFileReader reader =
            ParquetFileReader.open(HadoopInputFile.fromPath(file, conf))) {
          return RowFactory.create(
              path,
              bytes,
              reader.getRecordCount(),
              sha256,
              columns(reader.getFileMetaData()),
              null);
        }
      } catch (IOException | RuntimeException e) {
        // Reported by whoever asked, with what else is wrong.
        return RowFactory.create(path, -1L, -1L, "", "", e.toString());
      }
    }

    private static String columns(FileMetaData file) {
      String schema = file.getKeyValueMetaData().get(SCHEMA_KEY);
      return schema == null ? "" : DataType.fromJson(schema).catalogString();
    }
  }
}
