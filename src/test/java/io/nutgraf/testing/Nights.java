package io.nutgraf.testing;

import io.nutgraf.job.CountingConfig;
import io.nutgraf.job.Night;
import io.nutgraf.job.NightConfig;
import io.nutgraf.job.Progress;
import io.nutgraf.job.RunReport;
import io.nutgraf.table.Table;
import io.nutgraf.warehouse.PublishStep;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Whole nights with the defaults of the command line. */
public final class Nights {
  /** Names of columns in the sample corpus. */
  private static final Map<String, String> COLUMNS =
      Map.of(
          "title", "title|headline",
          "source", "source|outlet",
          "url", "url|link",
          "published_at", "published_at|date",
          "text", "text|body");

  /** Tells nobody. */
  public static final Progress SILENT = watching(step -> {});

  private Nights() {}

  /** Runs a night over these inputs. */
  public static RunReport run(SparkSession spark, Path warehouse, String date, Path... inputs) {
    return new Night(config(warehouse.toString(), date, "on", null, true, inputs))
        .run(spark, SILENT);
  }

  /** Makes the facts of a night and leaves the snapshots as they are. */
  public static RunReport runFacts(
      SparkSession spark, Path warehouse, String date, String tagger, Path... inputs) {
    return new Night(config(warehouse.toString(), date, tagger, null, false, inputs))
        .run(spark, SILENT);
  }

  /** The same, published in some way, and somebody watches. */
  public static RunReport runFacts(
      SparkSession spark,
      CountingConfig counting,
      String date,
      Path input,
      Consumer<PublishStep> watcher) {
    return new Night(config(counting, date, false, input)).run(spark, watching(watcher));
  }

  /** Runs a night with the tagger on or off and corrections, null for none. */
  public static RunReport run(
      SparkSession spark, Path warehouse, String date, String tagger, Path mergeFile, Path input) {
    return new Night(
            config(
                warehouse.toString(),
                date,
                tagger,
                mergeFile == null ? null : mergeFile.toString(),
                true,
                input))
        .run(spark, SILENT);
  }

  /** Runs a night that counts in some way. */
  public static RunReport run(
      SparkSession spark, CountingConfig counting, String date, Path... inputs) {
    return new Night(config(counting, date, true, inputs)).run(spark, SILENT);
  }

  /** Runs a night without the tagger in a warehouse on any file system. */
  public static RunReport run(
      SparkSession spark,
      String warehouse,
      String date,
      Path input,
      Consumer<PublishStep> watcher) {
    return new Night(config(warehouse, date, "off", null, true, input))
        .run(spark, watching(watcher));
  }

  /** The sample corpus, whose CSV has columns of other names. */
  public static RunReport runSample(SparkSession spark, Path warehouse) {
    return run(
        spark,
        warehouse,
        "2014-11-23",
        Path.of("jobs/sample/articles.jsonl"),
        Path.of("jobs/sample/local.csv"));
  }

  public static Progress watching(Consumer<PublishStep> watcher) {
    return new Progress() {
      @Override
      public void finished(String table, long rows, double seconds) {}

      @Override
      public void publishing(PublishStep step) {
        watcher.accept(step);
      }
    };
  }

  private static NightConfig config(
      String warehouse,
      String date,
      String tagger,
      String mergeFile,
      boolean makesSnapshots,
      Path... inputs) {
    return config(counting(warehouse, tagger, mergeFile), date, makesSnapshots, inputs);
  }

  private static NightConfig config(
      CountingConfig counting, String date, boolean makesSnapshots, Path... inputs) {
    return new NightConfig(
        Arrays.stream(inputs).map(Path::toString).toList(),
        LocalDate.parse(date),
        new NightConfig.Reading("auto", COLUMNS, ZoneOffset.UTC, null, 8, "auto"),
        new NightConfig.Checks(0, 1, 1),
        makesSnapshots,
        counting,
        /* metricsFile= */ null,
        Map.of());
  }

  /** The defaults of all that counts. */
  public static CountingConfig counting(String warehouse, String tagger, String mergeFile) {
    return counting(warehouse, tagger, mergeFile, 1000);
  }

  /** With a cap of buckets of near copies. */
  public static CountingConfig counting(
      String warehouse, String tagger, String mergeFile, int bucketCap) {
    return counting(
        warehouse,
        tagger,
        mergeFile,
        bucketCap,
        new CountingConfig.Network("whole", 0, 3, 10, 12, 8));
  }

  /** With dictionaries alone, and a network of one's own. */
  public static CountingConfig counting(String warehouse, CountingConfig.Network network) {
    return counting(warehouse, "off", null, 1000, network);
  }

  private static CountingConfig counting(
      String warehouse,
      String tagger,
      String mergeFile,
      int bucketCap,
      CountingConfig.Network network) {
    return new CountingConfig(
        warehouse,
        new CountingConfig.Naming(List.of(), true, false, tagger, mergeFile),
        new CountingConfig.Near(0.5, 8, bucketCap, 0.3, 10_000_000),
        new CountingConfig.Reuse(5, 3, 8, Map.of()),
        new CountingConfig.Pairing(
            Set.of("full", "alias", "title_surname", "surname", "agent", "demonym", "tagged"), 50),
        network,
        new CountingConfig.Publishing(14, 48, "auto", false, "parquet", null));
  }

  /** A published table with its date column. */
  public static Dataset<Row> read(SparkSession spark, Path warehouse, Table table) {
    return spark.read().parquet(warehouse.resolve("tables").resolve(table.name()).toString());
  }
}
