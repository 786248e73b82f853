package io.nutgraf.cooccurrence;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.nutgraf.table.Contents;
import io.nutgraf.table.Evidence;
import io.nutgraf.table.Mentions;
import io.nutgraf.table.Units;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The units of each pair with what tells copies apart, as {@link CountPairs} counts them: a row a
 * pair and unit. Everything but the actors is a number, because these rows are what is shuffled; 64
 * bits suffice for keys that meet only among the units of one pair.
 */
final class PairedUnits {
  /** Hash of the pair. */
  static final String PAIR_KEY = "pair_key";

  /** Hash of the cluster or content. */
  static final String COPY_KEY = "copy_key";

  /** Hash of the place: sentences of one paragraph share it. */
  static final String OCCURRENCE = "occurrence";

  /** Days since 1970-01-01. */
  static final String DAY = "day";

  /** Day of the first copy. */
  static final String COPY_DAY = "copy_day";

  static final String N_ACTORS = "n_actors";

  /** Hash of the source. */
  static final String SOURCE_KEY = "source_key";

  /** Hash of the clusters that name one of the two; null but for unit article. */
  static final String EVIDENCE_KEY = "evidence_key";

  static final StructType COLUMNS =
      new StructType()
          .add(Units.UNIT, DataTypes.StringType)
          .add(Evidence.ACTOR_A, DataTypes.StringType)
          .add(Evidence.ACTOR_B, DataTypes.StringType)
          .add(COPY_KEY, DataTypes.LongType)
          .add(OCCURRENCE, DataTypes.LongType)
          .add(DAY, DataTypes.IntegerType)
          .add(COPY_DAY, DataTypes.IntegerType)
          .add(N_ACTORS, DataTypes.IntegerType)
          .add(SOURCE_KEY, DataTypes.LongType)
          .add(EVIDENCE_KEY, DataTypes.LongType);

  private final CopyKeys copies;

  PairedUnits(CopyKeys copies) {
    this.copies = copies;
  }

  /** Sentences and paragraphs: their copies are those of the paragraph's cluster. */
  Dataset<Row> ofParagraphs(Dataset<Row> evidence) {
    return copies
        .join(evidence.where(not(col(Evidence.UNIT).equalTo(Units.ARTICLE_UNIT))), Evidence.DAY)
        .select(
            col(Units.UNIT),
            col(Evidence.ACTOR_A),
            col(Evidence.ACTOR_B),
            xxhash64(col(CopyKeys.KEY)).as(COPY_KEY),
            xxhash64(col(Evidence.ARTICLE_ID), col(Evidence.PARAGRAPH)).as(OCCURRENCE),
            unix_date(col(Evidence.DAY)).as(DAY),
            unix_date(col(CopyKeys.DAY)).as(COPY_DAY),
            col(Evidence.N_ACTORS),
            sourceKey(),
            lit(null).cast(DataTypes.LongType).as(EVIDENCE_KEY));
  }

  /**
   * Articles: their copies are those with the same content. Made from the mentions, because the
   * evidence does not say which paragraphs name the two. One shuffle by article; memory holds the
   * actors of one.
   */
  Dataset<Row> ofArticles(Dataset<Row> mentions, Dataset<Row> contents, int maxActors) {
    Dataset<Row> actors =
        copies
            .join(
                mentions.withColumn(Evidence.DAY, to_date(col(Mentions.PUBLISHED_AT))),
                Evidence.DAY)
            .groupBy(Mentions.ARTICLE_ID, Mentions.ACTOR_ID)
            .agg(
                array_sort(keysWithoutFurniture()).as("keys"),
                // The same in every mention of the article, so that any will do.
                first(Evidence.DAY).as(Evidence.DAY),
                first(Mentions.SOURCE).as(Mentions.SOURCE));
    return actors
        .groupBy(Mentions.ARTICLE_ID)
        .agg(
            unix_date(first(Evidence.DAY)).as(DAY),
            first(Mentions.SOURCE).as(Mentions.SOURCE),
            sort_array(collect_list(struct(col(Mentions.ACTOR_ID), col("keys")))).as("actors"))
        .where(size(col("actors")).between(2, maxActors))
        .join(contents, Mentions.ARTICLE_ID)
        .select(
            xxhash64(col(Contents.CONTENT_KEY)).as(COPY_KEY),
            xxhash64(col(Mentions.ARTICLE_ID)).as(OCCURRENCE),
            col(DAY),
            unix_date(col(Contents.CONTENT_DAY)).as(COPY_DAY),
            sourceKey(),
            col("actors"))
        .mapPartitions(new PairsOfArticle(), Encoders.row(COLUMNS));
  }

  private static Column sourceKey() {
    return xxhash64(coalesce(col(Evidence.SOURCE), lit(""))).as(SOURCE_KEY);
  }

  /** Where all of it is furniture, furniture is what there is. */
  private static Column keysWithoutFurniture() {
    Column key = xxhash64(col(CopyKeys.KEY));
    Column own = collect_set(when(not(col(CopyKeys.IS_FURNITURE)), key));
    return when(size(own).gt(0), own).otherwise(collect_set(key));
  }
}
