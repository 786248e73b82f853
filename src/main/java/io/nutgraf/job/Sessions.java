package io.nutgraf.job;

import io.nutgraf.paragraph.ParagraphFunctions;
import io.nutgraf.text.Secrets;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** The Spark session of a run. Memory, cores and master are the launcher's business. */
public final class Sessions {
  /** Stands in the settings of a Spark context that was started here. */
  private static final String STARTED_HERE = "spark.nutgraf.startedHere";

  /** For settings that whoever starts Spark may know better. */
  public static final Map<String, String> DEFAULTS =
      Map.of(
          // Each broadcast takes at least one page of the driver, and a night makes fifty; by
          // default a page is up to 64 MB.
          "spark.buffer.pageSize", "4m",
          // Spark writes a plan anew with each of its stages, and keeps the texts of a thousand.
          "spark.sql.maxPlanStringLength", "50000");

  private Sessions() {}

  /** Starts a session, or takes the one that is there, as on platforms that bring their own. */
  public static SparkSession start() {
    return SparkSession.builder()
        .appName("nutgraf")
        .config(unlessSet())
        .config(STARTED_HERE, true)
        .config(ParagraphFunctions.CATALOG_SETTING, ParagraphFunctions.class.getName())
        // Days are UTC days, wherever the job runs.
        .config("spark.sql.session.timeZone", "UTC")
        // By default times have no statistics, and no page is left out by them.
        .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
        // What Spark shows of settings and plans; its own patterns miss credentials and URIs.
        .config("spark.redaction.regex", Secrets.NAMES)
        .config("spark.redaction.string.regex", Secrets.USER_INFO)
        .getOrCreate();
  }

  private static SparkConf unlessSet() {
    SparkConf conf = new SparkConf();
    DEFAULTS.forEach(conf::setIfMissing);
    return conf;
  }

  /** Ends what {@link #start} began; a session that was there before belongs to somebody else. */
  public static void stop(SparkSession spark) {
    if (spark.sparkContext().getConf().contains(STARTED_HERE)) {
      spark.stop();
    }
  }
}
