package io.nutgraf.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;

import io.nutgraf.actor.Corrections;
import io.nutgraf.actor.Dictionary;
import io.nutgraf.actor.FindMentions;
import io.nutgraf.actor.Tagging;
import io.nutgraf.corpus.FindSuperseded;
import io.nutgraf.corpus.LeaveOutForgotten;
import io.nutgraf.corpus.LeaveOutRejected;
import io.nutgraf.corpus.ReadRecords;
import io.nutgraf.corpus.TakeArrivals;
import io.nutgraf.corpus.TakeQuarantine;
import io.nutgraf.paragraph.ChooseSpellings;
import io.nutgraf.paragraph.DescribeArticles;
import io.nutgraf.paragraph.ExtractSpellings;
import io.nutgraf.paragraph.ListParagraphs;
import io.nutgraf.paragraph.ListSpellings;
import io.nutgraf.paragraph.ListTexts;
import io.nutgraf.paragraph.SplitParagraphs;
import io.nutgraf.quality.Gate;
import io.nutgraf.quality.Intake;
import io.nutgraf.table.Articles;
import io.nutgraf.table.ChosenParagraphs;
import io.nutgraf.table.Paragraphs;
import io.nutgraf.table.Quarantine;
import io.nutgraf.table.Readings;
import io.nutgraf.table.Records;
import io.nutgraf.table.SplitArticles;
import io.nutgraf.table.Superseded;
import io.nutgraf.table.Texts;
import io.nutgraf.text.ParagraphBreak;
import io.nutgraf.warehouse.Forgotten;
import io.nutgraf.warehouse.ReadingsState;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The steps that make a night's facts: functions of its input and of the settings it is read by.
 */
final class FactSteps {
  private final NightConfig config;
  private final SparkSession spark;
  private final Steps steps;
  private final RunReport report;
  private final EvidenceSteps evidenceSteps;

  FactSteps(
      NightConfig config,
      SparkSession spark,
      Steps steps,
      RunReport report,
      EvidenceSteps evidenceSteps) {
    this.config = config;
    this.spark = spark;
    this.steps = steps;
    this.report = report;
    this.evidenceSteps = evidenceSteps;
  }

  /**
   * Stages the facts of the night, from reading to evidence.
   *
   * @param gates what is looked at before the long steps
   */
  void make(
      Broadcast<Dictionary> dictionary,
      Corrections corrections,
      Forgotten forgotten,
      ReadingsState known,
      Function<Intake, List<Gate>> gates)
      throws IOException {
    ParagraphBreak paragraphBreak =
        Choices.parse(ParagraphBreak.class, "--paragraphs", config.reading().paragraphBreak());
    Tagging tagging = config.counting().naming().tagging();

    Dataset<Row> records =
        steps.make(
            Records.TABLE,
            new ReadRecords(ReadSettings.of(config.reading())).apply(spark, config.inputs()));
    PlanCompiler.expect(spark, report.counts().get(Records.TABLE.name()));
    Dataset<Row> superseded = steps.make(Superseded.TABLE, new FindSuperseded().apply(records));
    Dataset<Row> all = new TakeArrivals().apply(records, superseded);
    LeaveOutForgotten leaveOut = new LeaveOutForgotten(forgotten.takenDown());
    Dataset<Row> arrivals = forgotten.isEmpty() ? all : leaveOut.apply(all);
    long leftOut = forgotten.isEmpty() ? 0 : all.where(leaveOut.isForgotten()).count();
    Dataset<Row> mayBeKept =
        forgotten.isEmpty() ? records : new LeaveOutRejected(forgotten.takenDown()).apply(records);
    Dataset<Row> quarantine = steps.make(Quarantine.TABLE, new TakeQuarantine().apply(mayBeKept));
    if (report.counts().get(Quarantine.TABLE.name()) > 0) {
      report.rejected(RejectedRecords.gather(quarantine));
    }
    Dataset<Row> split =
        steps.make(SplitArticles.TABLE, new SplitParagraphs(paragraphBreak).apply(arrivals));
    checkIntake(records, forgotten, leftOut, gates);

    steps.make(Articles.TABLE, new DescribeArticles().apply(split));
    steps.make(Paragraphs.TABLE, new ListParagraphs().apply(split));
    Dataset<Row> chosen = steps.make(ChosenParagraphs.TABLE, new ChooseSpellings().apply(split));
    Dataset<Row> spellings = new ExtractSpellings(paragraphBreak).apply(arrivals, chosen);
    FindMentions findMentions = new FindMentions(dictionary, tagging);
    Dataset<Row> readings =
        steps.make(
            Readings.TABLE,
            known.isEmpty()
                ? findMentions.apply(spellings)
                : findMentions.apply(spellings, known.of(new ListSpellings().apply(split))));
    keep(readings, known);
    steps.make(Texts.TABLE, new ListTexts().apply(readings));
    Dataset<Row> mentions =
        new MentionSteps(dictionary, corrections, steps, report).make(split, readings);
    evidenceSteps.make(mentions, steps);
  }

  private void keep(Dataset<Row> readings, ReadingsState known) throws IOException {
    Dataset<Row> read = readings.where(not(col(Readings.IS_KNOWN)));
    report.count("read_for_actors", known.add(report.runId(), read));
    known.delete(ReadingsState.Extent.OTHER_VERSIONS);
  }

  /**
   * Before the long steps: a night that will not be published need not be made.
   *
   * @param leftOut accepted articles that were taken down
   */
  private void checkIntake(
      Dataset<Row> records, Forgotten forgotten, long leftOut, Function<Intake, List<Gate>> gates) {
    Row sums =
        records
            .agg(
                sum(Records.N_READ),
                sum(Records.N_BLANK),
                count_if(col(Records.KIND).equalTo("quarantined")),
                count_if(col(Records.IS_CLEANED)))
            .first();
    long superseded = report.counts().get(Superseded.TABLE.name());
    long accepted = report.counts().get(SplitArticles.TABLE.name());
    long quarantined = report.counts().get(Quarantine.TABLE.name());
    // Only a takedown may keep a rejected record out of the quarantine; else one that is missing
    // there must fail the check.
    long rejectedLeftOut = forgotten.isEmpty() ? 0 : sums.getLong(2) - quarantined;
    Intake intake =
        new Intake(
            sums.getLong(0),
            accepted,
            superseded,
            quarantined,
            sums.getLong(1),
            leftOut + rejectedLeftOut);
    report.intake(intake);
    report.count("cleaned", sums.getLong(3));
    List<Gate> found = gates.apply(intake);
    found.forEach(report::gate);
    String failed =
        found.stream()
            .filter(gate -> !gate.isPassed())
            .map(gate -> gate.name() + ": " + gate.detail())
            .collect(Collectors.joining("; "));
    if (!failed.isEmpty()) {
      throw new NightException(
          Outcome.GATE_FAILED,
          "A check failed and nothing of night %s is published. %s"
              .formatted(config.date(), failed));
    }
  }
}
