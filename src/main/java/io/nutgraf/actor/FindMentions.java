package io.nutgraf.actor;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import io.nutgraf.table.Readings;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Reads distinct paragraphs for actors.
 *
 * <p>{@link io.nutgraf.table.Spellings} -> {@link Readings}, row for row; with what earlier nights
 * have read, no paragraph is ever read twice. A paragraph that is null has no sentences and no
 * spans. What a span means is decided later, in its article, by {@link ResolveActors}.
 *
 * @param dictionary what finds its phrases is built once per JVM, on first use
 * @param tagging the tagger too is loaded once per JVM, on first use
 */
public record FindMentions(Broadcast<Dictionary> dictionary, Tagging tagging) {
  private static final String READING = "reading";
  private static final String KNOWN_SENTENCES = "known_sentences";
  private static final String KNOWN_SPANS = "known_spans";
  private static final StructType READING_TYPE =
      new StructType(
          new StructField[] {
            Readings.TABLE.schema().apply(Readings.SENTENCES),
            Readings.TABLE.schema().apply(Readings.SPANS)
          });

  /**
   * Reads all but those that are known. Shuffles the paragraphs, which are a night's.
   *
   * @param known h1, h2, spelling, sentences and spans of {@link Readings}, small enough to
   *     broadcast or else shuffled by their hash
   */
  public Dataset<Row> apply(Dataset<Row> spellings, Dataset<Row> known) {
    Column found = col(KNOWN_SPANS).isNotNull();
    Dataset<Row> lookedUp =
        // A night is often one small file, which one task alone would read for a long time.
        spellings
            .repartition(col(Readings.H1), col(Readings.H2), col(Readings.SPELLING))
            .join(
                known
                    .withColumnRenamed(Readings.SENTENCES, KNOWN_SENTENCES)
                    .withColumnRenamed(Readings.SPANS, KNOWN_SPANS),
                new String[] {Readings.H1, Readings.H2, Readings.SPELLING},
                "left");
    Column unknownText = when(found, lit(null)).otherwise(col(Readings.TEXT));
    return Readings.TABLE.conform(
        lookedUp
            .withColumn(READING, reading(unknownText))
            .withColumn(
                Readings.SENTENCES,
                coalesce(col(KNOWN_SENTENCES), col(READING).getField(Readings.SENTENCES)))
            .withColumn(
                Readings.SPANS, coalesce(col(KNOWN_SPANS), col(READING).getField(Readings.SPANS)))
            .withColumn(Readings.IS_KNOWN, found));
  }

  /** Reads all, without a shuffle. */
  public Dataset<Row> apply(Dataset<Row> spellings) {
    return Readings.TABLE.conform(
        spellings
            .withColumn(READING, reading(col(Readings.TEXT)))
            .withColumn(Readings.SENTENCES, col(READING).getField(Readings.SENTENCES))
            .withColumn(Readings.SPANS, col(READING).getField(Readings.SPANS))
            .withColumn(Readings.IS_KNOWN, lit(false)));
  }

  private Column reading(Column text) {
    // Not deterministic in name only: it keeps Spark from reading a paragraph twice.
    return udf(new Read(dictionary, tagging), READING_TYPE).asNondeterministic().apply(text);
  }

  private record Read(Broadcast<Dictionary> dictionary, Tagging tagging)
      implements UDF1<String, Row> {

    @Override
    public Row call(String paragraph) {
      if (paragraph == null) {
        return RowFactory.create(0, new Row[0]);
      }
      ParagraphReader.Reading reading = dictionary.value().index().reader(tagging).read(paragraph);
      return RowFactory.create(
          reading.sentences(), reading.spans().stream().map(Read::row).toArray(Row[]::new));
    }

    private static Row row(Span span) {
      return RowFactory.create(
          span.start(),
          span.end(),
          span.sentence(),
          span.method(),
          span.candidates(),
          span.title(),
          span.surface());
    }
  }
}
