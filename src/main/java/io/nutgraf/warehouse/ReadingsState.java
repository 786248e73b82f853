package io.nutgraf.warehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.to_json;

import io.nutgraf.table.KnownReadings;
import io.nutgraf.table.Readings;
import java.io.IOException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;

/**
 * What paragraphs were found to name on earlier nights, {@code state/readings/version=V/run=R/}: a
 * cache of what reading them again would give. A reading depends on the text, the dictionary and
 * the tagger; those of other versions are not looked at.
 *
 * <p>A row is a function of its key, so nothing is lost when a run that added some fails, and
 * nothing but time when all of it is deleted.
 */
public final class ReadingsState {
  private static final String FOLDER = "state/readings";

  /** Part of the version. */
  private static final String FORMAT = "-json";

  private static final DataType SPANS_TYPE =
      Readings.TABLE.schema().apply(Readings.SPANS).dataType();

  private final SparkSession spark;
  private final Warehouse warehouse;
  private final Path own;

  /**
   * @param version of all that a reading depends on
   */
  public ReadingsState(SparkSession spark, Warehouse warehouse, String version) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.own = warehouse.below(FOLDER + "/version=" + version + FORMAT);
  }

  /** Whether nothing is known. */
  public boolean isEmpty() throws IOException {
    return !warehouse.files().exists(own);
  }

  /**
   * The known readings of some paragraphs, one of each: h1, h2, spelling, sentences and spans of
   * {@link Readings}.
   *
   * @param spellings h1, h2 and spelling of each, much fewer than are known
   */
  public Dataset<Row> of(Dataset<Row> spellings) {
    return all()
        .join(
            spellings,
            new String[] {KnownReadings.H1, KnownReadings.H2, KnownReadings.SPELLING},
            "left_semi")
        .dropDuplicates(KnownReadings.H1, KnownReadings.H2, KnownReadings.SPELLING)
        .withColumn(KnownReadings.SPANS, from_json(col(KnownReadings.SPANS), SPANS_TYPE));
  }

  /** How many are known. */
  public long count() throws IOException {
    return isEmpty() ? 0 : all().count();
  }

  /** Keeps what a run has read, and gives how many readings that is. */
  public long add(String runId, Dataset<Row> readings) throws IOException {
    Path folder = new Path(own, "run=" + runId);
    KnownReadings.TABLE
        .conform(readings.withColumn(KnownReadings.SPANS, to_json(col(KnownReadings.SPANS))))
        .write()
        .mode(SaveMode.Overwrite)
        .option("compression", "zstd")
        .parquet(folder.toString());
    return RowCount.of(
        spark.read().schema(KnownReadings.TABLE.schema()).parquet(folder.toString()), folder);
  }

  private Dataset<Row> all() {
    return spark
        .read()
        .schema(KnownReadings.TABLE.schema())
        .option("recursiveFileLookup", "true")
        .parquet(own.toString());
  }

  /** Deletes what other versions have read, or, to begin anew, all. */
  public void delete(Extent extent) throws IOException {
    for (FileStatus version : Listing.of(warehouse.files(), warehouse.below(FOLDER))) {
      if (extent == Extent.ALL || !version.getPath().getName().equals(own.getName())) {
        warehouse.files().delete(version.getPath(), /* recursive= */ true);
      }
    }
  }

  /** How much of the state. */
  public enum Extent {
    OTHER_VERSIONS,
    ALL
  }
}
