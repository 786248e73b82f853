package io.nutgraf.warehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import io.nutgraf.table.Articles;
import io.nutgraf.table.Table;
import io.nutgraf.table.Texts;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;

/**
 * The facts of all nights as they will be once a run is published: its own staged night beside the
 * published others.
 *
 * <p>Of an article that came in several nights only the last counts; what earlier nights said of it
 * is left out. That takes a shuffle of article ids, and none where there is one night.
 */
public final class Facts {
  private static final String NIGHT = "date";

  private final SparkSession spark;
  private final Warehouse warehouse;
  private final StagedTables staged;
  private final LocalDate night;
  private final List<LocalDate> otherNights;

  public Facts(SparkSession spark, Warehouse warehouse, StagedTables staged, LocalDate night)
      throws IOException {
    this.spark = spark;
    this.warehouse = warehouse;
    this.staged = staged;
    this.night = night;
    this.otherNights = new ArrayList<>(warehouse.nights(Articles.TABLE));
    otherNights.remove(night);
  }

  /** The newest night among the facts, which is the date of the snapshots made from them. */
  public LocalDate newestNight() {
    return otherNights.isEmpty()
        ? night
        : Collections.max(List.of(night, Collections.max(otherNights)));
  }

  /** A fact table with an article_id, over all nights. */
  public Dataset<Row> read(Table table) {
    if (otherNights.isEmpty()) {
      return staged.read(table);
    }
    Dataset<Row> superseded =
        allNights(Articles.TABLE)
            .groupBy(Articles.ARTICLE_ID)
            .agg(max(NIGHT).as("last_night"), min(NIGHT).as("first_night"))
            .where(col("last_night").gt(col("first_night")))
            .select(col(Articles.ARTICLE_ID).as("superseded_id"), col("last_night"));
    Dataset<Row> rows = allNights(table);
    return rows.join(
            superseded,
            col(Articles.ARTICLE_ID)
                .equalTo(col("superseded_id"))
                .and(col(NIGHT).lt(col("last_night"))),
            "left_anti")
        .drop(NIGHT);
  }

  /**
   * One text for each distinct paragraph, as written in the earliest night that has it.
   *
   * @param distinctParagraphs those that still stand in an article
   */
  public Dataset<Row> texts(Dataset<Row> distinctParagraphs) {
    if (otherNights.isEmpty()) {
      return staged.read(Texts.TABLE);
    }
    Dataset<Row> texts = allNights(Texts.TABLE);
    Dataset<Row> earliest =
        texts
            .groupBy(Texts.PARAGRAPH_ID)
            .agg(min(NIGHT).as(NIGHT))
            .join(distinctParagraphs, new String[] {Texts.PARAGRAPH_ID}, "left_semi");
    return Texts.TABLE.conform(
        texts.join(earliest, new String[] {Texts.PARAGRAPH_ID, NIGHT}, "left_semi"));
  }

  private Dataset<Row> allNights(Table table) {
    String[] folders =
        otherNights.stream()
            .map(other -> warehouse.nightFolder(table, other).toString())
            .toArray(String[]::new);
    return spark
        .read()
        .schema(table.schema().add(NIGHT, DataTypes.DateType))
        .option("basePath", warehouse.tableFolder(table).toString())
        .option("parquet.page.verify-checksum.enabled", "true")
        .parquet(folders)
        .unionByName(staged.read(table).withColumn(NIGHT, lit(night).cast("date")));
  }
}
