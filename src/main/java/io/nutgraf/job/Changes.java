package io.nutgraf.job;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What a run has to make anew of copies, given what it has made so far. In this order. */
interface Changes {

  /** The links between near copies as they are now, and which of them came and went. */
  NearSteps.Links links(NearSteps near);

  /** Distinct paragraphs whose cluster may be another, by paragraph_id. */
  Scope copies(NearSteps.Links links);

  /**
   * These, as {@link io.nutgraf.table.DistinctParagraphs}.
   *
   * @param occurrences of theirs
   */
  Dataset<Row> distinct(Dataset<Row> occurrences);

  /**
   * Clusters that may be others, by cluster_id.
   *
   * @param members of all clusters
   */
  Scope clusters(Dataset<Row> members);

  /**
   * Articles with a copy that may be another's, by article_id.
   *
   * @param occurrences of the copies
   * @param members of the clusters that may be others
   * @param clusters that may be others
   */
  Scope articles(Dataset<Row> occurrences, Dataset<Row> members, Dataset<Row> clusters);

  /** To find the first copies of the days that are counted. */
  FirstCopies firstCopies();
}
