package io.nutgraf.cluster;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.apache.spark.sql.functions.col;

import io.nutgraf.table.Table;
import io.nutgraf.table.Tables;
import io.nutgraf.warehouse.Manifest;
import io.nutgraf.warehouse.PublishedTables;
import io.nutgraf.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Iceberg tables in a folder, and what is found in them.
 *
 * @param namespace with its catalog
 * @param folder of the namespace
 */
record Lake(SparkSession spark, String namespace, Path folder) {
  private static final Path ROOT = Path.of("target/lake").toAbsolutePath();

  /** A namespace that is not there yet, under one whose name must be quoted. */
  static Lake of(SparkSession spark, String name) throws IOException {
    // One catalog for all tests: a session keeps what it has opened.
    spark.conf().set("spark.sql.catalog.lake", "org.apache.iceberg.spark.SparkCatalog");
    spark.conf().set("spark.sql.catalog.lake.type", "hadoop");
    spark.conf().set("spark.sql.catalog.lake.warehouse", ROOT.toString());
    Path folder = ROOT.resolve("news-desk").resolve(name);
    ThreeNights.delete(folder);
    return new Lake(spark, "lake.`news-desk`." + name, folder);
  }

  String name(Table table) {
    return namespace + "." + table.name();
  }

  Dataset<Row> read(Table table) {
    return spark.table(name(table));
  }

  Dataset<Row> metadata(Table table, String what) {
    return spark.table(name(table) + "." + what);
  }

  List<String> dates(Table table) {
    return read(table)
        .selectExpr("cast(date as string)")
        .distinct()
        .orderBy("date")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  /** The rows of all tables as readers see them, sorted; the date is the last column. */
  Map<String, List<String>> rows() {
    Map<String, List<String>> rows = new TreeMap<>();
    for (Table table : Tables.PUBLISHED) {
      if (spark.catalog().tableExists(name(table))) {
        rows.put(table.name(), sorted(read(table), table));
      }
    }
    return rows;
  }

  /** The same of a warehouse, by its manifest. */
  Map<String, List<String>> published(Path root) throws IOException {
    Warehouse warehouse = new Warehouse(spark, root.toString());
    PublishedTables published = new PublishedTables(spark, warehouse);
    Manifest manifest = warehouse.manifest();
    Map<String, List<String>> rows = new TreeMap<>();
    for (Table table : Tables.PUBLISHED) {
      if (!manifest.nights(table).isEmpty()) {
        rows.put(table.name(), sorted(published.allNights(table), table));
      }
    }
    return rows;
  }

  /** How many rows readers have seen, one state of a table after the other. */
  List<Long> rowsOfSnapshots(Table table) {
    return metadata(table, "history")
        .where("is_current_ancestor")
        .join(metadata(table, "snapshots"), "snapshot_id")
        .orderBy("made_current_at")
        .selectExpr("cast(summary['total-records'] as bigint)")
        .collectAsList()
        .stream()
        .map(row -> row.getLong(0))
        .toList();
  }

  /** What could outlive a takedown: a tag, and a file of a run that died while it wrote. */
  void tagAndLeaveAFile(Table table) throws IOException {
    spark.sql("ALTER TABLE %s CREATE TAG before".formatted(name(table)));
    Path file = Path.of(dataFiles(table).iterator().next());
    Files.copy(file, file.resolveSibling("stray.parquet"));
  }

  Set<String> dataFiles(Table table) throws IOException {
    Set<String> files = new TreeSet<>();
    if (Files.exists(folder.resolve(table.name()).resolve("data"))) {
      try (Stream<Path> all = Files.walk(folder.resolve(table.name()).resolve("data"))) {
        all.filter(Files::isRegularFile)
            .map(Path::toString)
            .filter(file -> !file.endsWith(".crc"))
            .forEach(files::add);
      }
    }
    return files;
  }

  Set<String> shownFiles(Table table) {
    Set<String> files = new TreeSet<>();
    metadata(table, "files")
        .select("file_path")
        .collectAsList()
        .forEach(row -> files.add(row.getString(0).replaceFirst("^file:/*", "/")));
    return files;
  }

  /** Files with a text in them. */
  List<Path> filesThatHold(String text) throws IOException {
    List<Path> holding = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(file), ISO_8859_1).contains(text)) {
          holding.add(file);
        }
      }
    }
    return holding;
  }

  private static List<String> sorted(Dataset<Row> rows, Table table) {
    Column[] columns =
        Stream.concat(Arrays.stream(table.schema().fieldNames()), Stream.of("date"))
            .map(name -> col(name))
            .toArray(Column[]::new);
    return rows.select(columns).collectAsList().stream().map(Object::toString).sorted().toList();
  }
}
