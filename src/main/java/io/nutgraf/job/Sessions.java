package io.nutgraf.job;

import io.nutgraf.paragraph.ParagraphFunctions;
import org.apache.spark.sql.SparkSession;

/** The Spark session of a run. Memory, cores and master are the launcher's business. */
public final class Sessions {
  private Sessions() {}

  public static SparkSession start() {
    return SparkSession.builder()
        .appName("nutgraf")
        .config(ParagraphFunctions.CATALOG_SETTING, ParagraphFunctions.class.getName())
        // Days are UTC days, wherever the job runs.
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate();
  }
}
