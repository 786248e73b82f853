package io.nutgraf.cooccurrence;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import io.nutgraf.table.Associations;
import io.nutgraf.text.Measures;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/** The measures of {@link Measures} as columns, with the rule of when they are null. */
final class MeasureColumns {
  private static final Column AB = col(Associations.N_DISTINCT);
  private static final Column A = col(Associations.N_A);
  private static final Column B = col(Associations.N_B);
  private static final Column N = col(Associations.N);

  private MeasureColumns() {}

  static Dataset<Row> addTo(Dataset<Row> pairs, int minDistinct) {
    Column isEnough = AB.geq(minDistinct);
    return pairs
        .withColumn(Associations.LIFT, when(isEnough, of(Measures::lift)))
        .withColumn(Associations.PMI, when(isEnough, of(Measures::pmi)))
        .withColumn(Associations.NPMI, when(isEnough.and(AB.lt(N)), of(Measures::npmi)))
        .withColumn(Associations.DICE, when(isEnough, ofThree(Measures::dice)))
        .withColumn(Associations.LOGDICE, when(isEnough, ofThree(Measures::logDice)))
        .withColumn(Associations.JACCARD, when(isEnough, ofThree(Measures::jaccard)))
        .withColumn(Associations.COSINE, when(isEnough, ofThree(Measures::cosine)))
        .withColumn(Associations.PHI, when(isEnough.and(A.lt(N)).and(B.lt(N)), of(Measures::phi)))
        .withColumn(Associations.G2, when(isEnough, of(Measures::g2)))
        .withColumn(
            Associations.DUPLICATION_FACTOR,
            when(AB.gt(0), col(Associations.N_RAW).cast("double").divide(AB)));
  }

  private static Column of(UDF4<Long, Long, Long, Long, Double> measure) {
    UserDefinedFunction function = udf(measure, DataTypes.DoubleType);
    return function.apply(AB, A, B, N);
  }

  private static Column ofThree(UDF3<Long, Long, Long, Double> measure) {
    UserDefinedFunction function = udf(measure, DataTypes.DoubleType);
    return function.apply(AB, A, B);
  }
}
