package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createMapType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** One run of the job that was published. */
public final class Runs {
  public static final String RUN_ID = "run_id";
  public static final String VERSIONS = "versions";
  public static final String PARAMETERS = "parameters";
  public static final String COUNTS = "counts";
  public static final String GATES = "gates";
  public static final String SECONDS = "seconds";

  public static final Table TABLE =
      new Table(
          "runs",
          Table.Kind.FACT,
          "a run",
          new StructType()
              .add(RUN_ID, StringType, true, "Identifier of the run")
              .add(
                  VERSIONS,
                  createMapType(StringType, StringType),
                  true,
                  "Versions of Nutgraf, Spark, Java, Scala, normal form, tagger, dictionary, merge file and pairing")
              .add(
                  PARAMETERS,
                  createMapType(StringType, StringType),
                  true,
                  "Options of the run, secrets left out")
              .add(COUNTS, createMapType(StringType, LongType), true, "Records and rows per stage")
              .add(GATES, createMapType(StringType, StringType), true, "Outcome of each check")
              .add(SECONDS, DoubleType, true, "Wall time until publication"),
          List.of(RUN_ID));

  private Runs() {}
}
