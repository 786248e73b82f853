package io.nutgraf.job;

import static org.apache.spark.sql.functions.col;

import io.nutgraf.table.Clusters;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A cluster of copies that a person may want to see. */
record CopiedCluster(
    String id,
    String reuseKind,
    long articles,
    long sources,
    String firstSource,
    String firstArticleId) {

  /** Shorter paragraphs are dates, salutations and headings, which nobody copied from anybody. */
  private static final int TELLING_WORDS = 8;

  /** Those that most outlets ran, furniture left out, most first. */
  static List<CopiedCluster> most(Dataset<Row> clusters, int n) {
    return clusters
        .where(
            col(Clusters.REUSE_KIND)
                .notEqual("furniture")
                .and(col(Clusters.WORDS).geq(TELLING_WORDS)))
        .orderBy(
            col(Clusters.SOURCES).desc(),
            col(Clusters.OCCURRENCES).desc(),
            col(Clusters.CLUSTER_ID))
        .limit(n)
        .select(
            Clusters.CLUSTER_ID,
            Clusters.REUSE_KIND,
            Clusters.ARTICLES,
            Clusters.SOURCES,
            Clusters.FIRST_SOURCE,
            Clusters.FIRST_ARTICLE_ID)
        .collectAsList()
        .stream()
        .map(
            row ->
                new CopiedCluster(
                    row.getString(0),
                    row.getString(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getString(4),
                    row.getString(5)))
        .toList();
  }
}
