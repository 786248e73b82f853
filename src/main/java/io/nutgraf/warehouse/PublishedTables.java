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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

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

  /**
   * Of all nights but one what can be read, with the night in column {@code date}; empty where
   * nothing can. Somebody deletes a damaged folder in order to have its night made again.
   */
  public Dataset<Row> whatCanBeRead(Table table, LocalDate but) throws IOException {
    // By one listing, because there may be thousands.
    Set<String> folders =
        Listing.of(warehouse.files(), warehouse.tableFolder(table)).stream()
            .map(folder -> folder.getPath().getName())
            .collect(Collectors.toSet());
    List<Manifest.Night> there =
        nights(table).stream()
            .filter(night -> !night.day().equals(but))
            .filter(night -> folders.contains(NIGHT + "=" + night.date()))
            .toList();
    return there.isEmpty()
        ? spark.createDataFrame(List.<Row>of(), withNight(table))
        : read(spark.read().option("ignoreCorruptFiles", "true"), table, there);
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
    return read(spark.read(), table, nights);
  }

  private Dataset<Row> read(
      DataFrameReader reader, Table table, Collection<Manifest.Night> nights) {
    Column[] columns =
        Stream.concat(Arrays.stream(table.schema().fieldNames()), Stream.of(NIGHT))
            .map(name -> col(name))
            .toArray(Column[]::new);
    return reader
        .schema(withNight(table))
        .option("basePath", warehouse.tableFolder(table).toString())
        .option("parquet.page.verify-checksum.enabled", "true")
        .parquet(
            nights.stream()
                .map(night -> warehouse.below(night.folder()).toString())
                .toArray(String[]::new))
        .select(columns);
  }

  private static StructType withNight(Table table) {
    return table.schema().add(NIGHT, DataTypes.DateType);
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
