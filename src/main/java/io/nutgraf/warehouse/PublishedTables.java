package io.nutgraf.warehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;

import io.nutgraf.table.Articles;
import io.nutgraf.table.Table;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;

/** What a warehouse has published, as its manifest says: a night is there as a whole or not. */
public final class PublishedTables {
  private static final String NIGHT = "date";

  private final SparkSession spark;
  private final Warehouse warehouse;
  private final Manifest manifest;

  /** The tables as they are published now. */
  public PublishedTables(SparkSession spark, Warehouse warehouse) throws IOException {
    this(spark, warehouse, warehouse.manifest());
  }

  /** The tables as a manifest has them. */
  public PublishedTables(SparkSession spark, Warehouse warehouse, Manifest manifest) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.manifest = manifest;
  }

  /**
   * The newest snapshot of a table.
   *
   * @throws FileNotFoundException when there is none; it says what there is and what to do
   */
  public Dataset<Row> newest(Table table) throws IOException {
    return read(table, List.of(known(table).lastEntry().getValue())).drop(NIGHT);
  }

  /**
   * A fact table with an article_id over all nights, each article as its last night has it.
   *
   * @throws FileNotFoundException when no night is published
   */
  public Dataset<Row> facts(Table table) throws IOException {
    Dataset<Row> lastNights =
        allNights(Articles.TABLE).groupBy(Articles.ARTICLE_ID).agg(max(NIGHT).as(NIGHT));
    return allNights(table)
        .join(lastNights, new String[] {Articles.ARTICLE_ID, NIGHT}, "left_semi")
        .drop(NIGHT);
  }

  /** A fact table over all nights, with the night in column {@code date}. */
  public Dataset<Row> allNights(Table table) throws IOException {
    return read(table, known(table).values());
  }

  /** Whether a night of the table is published. */
  public boolean has(Table table) {
    return !nights(table).isEmpty();
  }

  /** One night of a fact table. */
  public Dataset<Row> night(Table table, LocalDate date) throws IOException {
    return read(table, List.of(known(table).get(date))).drop(NIGHT);
  }

  /** The nights of a table, oldest first. */
  Collection<Manifest.Night> nights(Table table) {
    return manifest.nights(table).values();
  }

  /** Some nights of a table, with the night in column {@code date}; at least one. */
  Dataset<Row> read(Table table, Collection<Manifest.Night> nights) {
    Column[] columns =
        Stream.concat(Arrays.stream(table.schema().fieldNames()), Stream.of(NIGHT))
            .map(name -> col(name))
            .toArray(Column[]::new);
    return spark
        .read()
        .schema(table.schema().add(NIGHT, DataTypes.DateType))
        .option("basePath", warehouse.tableFolder(table).toString())
        .option("parquet.page.verify-checksum.enabled", "true")
        .parquet(
            nights.stream()
                .map(night -> warehouse.below(night.folder()).toString())
                .toArray(String[]::new))
        .select(columns);
  }

  private NavigableMap<LocalDate, Manifest.Night> known(Table table) throws IOException {
    NavigableMap<LocalDate, Manifest.Night> nights = manifest.nights(table);
    if (nights.isEmpty()) {
      throw new FileNotFoundException(
          "No table %s under %s; make it with nutgraf run, or give another folder with --warehouse"
              .formatted(table.name(), warehouse.tableFolder(table)));
    }
    return nights;
  }
}
