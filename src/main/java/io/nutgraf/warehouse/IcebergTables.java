package io.nutgraf.warehouse;

import io.nutgraf.setting.WrongSettingException;
import io.nutgraf.table.Table;
import io.nutgraf.table.Tables;
import io.nutgraf.text.Secrets;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.SparkSession;

/**
 * The published nights once more, as Iceberg tables for engines that read those.
 *
 * <p>What they show is a function of the manifest: each run compares it with what the tables have,
 * writes the nights that differ on a branch of its own, counts them there, and only when every
 * table is whole lets the branches become what readers see. So a run that died on the way is caught
 * up by the next, and nothing needs a journal. Each table changes in one step; all of them change
 * one after another.
 *
 * <p>Iceberg is reached by SQL alone; its jar is the user's to bring.
 *
 * @param keepReplaced how long snapshots that are no longer shown stay, for readers that still have
 *     them open
 */
public record IcebergTables(IcebergNamespace namespace, Duration keepReplaced) implements Sink {
  private static final String CATALOG_CLASS = "org.apache.iceberg.spark.SparkCatalog";
  private static final String EXTENSIONS_SETTING = "spark.sql.extensions";
  private static final String EXTENSIONS =
      "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions";
  private static final String NOT_SET = "not set";

  @Override
  public String options() {
    return "--sink iceberg --iceberg-namespace " + namespace.option();
  }

  @Override
  public void check(SparkSession spark) throws IOException {
    String catalogSetting = "spark.sql.catalog." + namespace.catalog();
    String catalog = spark.conf().get(catalogSetting, NOT_SET);
    String extensions = spark.conf().get(EXTENSIONS_SETTING, NOT_SET);
    if (!hasRuntime() || catalog.equals(NOT_SET) || !extensions.contains(EXTENSIONS)) {
      throw new WrongSettingException(
          """
          --sink iceberg needs Iceberg and its catalog %s. Give spark-submit
            --packages org.apache.iceberg:iceberg-spark-runtime-4.1_2.13:1.12.0
            --conf %s=%s
            --conf %s=%s
          and what that kind of catalog wants. Found: Spark %s, %s the Iceberg runtime; %s is %s; %s is %s\
          """
              .formatted(
                  namespace.catalog(),
                  catalogSetting,
                  CATALOG_CLASS,
                  EXTENSIONS_SETTING,
                  EXTENSIONS,
                  spark.version(),
                  hasRuntime() ? "with" : "without",
                  catalogSetting,
                  catalog,
                  EXTENSIONS_SETTING,
                  extensions));
    }
    try {
      for (IcebergNamespace level : namespace.path()) {
        spark.sql("CREATE NAMESPACE IF NOT EXISTS " + level.quoted());
      }
    } catch (Exception e) {
      throw new IOException(
          "Cannot open the Iceberg namespace %s: %s".formatted(namespace, e.getMessage()), e);
    }
  }

  @Override
  public void follow(SparkSession spark, Warehouse warehouse, String runId, Replaced replaced)
      throws IOException {
    try {
      List<IcebergTable> tables = stage(spark, warehouse, runId);
      for (IcebergTable table : tables) {
        table.show();
      }
      for (IcebergTable table : tables) {
        if (replaced == Replaced.ERASE) {
          table.erase();
        } else {
          table.expire(Instant.now().minus(keepReplaced));
        }
      }
    } catch (Exception e) {
      throw new IOException(
          "The nights are published in %s, but the Iceberg tables in %s do not follow: %s. %s"
              .formatted(
                  warehouse.root(),
                  namespace,
                  e.getMessage(),
                  replaced == Replaced.ERASE
                      ? "They may still hold what was taken down: once that is mended, the next"
                          + " command with the same --sink erases it"
                      : "Once that is mended, the next run catches up"),
          e);
    }
  }

  /** Writes what differs where no reader looks; all faults are told at once. */
  private List<IcebergTable> stage(SparkSession spark, Warehouse warehouse, String runId)
      throws IOException, AnalysisException {
    Manifest manifest = warehouse.manifest();
    PublishedTables published = new PublishedTables(spark, warehouse, manifest);
    String owner = Secrets.hide(warehouse.root().toString());
    List<IcebergTable> tables = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    for (Table table : Tables.PUBLISHED) {
      NavigableMap<LocalDate, Manifest.Night> nights = manifest.nights(table);
      IcebergTable iceberg = new IcebergTable(spark, namespace, table, runId);
      if (!nights.isEmpty() || iceberg.exists()) {
        iceberg.open(owner);
        faults.addAll(iceberg.stage(published, nights));
        tables.add(iceberg);
      }
    }
    if (!faults.isEmpty()) {
      throw new IOException(
          String.join("; ", faults) + ". nutgraf verify tells which files have changed");
    }
    return tables;
  }

  private static boolean hasRuntime() {
    try {
      // spark-submit puts what --packages brings into the class loader of the thread.
      Class.forName(
          CATALOG_CLASS, /* initialize= */ false, Thread.currentThread().getContextClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
