package io.nutgraf.warehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.nutgraf.table.Table;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One published table in Iceberg, and the branch on which a run brings it up to date. */
final class IcebergTable {
  private static final Logger LOG = LoggerFactory.getLogger(IcebergTable.class);
  private static final String NIGHT = "date";
  private static final String BRANCH = "nutgraf_";

  /** Property of a table: the warehouse that it follows. */
  private static final String OWNER = "nutgraf.warehouse";

  private final SparkSession spark;
  private final Table table;
  private final StructType columns;
  private final String name;
  private final String branch;
  private final String branchName;
  private final IcebergHistory history;
  private final Map<String, String> properties = new HashMap<>();
  private boolean isStaged;

  IcebergTable(SparkSession spark, IcebergNamespace namespace, Table table, String runId) {
    this.spark = spark;
    this.table = table;
    this.columns = table.schema().add(NIGHT, DataTypes.DateType, true, "Night");
    this.name = namespace.quoted(table.name());
    this.branch = BRANCH + runId;
    this.branchName = namespace.quoted(table.name(), "branch_" + branch);
    this.history = new IcebergHistory(spark, namespace, table.name());
  }

  boolean exists() {
    return spark.catalog().tableExists(name);
  }

  /**
   * Makes it if it is not there, and gives it the columns that it has not yet.
   *
   * @throws IOException when it follows another warehouse, or none
   */
  void open(String owner) throws IOException, AnalysisException {
    if (!exists()) {
      create(owner);
    }
    spark
        .sql("SHOW TBLPROPERTIES " + name)
        .collectAsList()
        .forEach(property -> properties.put(property.getString(0), property.getString(1)));
    if (!owner.equals(properties.get(OWNER))) {
      throw new IOException(
          ("table %s belongs to %s, not to this warehouse; give another --iceberg-namespace, or set"
                  + " its property %s to %s")
              .formatted(name, properties.getOrDefault(OWNER, "somebody else"), OWNER, owner));
    }
    addColumns();
    history.read(BRANCH);
  }

  private void create(String owner) throws AnalysisException {
    noRows()
        .writeTo(name)
        .using("iceberg")
        .partitionedBy(col(NIGHT))
        .tableProperty("comment", table.row())
        .tableProperty(OWNER, owner)
        // Else its metadata would quote the least and the greatest value of each column, which may
        // be words of an article, and go on to do so when the article is taken down.
        .tableProperty("write.metadata.metrics.default", "counts")
        .tableProperty("write.metadata.delete-after-commit.enabled", "true")
        .tableProperty("write.metadata.previous-versions-max", "20")
        .create();
  }

  /** A new version may have columns that the table has not. */
  private void addColumns() {
    Set<String> found = Set.of(spark.table(name).columns());
    for (StructField column : columns.fields()) {
      if (!found.contains(column.name())) {
        spark.sql(
            "ALTER TABLE %s ADD COLUMN %s %s COMMENT %s"
                .formatted(
                    name,
                    IcebergNamespace.identifier(column.name()),
                    column.dataType().sql(),
                    IcebergNamespace.literal(column.getComment().getOrElse(() -> ""))));
      }
    }
  }

  /**
   * Brings the nights that differ to the branch, and takes those away that are published no more.
   *
   * @return what is not as it was published when read back
   */
  List<String> stage(PublishedTables published, NavigableMap<LocalDate, Manifest.Night> nights)
      throws AnalysisException {
    Map<String, String> wanted = new TreeMap<>();
    nights.values().forEach(night -> wanted.put(night.date(), night.runId()));
    Optional<Map<String, String>> shown = history.nights();
    if (shown.equals(Optional.of(wanted))) {
      return List.of();
    }
    Map<String, String> before = shown.orElse(Map.of());
    List<Manifest.Night> written =
        nights.values().stream().filter(n -> !n.runId().equals(before.get(n.date()))).toList();
    Map<String, Long> rowsByDate = new TreeMap<>();
    before.keySet().forEach(date -> rowsByDate.put(date, 0L));
    rowsByDate.keySet().removeAll(wanted.keySet());
    written.forEach(night -> rowsByDate.put(night.date(), night.rows()));
    // If nobody knows what is there, nothing of it stays.
    Column replaced =
        shown.isEmpty()
            ? lit(true)
            : col(NIGHT)
                .isInCollection(rowsByDate.keySet().stream().map(LocalDate::parse).toList());
    history.branch(branch);
    isStaged = true;
    (written.isEmpty() ? noRows() : published.read(table, written))
        .writeTo(branchName)
        // Rows lie in the files of their night already; they need not be moved or sorted by it.
        .option("distribution-mode", "none")
        .option("fanout-enabled", "true")
        .option(IcebergHistory.NIGHTS_OPTION, IcebergHistory.format(wanted))
        .overwrite(replaced);
    LOG.info(
        "iceberg table={} nights={} written={} rows={}",
        name,
        nights.size(),
        written.size(),
        written.stream().mapToLong(Manifest.Night::rows).sum());
    return audit(replaced, rowsByDate);
  }

  private List<String> audit(Column replaced, Map<String, Long> rowsByDate) {
    Map<String, Long> found =
        spark
            .table(branchName)
            .where(replaced)
            .groupBy(col(NIGHT).cast("string"))
            .count()
            .collectAsList()
            .stream()
            .collect(Collectors.toMap(row -> row.getString(0), row -> row.getLong(1)));
    Set<String> dates = new TreeSet<>(rowsByDate.keySet());
    dates.addAll(found.keySet());
    List<String> faults = new ArrayList<>();
    for (String date : dates) {
      long rows = found.getOrDefault(date, 0L);
      long publishedRows = rowsByDate.getOrDefault(date, 0L);
      if (rows != publishedRows) {
        faults.add(
            "table %s of %s has %,d rows on its branch %s, but %,d were published"
                .formatted(table.name(), date, rows, branch, publishedRows));
      }
    }
    return faults;
  }

  /** Lets readers see what is staged, if anything is. */
  void show() {
    if (isStaged) {
      history.show(branch);
    }
  }

  /** Deletes snapshots that readers could no longer open at some time; some catalogs do it. */
  void expire(Instant time) {
    if (!"false".equals(properties.get("gc.enabled"))) {
      history.expire(time);
    }
  }

  /** Deletes all that is not shown. */
  void erase() throws IOException {
    new EraseIcebergHistory(spark, history).apply();
  }

  private Dataset<Row> noRows() {
    return spark.createDataFrame(List.<Row>of(), columns);
  }
}
