package io.nutgraf.cooccurrence;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
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
 * Sorted by day, and so is the evidence made of them: who reads the last days skips the rest.
 *
 * @param methods mentions recognised in another way do not count
 */
public record ListUnits(Set<String> methods) {

  public ListUnits {
    methods = Set.copyOf(methods);
  }

  public Dataset<Row> apply(Dataset<Row> mentions) {
    return Units.TABLE.conform(
        CountedMentions.of(mentions, methods)
            .select(
                col(Mentions.ARTICLE_ID),
                col(Mentions.ACTOR_ID),
                col(Mentions.SOURCE),
                to_date(col(Mentions.PUBLISHED_AT)).as(Units.DAY),
                inline(unitsOfAMention()))
            .groupBy(Units.UNIT, Units.ARTICLE_ID, Units.PARAGRAPH, Units.SENTENCE)
            .agg(
                // The same in every mention of the unit, so that any will do.
                first(Units.DAY).as(Units.DAY),
                first(Units.SOURCE).as(Units.SOURCE),
                first(Units.PARAGRAPH_ID).as(Units.PARAGRAPH_ID),
                sort_array(collect_set(Mentions.ACTOR_ID)).as(Units.ACTORS))
            .where(size(col(Units.ACTORS)).geq(2))
            .sortWithinPartitions(Units.DAY, Units.ARTICLE_ID));
  }

  /** The sentence, the paragraph and the article of a mention. */
  private static Column unitsOfAMention() {
    Column paragraph = col(Mentions.PARAGRAPH);
    Column paragraphId = col(Mentions.PARAGRAPH_ID);
    Column none = lit(null).cast("int");
    return array(
        unit(Units.SENTENCE_UNIT, paragraph, col(Mentions.SENTENCE), paragraphId),
        unit(Units.PARAGRAPH_UNIT, paragraph, none, paragraphId),
        unit(Units.ARTICLE_UNIT, none, none, lit(null).cast("string")));
  }

  private static Column unit(String unit, Column paragraph, Column sentence, Column paragraphId) {
    return struct(
        lit(unit).as(Units.UNIT),
        paragraph.as(Units.PARAGRAPH),
        sentence.as(Units.SENTENCE),
        paragraphId.as(Units.PARAGRAPH_ID));
  }
}
