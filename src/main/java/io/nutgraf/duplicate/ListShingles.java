package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.xxhash64;

import io.nutgraf.setting.WrongSettingException;
import io.nutgraf.table.DistinctParagraphs;
import io.nutgraf.table.ShingleSets;
import io.nutgraf.table.Texts;
import io.nutgraf.text.ShingleBytes;
import io.nutgraf.text.Shingles;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/**
 * Lists the word 3-shingles of each distinct paragraph that is long enough to have near copies.
 *
 * <p>{@link Texts}, one row a distinct paragraph, {@link DistinctParagraphs} -> {@link
 * ShingleSets}. Any spelling of a paragraph gives the same shingles. A null text is left out, and
 * so is one that is no distinct paragraph's. Joined are identifiers and times of publication, which
 * Spark broadcasts while they are few; else it shuffles the texts that are long enough, once.
 *
 * @param minWords shorter paragraphs take part in exact matching only
 */
public record ListShingles(int minWords) {
  private static final UserDefinedFunction SHINGLES =
      udf(
          (UDF1<String, byte[]>) text -> ShingleBytes.of(new Shingles().of(text)),
          DataTypes.BinaryType);

  public ListShingles {
    if (minWords < Shingles.WIDTH) {
      throw new WrongSettingException(
          "minWords must be at least %d, but is %d".formatted(Shingles.WIDTH, minWords));
    }
  }

  public Dataset<Row> apply(Dataset<Row> texts, Dataset<Row> distinctParagraphs) {
    Dataset<Row> firstCopies =
        distinctParagraphs
            .where(col(DistinctParagraphs.WORDS).geq(lit(minWords)))
            .select(DistinctParagraphs.PARAGRAPH_ID, DistinctParagraphs.FIRST_PUBLISHED_AT);
    Dataset<Row> longEnough =
        texts.where(col(Texts.TEXT).isNotNull().and(col(Texts.WORDS).geq(lit(minWords))));
    return ShingleSets.TABLE.conform(
        longEnough
            .join(firstCopies, Texts.PARAGRAPH_ID)
            .withColumn(ShingleSets.SHINGLES, SHINGLES.apply(col(Texts.TEXT)))
            .withColumn(
                ShingleSets.N_SHINGLES,
                octet_length(col(ShingleSets.SHINGLES)).divide(lit(Long.BYTES)).cast("int"))
            .withColumn(ShingleSets.PARAGRAPH_KEY, xxhash64(col(Texts.PARAGRAPH_ID))));
  }
}
