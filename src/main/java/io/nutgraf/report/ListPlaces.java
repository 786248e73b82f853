package io.nutgraf.report;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_date;

import io.nutgraf.table.ClusterMembers;
import io.nutgraf.table.Clusters;
import io.nutgraf.table.Evidence;
import io.nutgraf.table.Mentions;
import io.nutgraf.table.Texts;
import io.nutgraf.table.Units;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Lists the paragraphs behind a pair of actors, each with all places where it or a copy of it
 * stands: columns {@code copy_key, day, text, reuse_kind, occurrences, sources, first_source,
 * places}, the last {@code array<struct<day, published_at, article_id, source, paragraph>>} in
 * order; by the first day.
 *
 * <p>Of copies the text is that of the first place. For unit article the paragraphs are those that
 * name one of the two.
 *
 * @param unit sentence, paragraph or article
 * @param actorA the smaller identifier
 * @param actorB the greater identifier
 */
public record ListPlaces(String unit, String actorA, String actorB) {
  private static final String PLACES = "places";

  public Dataset<Row> apply(
      Dataset<Row> evidence,
      Dataset<Row> mentions,
      Dataset<Row> clusterMembers,
      Dataset<Row> clusters,
      Dataset<Row> texts) {
    Dataset<Row> ofPair =
        evidence
            .where(col(Evidence.UNIT).equalTo(unit))
            .where(col(Evidence.ACTOR_A).equalTo(actorA))
            .where(col(Evidence.ACTOR_B).equalTo(actorB));
    Dataset<Row> paragraphs =
        unit.equals(Units.ARTICLE_UNIT) ? paragraphsOf(ofPair, mentions) : ofPair;
    Column copyKey = coalesce(col(ClusterMembers.CLUSTER_ID), col(Evidence.PARAGRAPH_ID));
    Dataset<Row> times = mentions.select(Mentions.ARTICLE_ID, Mentions.PUBLISHED_AT).distinct();
    Column place =
        struct(
            col(Evidence.DAY),
            col(Mentions.PUBLISHED_AT),
            col(Evidence.ARTICLE_ID),
            col(Evidence.SOURCE),
            col(Evidence.PARAGRAPH));
    Dataset<Row> groups =
        paragraphs
            .join(times, new String[] {Evidence.ARTICLE_ID}, "left")
            .join(
                clusterMembers.select(ClusterMembers.PARAGRAPH_ID, ClusterMembers.CLUSTER_ID),
                new String[] {Evidence.PARAGRAPH_ID},
                "left")
            .groupBy(copyKey.as("copy_key"))
            .agg(
                min(Evidence.DAY).as("day"),
                min_by(col(Evidence.PARAGRAPH_ID), place).as(Evidence.PARAGRAPH_ID),
                sort_array(collect_set(place)).as(PLACES));
    return groups
        .join(firstTexts(texts, groups), new String[] {Texts.PARAGRAPH_ID}, "left")
        .join(
            clusters.withColumnRenamed(Clusters.CLUSTER_ID, "copy_key"),
            new String[] {"copy_key"},
            "left")
        .select(
            col("copy_key"),
            col("day"),
            col(Texts.TEXT),
            col(Clusters.REUSE_KIND),
            col(Clusters.OCCURRENCES),
            col(Clusters.SOURCES),
            col(Clusters.FIRST_SOURCE),
            col(PLACES))
        .orderBy("day", "copy_key");
  }

  private Dataset<Row> paragraphsOf(Dataset<Row> articles, Dataset<Row> mentions) {
    return mentions
        .where(col(Mentions.ACTOR_ID).isInCollection(List.of(actorA, actorB)))
        .join(articles.select(Evidence.ARTICLE_ID), new String[] {Evidence.ARTICLE_ID}, "left_semi")
        .select(
            col(Mentions.ARTICLE_ID),
            col(Mentions.PARAGRAPH),
            col(Mentions.PARAGRAPH_ID),
            col(Mentions.SOURCE),
            to_date(col(Mentions.PUBLISHED_AT)).as(Evidence.DAY))
        .distinct();
  }

  /** One spelling each, where several nights have one. */
  private static Dataset<Row> firstTexts(Dataset<Row> texts, Dataset<Row> groups) {
    return texts
        .join(groups.select(Texts.PARAGRAPH_ID), new String[] {Texts.PARAGRAPH_ID}, "left_semi")
        .groupBy(Texts.PARAGRAPH_ID)
        .agg(min_by(col(Texts.TEXT), col("date")).as(Texts.TEXT));
  }
}
