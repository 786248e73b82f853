package io.nutgraf.testing;

import io.nutgraf.job.Sessions;
import io.nutgraf.paragraph.ParagraphFunctions;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands a test the one local session of this JVM; it ends with the JVM. */
public final class SparkExtension implements ParameterResolver {

  private static final class Shared {
    static final SparkSession SPARK =
        SparkSession.builder()
            .master("local[2]")
            .appName("nutgraf-tests")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.default.parallelism", "2")
            // Few articles, and yet the plans that many get; programs of their own interpret them.
            .config("spark.sql.codegen.wholeStage", "true")
            // Nights repeat the same queries; with the 100 classes of the default each would be
            // compiled again every time.
            .config("spark.sql.codegen.cache.maxEntries", "5000")
            // Hundreds of runs share the memory of this one.
            .config("spark.sql.ui.retainedExecutions", "10")
            .config(Map.copyOf(Sessions.DEFAULTS))
            .config(ParagraphFunctions.CATALOG_SETTING, ParagraphFunctions.class.getName())
            .config("spark.sql.warehouse.dir", "target/spark-warehouse")
            .getOrCreate();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SparkSession.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return Shared.SPARK;
  }
}
