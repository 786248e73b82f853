package io.nutgraf.job;

import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Spark makes Java code of every plan and compiles it, which repays with many rows only. For few
 * articles plans are interpreted, with the same result: see docs/benchmarks.md. Whoever starts
 * Spark with {@code spark.sql.codegen.wholeStage} or {@code spark.sql.codegen.factoryMode} has
 * decided for himself.
 */
final class PlanCompiler {
  private static final Logger LOG = LoggerFactory.getLogger(PlanCompiler.class);
  private static final long FEW_ARTICLES = 5_000;
  private static final long ALL_FOR_ONE_READ = 40;
  private static final String WHOLE_STAGE = "spark.sql.codegen.wholeStage";
  private static final String FACTORY_MODE = "spark.sql.codegen.factoryMode";

  /** Stands in the session as long as these are its settings. */
  private static final String SET_HERE = "spark.nutgraf.plansInterpreted";

  private static final Map<String, String> INTERPRETED =
      Map.of(WHOLE_STAGE, "false", FACTORY_MODE, "NO_CODEGEN", SET_HERE, "true");

  private PlanCompiler() {}

  /** As if so many articles were read where only what changed among all is made anew. */
  static long readForChanges(long articles) {
    return articles / ALL_FOR_ONE_READ;
  }

  /** Does what suits plans over so many articles. */
  static void expect(SparkSession spark, long articles) {
    reset(spark);
    if (isDecided(spark)) {
      return;
    }
    settings(articles).forEach(spark.conf()::set);
    LOG.info(
        "Plans over {} articles are {}",
        articles,
        settings(articles).isEmpty() ? "compiled" : "interpreted");
  }

  /** Leaves the session as it was. */
  static void reset(SparkSession spark) {
    if (spark.conf().contains(SET_HERE)) {
      INTERPRETED.keySet().forEach(spark.conf()::unset);
    }
  }

  static Map<String, String> settings(long articles) {
    return articles <= FEW_ARTICLES ? INTERPRETED : Map.of();
  }

  private static boolean isDecided(SparkSession spark) {
    return spark.conf().contains(WHOLE_STAGE) || spark.conf().contains(FACTORY_MODE);
  }
}
