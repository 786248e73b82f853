package io.nutgraf.job;

import io.nutgraf.actor.Corrections;
import io.nutgraf.actor.Dictionary;
import java.io.IOException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;

/** The dictionary on every executor, and the analyst's corrections. */
record LoadedActors(Broadcast<Dictionary> dictionary, Corrections corrections) {

  static LoadedActors load(SparkSession spark, CountingConfig.Naming naming, RunReport report)
      throws IOException {
    DictionaryFiles files = new DictionaryFiles(spark.sparkContext().hadoopConfiguration(), naming);
    Corrections corrections = files.corrections(report);
    return new LoadedActors(
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(files.load(report)),
        corrections);
  }
}
