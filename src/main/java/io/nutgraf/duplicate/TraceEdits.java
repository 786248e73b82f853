package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.udf;

import io.nutgraf.table.ClusterMembers;
import io.nutgraf.table.Edits;
import io.nutgraf.table.Texts;
import io.nutgraf.text.WordEdits;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Says how each near copy differs from its cluster's first copy.
 *
 * <p>({@link Texts}, {@link ClusterMembers}, actors by paragraph) -> {@link Edits}: a row for each
 * member that is not the first copy. The actors are {@code paragraph_id} and {@code actors}, an
 * array of their identifiers in any order; a paragraph that is not there names nobody. Shuffles the
 * texts of clustered paragraphs.
 */
public record TraceEdits() {
  /** Column of the actors that a paragraph names. */
  public static final String ACTORS = "actors";

  private static final StructType EDIT =
      new StructType()
          .add("inserted", DataTypes.IntegerType)
          .add("deleted", DataTypes.IntegerType)
          .add("is_number_changed", DataTypes.BooleanType);

  private static final UserDefinedFunction EDITS =
      udf((UDF2<String, String, Row>) TraceEdits::edits, EDIT);

  public Dataset<Row> apply(
      Dataset<Row> texts, Dataset<Row> clusterMembers, Dataset<Row> actorsByParagraph) {
    Dataset<Row> nearCopies = nearCopies(clusterMembers);
    Dataset<Row> compared =
        nearCopies
            .join(wording(texts, ClusterMembers.CLUSTER_ID, "earlier"), ClusterMembers.CLUSTER_ID)
            .join(wording(texts, ClusterMembers.PARAGRAPH_ID, "later"), ClusterMembers.PARAGRAPH_ID)
            .withColumn("edit", EDITS.apply(col("earlier"), col("later")));
    return Edits.TABLE.conform(
        withActors(compared, actorsByParagraph)
            .withColumn(Edits.WORDS_INSERTED, col("edit.inserted"))
            .withColumn(Edits.WORDS_DELETED, col("edit.deleted"))
            .withColumn(Edits.NUMBER_CHANGED, col("edit.is_number_changed"))
            .withColumn(
                Edits.ACTOR_CHANGED, actors("earlier_actors").notEqual(actors("later_actors"))));
  }

  /** The paragraphs whose texts and actors it needs, each once, by paragraph_id. */
  public static Dataset<Row> compared(Dataset<Row> clusterMembers) {
    return nearCopies(clusterMembers)
        .select(
            explode(array(col(ClusterMembers.PARAGRAPH_ID), col(ClusterMembers.CLUSTER_ID)))
                .as(ClusterMembers.PARAGRAPH_ID))
        .distinct();
  }

  private static Dataset<Row> nearCopies(Dataset<Row> clusterMembers) {
    return clusterMembers
        .where(col(ClusterMembers.PARAGRAPH_ID).notEqual(col(ClusterMembers.CLUSTER_ID)))
        .select(ClusterMembers.PARAGRAPH_ID, ClusterMembers.CLUSTER_ID);
  }

  private static Dataset<Row> withActors(Dataset<Row> compared, Dataset<Row> actorsByParagraph) {
    String[] cluster = {ClusterMembers.CLUSTER_ID};
    String[] paragraph = {ClusterMembers.PARAGRAPH_ID};
    return compared
        .join(
            named(actorsByParagraph, ClusterMembers.CLUSTER_ID, "earlier_actors"),
            cluster,
            "left_outer")
        .join(
            named(actorsByParagraph, ClusterMembers.PARAGRAPH_ID, "later_actors"),
            paragraph,
            "left_outer");
  }

  private static Dataset<Row> wording(Dataset<Row> texts, String id, String wording) {
    return texts.select(col(Texts.PARAGRAPH_ID).as(id), col(Texts.TEXT).as(wording));
  }

  private static Dataset<Row> named(Dataset<Row> actorsByParagraph, String id, String actors) {
    return actorsByParagraph.select(
        col(ClusterMembers.PARAGRAPH_ID).as(id), col(ACTORS).as(actors));
  }

  private static Column actors(String column) {
    Column nobody = array().cast(DataTypes.createArrayType(DataTypes.StringType));
    return array_sort(array_distinct(coalesce(col(column), nobody)));
  }

  private static Row edits(String earlier, String later) {
    WordEdits edits = WordEdits.between(earlier, later);
    return RowFactory.create(edits.inserted(), edits.deleted(), edits.isNumberChanged());
  }
}
