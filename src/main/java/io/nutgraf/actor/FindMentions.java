package io.nutgraf.actor;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import io.nutgraf.table.Readings;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Reads distinct paragraphs for actors.
 *
 * <p>{@link io.nutgraf.table.Spellings} -> {@link Readings}, row for row, without a shuffle. A
 * paragraph that is null has no sentences and no spans. What a span means is decided later, in its
 * article, by {@link ResolveActors}.
 *
 * @param dictionary what finds its phrases is built once per JVM, on first use
 * @param tagging the tagger too is loaded once per JVM, on first use
 */
public record FindMentions(Broadcast<Dictionary> dictionary, Tagging tagging) {
  private static final String READING = "reading";
  private static final StructType READING_TYPE =
      new StructType(
          new StructField[] {
            Readings.TABLE.schema().apply(Readings.SENTENCES),
            Readings.TABLE.schema().apply(Readings.SPANS)
          });

  public Dataset<Row> apply(Dataset<Row> spellings) {
    Dataset<Row> readings =
        spellings.withColumn(
            // Not deterministic in name only: it keeps Spark from reading a paragraph twice.
            READING,
            udf(new Read(dictionary, tagging), READING_TYPE)
                .asNondeterministic()
                .apply(col(Readings.TEXT)));
    return Readings.TABLE.conform(
        readings
            .withColumn(Readings.SENTENCES, col(READING).getField(Readings.SENTENCES))
            .withColumn(Readings.SPANS, col(READING).getField(Readings.SPANS)));
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
