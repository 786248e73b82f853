package io.nutgraf.cooccurrence;

import io.nutgraf.table.Evidence;
import io.nutgraf.table.ExpandedRows;
import io.nutgraf.table.Units;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/**
 * Counts rows of {@link PairedUnits} that lie sorted by pair, unit, copy and occurrence, one pair
 * after another.
 */
record CountInPair() implements MapPartitionsFunction<Row, Row> {

  @Override
  public Iterator<Row> call(Iterator<Row> sortedUnits) {
    return new Pairs(sortedUnits);
  }

  /** Where the columns are. */
  private record Columns(
      int unit,
      int actorA,
      int actorB,
      int copy,
      int occurrence,
      int day,
      int copyDay,
      int actors,
      int source,
      int evidence) {
    static Columns of(Row row) {
      return new Columns(
          row.fieldIndex(Units.UNIT),
          row.fieldIndex(Evidence.ACTOR_A),
          row.fieldIndex(Evidence.ACTOR_B),
          row.fieldIndex(PairedUnits.COPY_KEY),
          row.fieldIndex(PairedUnits.OCCURRENCE),
          row.fieldIndex(PairedUnits.DAY),
          row.fieldIndex(PairedUnits.COPY_DAY),
          row.fieldIndex(PairedUnits.N_ACTORS),
          row.fieldIndex(PairedUnits.SOURCE_KEY),
          row.fieldIndex(PairedUnits.EVIDENCE_KEY));
    }
  }

  private static final class Pairs extends ExpandedRows {
    private Columns columns;
    private String unit;
    private String actorA;
    private String actorB;
    private DaysOfPair days;

    Pairs(Iterator<Row> units) {
      super(units);
    }

    @Override
    protected void expand(Row row) {
      if (columns == null) {
        columns = Columns.of(row);
      }
      if (days == null || !isSamePair(row)) {
        end();
        unit = row.getString(columns.unit());
        actorA = row.getString(columns.actorA());
        actorB = row.getString(columns.actorB());
        days = new DaysOfPair(unit, actorA, actorB);
      }
      days.add(
          row.getLong(columns.copy()),
          row.getLong(columns.occurrence()),
          row.getAs(columns.day()),
          row.getAs(columns.copyDay()),
          row.getInt(columns.actors()),
          row.getLong(columns.source()),
          row.getAs(columns.evidence()));
    }

    @Override
    protected void end() {
      if (days != null) {
        days.rows().forEach(this::give);
      }
    }

    private boolean isSamePair(Row row) {
      return row.getString(columns.unit()).equals(unit)
          && row.getString(columns.actorA()).equals(actorA)
          && row.getString(columns.actorB()).equals(actorB);
    }
  }
}
