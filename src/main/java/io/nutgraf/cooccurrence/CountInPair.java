package io.nutgraf.cooccurrence;

import io.nutgraf.table.Evidence;
import io.nutgraf.table.Units;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
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
      int evidence)
      implements Serializable {
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

  private static final class Pairs implements Iterator<Row> {
    private final Iterator<Row> units;
    private Columns columns;
    private Row ahead;
    private Iterator<Row> counted = List.<Row>of().iterator();

    Pairs(Iterator<Row> units) {
      this.units = units;
      if (units.hasNext()) {
        ahead = units.next();
        columns = Columns.of(ahead);
      }
    }

    @Override
    public boolean hasNext() {
      while (!counted.hasNext() && ahead != null) {
        counted = countNext().iterator();
      }
      return counted.hasNext();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return counted.next();
    }

    /** All units of one kind that have the pair of the row ahead. */
    private List<Row> countNext() {
      String unit = ahead.getString(columns.unit());
      String a = ahead.getString(columns.actorA());
      String b = ahead.getString(columns.actorB());
      DaysOfPair days = new DaysOfPair(unit, a, b);
      while (ahead != null
          && ahead.getString(columns.unit()).equals(unit)
          && ahead.getString(columns.actorA()).equals(a)
          && ahead.getString(columns.actorB()).equals(b)) {
        days.add(
            ahead.getLong(columns.copy()),
            ahead.getLong(columns.occurrence()),
            ahead.getAs(columns.day()),
            ahead.getAs(columns.copyDay()),
            ahead.getInt(columns.actors()),
            ahead.getLong(columns.source()),
            ahead.getAs(columns.evidence()));
        ahead = units.hasNext() ? units.next() : null;
      }
      return days.rows();
    }
  }
}
