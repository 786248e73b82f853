package io.nutgraf.cooccurrence;

import io.nutgraf.table.Units;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The counts of one pair in units of one kind, by day. Its units are added in the order of copy and
 * occurrence, so that of all copies only one is held at a time.
 */
final class DaysOfPair {
  /** Parts of one, so that the order of the summands cannot change a sum of shares. */
  private static final long PARTS = 1_000_000_000_000_000_000L;

  private final String unit;
  private final String actorA;
  private final String actorB;
  private final Map<Integer, Counts> countsByDay = new HashMap<>();
  private final Map<Long, Integer> firstDayByEvidence = new HashMap<>();
  private boolean hasCopy;
  private long copy;
  private Integer copyDay;
  private long mostInCopy;
  private long occurrence;
  private long inOccurrence;

  /** What happened on one day. */
  private static final class Counts {
    private long raw;
    private long distinct;
    private long evidence;
    private long fractional;
    private long fractionalParts;
    private final Set<Long> sources = new HashSet<>(2);

    void addShare(int actors) {
      fractionalParts += (PARTS + (actors - 1) / 2) / (actors - 1);
      if (fractionalParts >= PARTS) {
        fractional++;
        fractionalParts -= PARTS;
      }
    }

    double fractional() {
      return fractional + (double) fractionalParts / PARTS;
    }
  }

  DaysOfPair(String unit, String actorA, String actorB) {
    this.unit = unit;
    this.actorA = actorA;
    this.actorB = actorB;
  }

  /**
   * Adds a unit that has the pair.
   *
   * @param day of the unit, null when unknown
   * @param firstCopyDay day of the copy's first copy, null when unknown
   * @param evidenceKey null where evidence is not counted
   */
  void add(
      long copyKey,
      long occurrenceKey,
      Integer day,
      Integer firstCopyDay,
      int actors,
      long source,
      Long evidenceKey) {
    Counts counts = countsByDay.computeIfAbsent(day, absent -> new Counts());
    counts.raw++;
    counts.sources.add(source);
    counts.addShare(actors);
    if (evidenceKey != null) {
      firstDayByEvidence.merge(evidenceKey, dayOrLast(day), Math::min);
    }
    if (!hasCopy || copy != copyKey) {
      endCopy();
      hasCopy = true;
      copy = copyKey;
      copyDay = firstCopyDay;
    } else if (occurrence == occurrenceKey) {
      inOccurrence++;
      return;
    } else {
      mostInCopy = Math.max(mostInCopy, inOccurrence);
      copyDay = earlier(copyDay, firstCopyDay);
    }
    occurrence = occurrenceKey;
    inOccurrence = 1;
  }

  /** Columns of {@link io.nutgraf.table.Cooccurrence}, the day as days since 1970-01-01. */
  List<Row> rows() {
    endCopy();
    firstDayByEvidence
        .values()
        .forEach(day -> counts(day == Integer.MAX_VALUE ? null : day).evidence++);
    List<Row> rows = new ArrayList<>(countsByDay.size());
    countsByDay.forEach(
        (day, counts) ->
            rows.add(
                RowFactory.create(
                    unit,
                    day,
                    actorA,
                    actorB,
                    counts.raw,
                    counts.distinct,
                    unit.equals(Units.ARTICLE_UNIT) ? counts.evidence : null,
                    (long) counts.sources.size(),
                    counts.fractional())));
    return rows;
  }

  /** Copies count as the one of them that has the pair most often, on the day of the first. */
  private void endCopy() {
    if (hasCopy) {
      counts(copyDay).distinct += Math.max(mostInCopy, inOccurrence);
      mostInCopy = 0;
    }
  }

  private Counts counts(Integer day) {
    return countsByDay.computeIfAbsent(day, absent -> new Counts());
  }

  private static Integer earlier(Integer left, Integer right) {
    if (left == null || right == null) {
      return left == null ? right : left;
    }
    return Math.min(left, right);
  }

  private static int dayOrLast(Integer day) {
    return day == null ? Integer.MAX_VALUE : day;
  }
}
