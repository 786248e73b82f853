package io.nutgraf.warehouse;

import static org.apache.spark.sql.functions.max;

import io.nutgraf.table.Articles;
import io.nutgraf.table.Table;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;

/** What a warehouse has published, for those who only read it. */
public final class PublishedTables {
  private static final String NIGHT = "date";

  private final SparkSession spark;
  private final Warehouse warehouse;

  public PublishedTables(SparkSession spark, Warehouse warehouse) {
    this.spark = spark;
    this.warehouse = warehouse;
  }

  /**
   * The newest snapshot of a table.
   *
   * @throws FileNotFoundException when there is none; it says what there is and what to do
   */
  public Dataset<Row> newest(Table table) throws IOException {
    List<LocalDate> nights = nights(table);
    LocalDate newest = nights.get(nights.size() - 1);
    return spark
        .read()
        .schema(table.schema())
        .parquet(warehouse.nightFolder(table, newest).toString());
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
    String[] folders =
        nights(table).stream()
            .map(night -> warehouse.nightFolder(table, night).toString())
            .toArray(String[]::new);
    return spark
        .read()
        .schema(table.schema().add(NIGHT, DataTypes.DateType))
        .option("basePath", warehouse.tableFolder(table).toString())
        .parquet(folders);
  }

  private List<LocalDate> nights(Table table) throws IOException {
    List<LocalDate> nights = warehouse.nights(table);
    if (nights.isEmpty()) {
      throw new FileNotFoundException(
          "No table %s under %s; make it with nutgraf run, or give another folder with --warehouse"
              .formatted(table.name(), warehouse.tableFolder(table)));
    }
    return nights;
  }
}
