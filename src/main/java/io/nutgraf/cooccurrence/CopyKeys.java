package io.nutgraf.cooccurrence;

import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.md5;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import io.nutgraf.table.ClusterMembers;
import io.nutgraf.table.Clusters;
import io.nutgraf.table.Contents;
import io.nutgraf.table.Evidence;
import io.nutgraf.table.Mentions;
import io.nutgraf.table.Paragraphs;
import io.nutgraf.table.Units;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What makes two units the same once copies count once: a paragraph's key is its cluster, or itself
 * without one; an article's is the set of its paragraphs' keys.
 */
final class CopyKeys {
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
                col(Clusters.REUSE_KIND).equalTo("furniture").as("is_furniture"));
  }

  /**
   * Adds {@code copy_key}, {@code copy_day} (of the cluster's first copy; the row's own day without
   * a cluster) and {@code is_furniture} to rows with a paragraph_id.
   */
  Dataset<Row> join(Dataset<Row> rows, String day) {
    return rows.join(keys, new String[] {Paragraphs.PARAGRAPH_ID}, "left")
        .withColumn("copy_key", coalesce(col(Clusters.CLUSTER_ID), col(Paragraphs.PARAGRAPH_ID)))
        .withColumn(
            "copy_day",
            when(col(Clusters.CLUSTER_ID).isNotNull(), col("cluster_day")).otherwise(col(day)))
        .withColumn("is_furniture", coalesce(col("is_furniture"), lit(false)));
  }

  /**
   * Adds {@code copy_key} and {@code copy_day} to units: of the paragraph's cluster, or of the
   * article's content.
   */
  Dataset<Row> joinUnits(Dataset<Row> evidence, Dataset<Row> contents) {
    return join(evidence, Evidence.DAY)
        .join(
            contents,
            evidence
                .col(Evidence.ARTICLE_ID)
                .equalTo(contents.col(Contents.ARTICLE_ID))
                .and(col(Evidence.UNIT).equalTo(Units.ARTICLE_UNIT)),
            "left")
        .drop(contents.col(Contents.ARTICLE_ID))
        .withColumn(
            "copy_day",
            when(col(Contents.CONTENT_KEY).isNotNull(), col(Contents.CONTENT_DAY))
                .otherwise(col("copy_day")))
        .withColumn("copy_key", coalesce(col(Contents.CONTENT_KEY), col("copy_key")));
  }

  /** article_id, published_at, content_key: the set of its clusters, furniture left out. */
  Dataset<Row> contents(Dataset<Row> paragraphs) {
    return join(paragraphs, Paragraphs.PUBLISHED_AT)
        .groupBy(Paragraphs.ARTICLE_ID)
        .agg(
            setKey(keysWithoutFurniture()).as(Contents.CONTENT_KEY),
            min(Paragraphs.PUBLISHED_AT).as(Paragraphs.PUBLISHED_AT));
  }

  /**
   * actor_a, actor_b, evidence_key, day: for each article and pair the set of clusters whose
   * paragraphs name one of the two.
   */
  Dataset<Row> articleEvidence(Dataset<Row> countedMentions, int maxActors) {
    Dataset<Row> mentions = countedMentions.withColumn("day", to_date(col(Mentions.PUBLISHED_AT)));
    Dataset<Row> actors =
        join(mentions, "day")
            .groupBy(Mentions.ARTICLE_ID, Mentions.ACTOR_ID)
            .agg(keysWithoutFurniture().as("keys"), min("day").as("day"));
    return actors
        .groupBy(Mentions.ARTICLE_ID)
        .agg(
            min("day").as("day"),
            sort_array(collect_list(struct(col(Mentions.ACTOR_ID), col("keys")))).as("actors"))
        .where(size(col("actors")).between(2, maxActors))
        .select(col("day"), explode(Pairs.of(col("actors"))).as("pair"))
        .select(
            col("pair.a.actor_id").as(Evidence.ACTOR_A),
            col("pair.b.actor_id").as(Evidence.ACTOR_B),
            setKey(array_union(col("pair.a.keys"), col("pair.b.keys"))).as("evidence_key"),
            col("day"));
  }

  /** Where all of it is furniture, furniture is what there is. */
  private static Column keysWithoutFurniture() {
    Column own = collect_set(when(not(col("is_furniture")), col("copy_key")));
    return when(size(own).gt(0), own).otherwise(collect_set("copy_key"));
  }

  /** 128 bits, so that 10^10 articles do not meet by chance. */
  private static Column setKey(Column keys) {
    return md5(concat_ws("", sort_array(keys)).cast("binary"));
  }
}
