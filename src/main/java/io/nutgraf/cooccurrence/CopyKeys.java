package io.nutgraf.cooccurrence;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.md5;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import io.nutgraf.table.ClusterMembers;
import io.nutgraf.table.Clusters;
import io.nutgraf.table.Contents;
import io.nutgraf.table.Paragraphs;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What makes two units the same once copies count once: a paragraph's key is its cluster, or itself
 * without one; an article's is the set of its paragraphs' keys.
 */
final class CopyKeys {
  static final String KEY = "copy_key";
  static final String DAY = "copy_day";
  static final String IS_FURNITURE = "is_furniture";

  private final Dataset<Row> keys;

  CopyKeys(Dataset<Row> clusterMembers, Dataset<Row> clusters) {
    keys =
        clusterMembers
            .select(ClusterMembers.PARAGRAPH_ID, ClusterMembers.CLUSTER_ID)
            .join(clusters, ClusterMembers.CLUSTER_ID)
            .select(
                col(ClusterMembers.PARAGRAPH_ID),
                col(ClusterMembers.CLUSTER_ID),
                to_date(col(Clusters.FIRST_PUBLISHED_AT)).as("cluster_day"),
                col(Clusters.REUSE_KIND).equalTo("furniture").as(IS_FURNITURE));
  }

  /**
   * Adds {@code copy_key}, {@code copy_day} (of the cluster's first copy; the row's own day without
   * a cluster) and {@code is_furniture} to rows with a paragraph_id.
   */
  Dataset<Row> join(Dataset<Row> rows, String day) {
    return rows.join(keys, new String[] {Paragraphs.PARAGRAPH_ID}, "left")
        .withColumn(KEY, coalesce(col(Clusters.CLUSTER_ID), col(Paragraphs.PARAGRAPH_ID)))
        .withColumn(
            DAY, when(col(Clusters.CLUSTER_ID).isNotNull(), col("cluster_day")).otherwise(col(day)))
        .withColumn(IS_FURNITURE, coalesce(col(IS_FURNITURE), lit(false)));
  }

  /** article_id, published_at, content_key: the set of its clusters, furniture left out. */
  Dataset<Row> contents(Dataset<Row> paragraphs) {
    return join(paragraphs, Paragraphs.PUBLISHED_AT)
        .groupBy(Paragraphs.ARTICLE_ID)
        .agg(
            setKey(keysWithoutFurniture()).as(Contents.CONTENT_KEY),
            min(Paragraphs.PUBLISHED_AT).as(Paragraphs.PUBLISHED_AT));
  }

  /** Where all of it is furniture, furniture is what there is. */
  private static Column keysWithoutFurniture() {
    Column own = collect_set(when(not(col(IS_FURNITURE)), col(KEY)));
    return when(size(own).gt(0), own).otherwise(collect_set(KEY));
  }

  /** 128 bits, so that 10^10 articles do not meet by chance. */
  private static Column setKey(Column keys) {
    return md5(concat_ws("", sort_array(keys)).cast("binary"));
  }
}
