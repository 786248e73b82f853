package io.nutgraf.warehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.unix_millis;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;

/**
 * The snapshots of an Iceberg table and the branches that lead to them. Each snapshot that a run
 * made says which nights it has, in the commit that brought their rows, so that neither can be
 * ahead of the other.
 */
final class IcebergHistory {
  private static final String NIGHTS = "nutgraf.nights";

  /** Option of a write: the nights that the table has once it is made. */
  static final String NIGHTS_OPTION = "snapshot-property." + NIGHTS;

  private static final MapType RUN_BY_DATE =
      DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType);
  private static final String MAIN = "main";

  private final SparkSession spark;
  private final IcebergNamespace namespace;
  private final String table;
  private final Map<Long, Snapshot> snapshots = new HashMap<>();
  private Long shown;

  /**
   * A state of the table.
   *
   * @param parent null for the first
   * @param nights the run that made each, by date; null where no run of ours has said it
   */
  private record Snapshot(Long parent, String operation, Instant at, Map<String, String> nights) {}

  IcebergHistory(SparkSession spark, IcebergNamespace namespace, String table) {
    this.spark = spark;
    this.namespace = namespace;
    this.table = table;
  }

  /**
   * Reads it.
   *
   * @param leftOver begins the names of branches that a run which died may have left; they go
   */
  void read(String leftOver) {
    for (Row reference : references()) {
      if (reference.getString(0).equals(MAIN)) {
        shown = reference.getLong(2);
      } else if (reference.getString(0).startsWith(leftOver)) {
        drop(reference);
      }
    }
    metadata("snapshots")
        .select(
            col("snapshot_id"),
            col("parent_id"),
            col("operation"),
            unix_millis(col("committed_at")),
            from_json(col("summary").getItem(NIGHTS), RUN_BY_DATE))
        .collectAsList()
        .forEach(
            row ->
                snapshots.put(
                    row.getLong(0),
                    new Snapshot(
                        row.getAs(1),
                        row.getString(2),
                        Instant.ofEpochMilli(row.getLong(3)),
                        row.isNullAt(4) ? null : new TreeMap<>(row.getJavaMap(4)))));
  }

  /** The nights that readers see, by date, with the run that made each; empty if nobody knows. */
  Optional<Map<String, String>> nights() {
    Snapshot snapshot = snapshots.get(shown);
    // Who merges files leaves the rows as they are.
    while (snapshot != null
        && snapshot.nights() == null
        && snapshot.operation().equals("replace")) {
      snapshot = snapshots.get(snapshot.parent());
    }
    return Optional.ofNullable(snapshot).map(Snapshot::nights);
  }

  static String format(Map<String, String> runByDate) {
    return runByDate.entrySet().stream()
        .map(night -> "\"%s\":\"%s\"".formatted(night.getKey(), night.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** Begins a branch with what readers see now. */
  void branch(String branch) {
    spark.sql(
        "ALTER TABLE %s CREATE BRANCH %s"
            .formatted(namespace.quoted(table), IcebergNamespace.identifier(branch)));
  }

  /** Lets readers see a branch instead of what it was made from. */
  void show(String branch) {
    call("fast_forward", "branch => 'main', to => " + IcebergNamespace.literal(branch));
    references().stream().filter(r -> r.getString(0).equals(branch)).forEach(this::drop);
  }

  /** Deletes snapshots that readers could no longer open at some time. */
  void expire(Instant time) {
    Snapshot snapshot = snapshots.get(shown);
    while (snapshot != null && snapshot.at().isAfter(time)) {
      snapshot = snapshots.get(snapshot.parent());
    }
    if (snapshot != null) {
      Instant oldest = snapshot.at();
      if (snapshots.values().stream().anyMatch(older -> older.at().isBefore(oldest))) {
        expireBefore(oldest);
      }
    }
  }

  void expireBefore(Instant time) {
    call("expire_snapshots", "older_than => TIMESTAMP '%s', retain_last => 1".formatted(time));
  }

  void dropAllButMain() {
    references().stream().filter(r -> !r.getString(0).equals(MAIN)).forEach(this::drop);
  }

  /** How many snapshots there are now. */
  long count() {
    return metadata("snapshots").count();
  }

  /** The folder of the table. */
  String location() {
    return spark
        .sql("DESCRIBE TABLE EXTENDED " + namespace.quoted(table))
        .where(col("col_name").equalTo("Location"))
        .first()
        .getString(1);
  }

  String table() {
    return table;
  }

  private List<Row> references() {
    return metadata("refs").select("name", "type", "snapshot_id").collectAsList();
  }

  private Dataset<Row> metadata(String what) {
    return spark.table(namespace.quoted(table, what));
  }

  private void drop(Row reference) {
    spark.sql(
        "ALTER TABLE %s DROP %s %s"
            .formatted(
                namespace.quoted(table),
                reference.getString(1),
                IcebergNamespace.identifier(reference.getString(0))));
  }

  /** Calls a procedure for the table; what it gives. */
  Dataset<Row> call(String procedure, String arguments) {
    return spark.sql(
        "CALL %s.system.%s(table => %s, %s)"
            .formatted(
                IcebergNamespace.identifier(namespace.catalog()),
                procedure,
                IcebergNamespace.literal(namespace.quoted(table)),
                arguments));
  }
}
