package io.nutgraf.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.map_concat;
import static org.apache.spark.sql.functions.map_filter;
import static org.apache.spark.sql.functions.not;

import io.nutgraf.cooccurrence.ListEvidence;
import io.nutgraf.cooccurrence.ListUnits;
import io.nutgraf.table.Evidence;
import io.nutgraf.table.Mentions;
import io.nutgraf.table.Runs;
import io.nutgraf.table.Units;
import io.nutgraf.warehouse.PublishedTables;
import io.nutgraf.warehouse.StagedTables;
import java.io.IOException;
import java.time.LocalDate;
import java.util.NavigableSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The steps that list where pairs occur: on the night that is made, and again on nights that were
 * paired in another way. Pairs are counted from the evidence of all nights beside mentions that are
 * chosen by the settings of the run; were the two not alike, a pair could have more units than
 * either actor.
 */
final class EvidenceSteps {
  private final CountingConfig.Pairing pairing;
  private final RunReport report;
  private final ListUnits listUnits;
  private final ListEvidence listEvidence;
  private long capped;

  /**
   * @throws io.nutgraf.setting.WrongSettingException for a wrong cap
   */
  EvidenceSteps(CountingConfig.Pairing pairing, RunReport report) {
    this.pairing = pairing;
    this.report = report;
    this.listUnits = new ListUnits(pairing.methods());
    this.listEvidence = new ListEvidence(pairing.maxActorsPerUnit());
    report.version(EarlierNights.PAIRING, pairing.version());
  }

  void make(Dataset<Row> mentions, Steps steps) {
    Dataset<Row> units = steps.make(Units.TABLE, listUnits.apply(mentions));
    steps.make(Evidence.TABLE, listEvidence.apply(units));
    tellOfCapped(units.where(listEvidence.isCapped()).count());
  }

  /**
   * Stages the evidence of nights again, one after another, with their runs, which say how it was
   * made.
   */
  void makeAgain(
      PublishedTables published,
      NavigableSet<LocalDate> nights,
      StagedTables staged,
      Progress progress)
      throws IOException {
    if (nights.isEmpty()) {
      return;
    }
    report.warn(paired(nights) + ": their evidence is made again");
    long rows = 0;
    long cappedUnits = 0;
    for (LocalDate night : nights) {
      LapClock clock = new LapClock();
      Dataset<Row> units = Persisted.rows(listUnits.apply(published.night(Mentions.TABLE, night)));
      long written = staged.write(Evidence.TABLE, night, listEvidence.apply(units)).count();
      staged.write(Runs.TABLE, night, asPairedNow(published.night(Runs.TABLE, night)));
      cappedUnits += units.where(listEvidence.isCapped()).count();
      units.unpersist();
      rows += written;
      progress.finished("evidence " + night, written, clock.lap());
    }
    report.count("evidence_made_again", rows);
    tellOfCapped(cappedUnits);
  }

  /** Warns of nights whose evidence stays as it is. */
  void tellOf(NavigableSet<LocalDate> nights) {
    if (!nights.isEmpty()) {
      report.warn(paired(nights) + ", and so are their pairs until the next night or snapshots");
    }
  }

  private static String paired(NavigableSet<LocalDate> nights) {
    return ("%d nights, %s to %s, were paired with other --methods or --max-actors-per-unit, or by an"
            + " earlier version")
        .formatted(nights.size(), nights.first(), nights.last());
  }

  private Dataset<Row> asPairedNow(Dataset<Row> runs) {
    Column others =
        map_filter(col(Runs.VERSIONS), (name, version) -> not(name.equalTo(EarlierNights.PAIRING)));
    return runs.withColumn(
        Runs.VERSIONS, map_concat(others, map(lit(EarlierNights.PAIRING), lit(pairing.version()))));
  }

  private void tellOfCapped(long units) {
    capped += units;
    report.count("capped_units", capped);
    if (units > 0) {
      report.warn(
          "%,d units name more than %d actors and make no pairs; raise --max-actors-per-unit"
              .formatted(units, pairing.maxActorsPerUnit()));
    }
  }
}
