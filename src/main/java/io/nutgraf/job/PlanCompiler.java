package io.nutgraf.job;

import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Spark makes Java code of every plan and compiles it, which repays with many rows only. For few
 * articles plans are interpreted, with the same result: see docs/benchmarks.md. Whoever starts
 * Spark with {@code spark.sql.codegen.wholeStage} has decided for himself.
 */
final class PlanCompiler {
  private static final Logger LOG = LoggerFactory.getLogger(PlanCompiler.class);
  private static final long FEW_ARTICLES = 5_000;
  private static final String WHOLE_STAGE = "spark.sql.codegen.wholeStage";
  private static final Map<String, String> INTERPRETED =
      Map.of(WHOLE_STAGE, "false", "spark.sql.codegen.factoryMode", "NO_CODEGEN");

  private PlanCompiler() {}

  /** Does what suits plans over so many articles. */
  static void expect(SparkSession spark, long articles) {
    if (isDecided(spark)) {
      return;
    }
    reset(spark);
    settings(articles).forEach(spark.conf()::set);
    LOG.info(
        "Plans over {} articles are {}",
        articles,
        settings(articles).isEmpty() ? "compiled" : "interpreted");
  }

  /** Leaves the session as it was. */
  static void reset(SparkSession spark) {
    if (!isDecided(spark)) {
      INTERPRETED.keySet().forEach(spark.conf()::unset);
    }
  }

  static Map<String, String> settings(long articles) {
    return articles <= FEW_ARTICLES ? INTERPRETED : Map.of();
  }

  private static boolean isDecided(SparkSession spark) {
    return spark.sparkContext().getConf().contains(WHOLE_STAGE);
  }
}
