package io.nutgraf.cooccurrence;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.to_date;

import io.nutgraf.table.Mentions;
import io.nutgraf.table.Units;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Gathers the actors named together in a sentence, a paragraph and an article.
 *
 * <p>{@link Mentions} -> {@link Units}: the units that name two distinct actors or more. One
 * shuffle by unit; memory holds the actors of one unit at a time. Ambiguous mentions name nobody.
 *
 * @param methods mentions recognised in another way do not count
 */
public record ListUnits(Set<String> methods) {

  public ListUnits {
    methods = Set.copyOf(methods);
  }

  public Dataset<Row> apply(Dataset<Row> mentions) {
    Dataset<Row> counted = CountedMentions.of(mentions, methods);
    Column none = lit(null).cast("int");
    Dataset<Row> sentences =
        unit(
            counted,
            Units.SENTENCE_UNIT,
            col(Mentions.PARAGRAPH),
            col(Mentions.SENTENCE),
            col(Mentions.PARAGRAPH_ID));
    Dataset<Row> paragraphs =
        unit(
            counted,
            Units.PARAGRAPH_UNIT,
            col(Mentions.PARAGRAPH),
            none,
            col(Mentions.PARAGRAPH_ID));
    Dataset<Row> articles = unit(counted, Units.ARTICLE_UNIT, none, none, lit(null).cast("string"));
    return Units.TABLE.conform(
        sentences
            .union(paragraphs)
            .union(articles)
            .groupBy(Units.UNIT, Units.ARTICLE_ID, Units.PARAGRAPH, Units.SENTENCE)
            .agg(
                // The same in every mention of the unit, so that any will do.
                first(Units.DAY).as(Units.DAY),
                first(Units.SOURCE).as(Units.SOURCE),
                first(Units.PARAGRAPH_ID).as(Units.PARAGRAPH_ID),
                sort_array(collect_set(Mentions.ACTOR_ID)).as(Units.ACTORS))
            .where(size(col(Units.ACTORS)).geq(2)));
  }

  private static Dataset<Row> unit(
      Dataset<Row> mentions, String unit, Column paragraph, Column sentence, Column paragraphId) {
    return mentions.select(
        lit(unit).as(Units.UNIT),
        col(Mentions.ARTICLE_ID),
        paragraph.as(Units.PARAGRAPH),
        sentence.as(Units.SENTENCE),
        to_date(col(Mentions.PUBLISHED_AT)).as(Units.DAY),
        col(Mentions.SOURCE),
        paragraphId.as(Units.PARAGRAPH_ID),
        col(Mentions.ACTOR_ID));
  }
}
