package io.nutgraf.job;

import io.nutgraf.actor.Corrections;
import io.nutgraf.actor.Dictionary;
import io.nutgraf.actor.Tagging;
import io.nutgraf.text.Tagger;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;

/**
 * The dictionary on every executor, the analyst's corrections, and the version of all that reading
 * a paragraph depends on.
 */
record LoadedActors(Broadcast<Dictionary> dictionary, Corrections corrections, String version) {

  static LoadedActors load(SparkSession spark, CountingConfig.Naming naming, RunReport report)
      throws IOException {
    DictionaryFiles files = new DictionaryFiles(spark.sparkContext().hadoopConfiguration(), naming);
    Corrections corrections = files.corrections(report);
    Dictionary dictionary = files.load(report);
    report.version("tagger", naming.tagging() == Tagging.ON ? Tagger.version() : "off");
    Map<String, String> versions = report.versions();
    String version =
        ContentVersion.of(
            Stream.of("dictionary", "tagger", "normal_form").map(versions::get).toList());
    return new LoadedActors(
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(dictionary),
        corrections,
        version);
  }
}
