package io.nutgraf.cooccurrence;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;

import io.nutgraf.setting.WrongSettingException;
import io.nutgraf.table.Evidence;
import io.nutgraf.table.Units;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Pairs the actors of each unit: {@link Units} -> {@link Evidence}, without a shuffle.
 *
 * <p>A pair stands once in a unit, the smaller id first. A unit of k actors makes k(k-1)/2 pairs,
 * so units with more than {@code maxActorsPerUnit} (lists, indexes, results) make none; {@link
 * #isCapped} tells which, for the run's report.
 *
 * @param maxActorsPerUnit units that name more actors are left out
 */
public record ListEvidence(int maxActorsPerUnit) {

  public ListEvidence {
    if (maxActorsPerUnit < 2) {
      throw new WrongSettingException(
          "maxActorsPerUnit must be at least 2, but is " + maxActorsPerUnit);
    }
  }

  public Dataset<Row> apply(Dataset<Row> units) {
    Dataset<Row> pairs =
        units
            .where(not(isCapped()))
            .withColumn(Evidence.N_ACTORS, size(col(Units.ACTORS)))
            .withColumn("pair", explode(Pairs.of(col(Units.ACTORS))));
    return Evidence.TABLE.conform(
        pairs
            .withColumn(Evidence.ACTOR_A, col("pair.a"))
            .withColumn(Evidence.ACTOR_B, col("pair.b")));
  }

  /** Whether a unit names too many actors. */
  public Column isCapped() {
    return size(col(Units.ACTORS)).gt(maxActorsPerUnit);
  }
}
