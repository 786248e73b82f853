package io.nutgraf.cooccurrence;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import io.nutgraf.table.ActorLists;
import io.nutgraf.table.Contents;
import io.nutgraf.table.Mentions;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Lists the actors that each distinct article names: ({@link Mentions}, {@link Contents}) -> {@link
 * ActorLists}, one row for all articles of one content.
 *
 * <p>Of several, the one that names most actors counts; of equals, the one whose list comes last.
 * So a set of actors is never in more distinct articles than a pair of them. Two shuffles of ids;
 * memory holds the actors of one article.
 *
 * @param methods mentions recognised in another way do not count, as in {@link ListUnits}
 */
public record ListActors(Set<String> methods) {

  public ListActors {
    methods = Set.copyOf(methods);
  }

  public Dataset<Row> apply(Dataset<Row> mentions, Dataset<Row> contents) {
    Dataset<Row> articles =
        CountedMentions.of(mentions, methods)
            .groupBy(Mentions.ARTICLE_ID)
            .agg(sort_array(collect_set(Mentions.ACTOR_ID)).as(ActorLists.ACTORS));
    return ActorLists.TABLE.conform(
        articles
            .join(contents, Mentions.ARTICLE_ID)
            .groupBy(Contents.CONTENT_KEY)
            .agg(max(struct(size(col(ActorLists.ACTORS)), col(ActorLists.ACTORS))).as("richest"))
            .select(col(Contents.CONTENT_KEY), col("richest.actors").as(ActorLists.ACTORS)));
  }
}
