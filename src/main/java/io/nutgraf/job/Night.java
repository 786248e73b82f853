package io.nutgraf.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.sum;

import io.nutgraf.actor.Corrections;
import io.nutgraf.actor.DescribeActors;
import io.nutgraf.actor.Dictionary;
import io.nutgraf.actor.FindMentions;
import io.nutgraf.actor.ListVariants;
import io.nutgraf.actor.Tagging;
import io.nutgraf.cooccurrence.CountMarginals;
import io.nutgraf.cooccurrence.CountPairs;
import io.nutgraf.cooccurrence.ListContents;
import io.nutgraf.cooccurrence.ListEvidence;
import io.nutgraf.cooccurrence.ListUnits;
import io.nutgraf.corpus.FindSuperseded;
import io.nutgraf.corpus.InputMissingException;
import io.nutgraf.corpus.ReadRecords;
import io.nutgraf.corpus.TakeArrivals;
import io.nutgraf.corpus.TakeQuarantine;
import io.nutgraf.duplicate.ClassifyReuse;
import io.nutgraf.duplicate.GroupExactCopies;
import io.nutgraf.duplicate.MeasureFlows;
import io.nutgraf.duplicate.MeasureOriginality;
import io.nutgraf.duplicate.TraceEdits;
import io.nutgraf.paragraph.ChooseSpellings;
import io.nutgraf.paragraph.DescribeArticles;
import io.nutgraf.paragraph.ExtractSpellings;
import io.nutgraf.paragraph.ListParagraphs;
import io.nutgraf.paragraph.ListTexts;
import io.nutgraf.paragraph.SplitParagraphs;
import io.nutgraf.quality.Intake;
import io.nutgraf.table.ActorVariants;
import io.nutgraf.table.Actors;
import io.nutgraf.table.Articles;
import io.nutgraf.table.ChosenParagraphs;
import io.nutgraf.table.Clusters;
import io.nutgraf.table.Contents;
import io.nutgraf.table.Cooccurrence;
import io.nutgraf.table.DistinctParagraphs;
import io.nutgraf.table.Edits;
import io.nutgraf.table.Evidence;
import io.nutgraf.table.Marginals;
import io.nutgraf.table.Mentions;
import io.nutgraf.table.Originality;
import io.nutgraf.table.Paragraphs;
import io.nutgraf.table.Quarantine;
import io.nutgraf.table.Readings;
import io.nutgraf.table.Records;
import io.nutgraf.table.Runs;
import io.nutgraf.table.SourceFlows;
import io.nutgraf.table.SplitArticles;
import io.nutgraf.table.Superseded;
import io.nutgraf.table.Tables;
import io.nutgraf.table.Texts;
import io.nutgraf.table.Units;
import io.nutgraf.text.ParagraphBreak;
import io.nutgraf.text.Tagger;
import io.nutgraf.warehouse.Facts;
import io.nutgraf.warehouse.Publisher;
import io.nutgraf.warehouse.RunFolder;
import io.nutgraf.warehouse.StagedTables;
import io.nutgraf.warehouse.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * One night, from articles to published tables: the only place that knows the order of the stages.
 *
 * <p>Facts are made from the night's input alone; snapshots from the facts of all nights. Each
 * table is staged once, checked, and only then is anything published.
 */
public final class Night {
  private final NightConfig config;
  private final NetworkSteps networkSteps;

  /**
   * @throws IllegalArgumentException for wrong settings of the network
   */
  public Night(NightConfig config) {
    this.config = config;
    this.networkSteps = new NetworkSteps(config);
  }

  /**
   * Runs the night.
   *
   * @throws NightException when it ends without publishing; run.json then says why
   */
  public RunReport run(SparkSession spark, Progress progress) {
    RunReport report = new RunReport(RunIds.next(config.date()), config, Versions.all());
    try {
      Warehouse warehouse = new Warehouse(spark, config.warehouse());
      RunFolder folder = new RunFolder(warehouse, report.runId());
      report.locate(warehouse.root().toString());
      RunJson.write(folder, report);
      try {
        publish(spark, progress, report, warehouse);
        report.ended(Outcome.PUBLISHED, "");
      } catch (InputMissingException e) {
        report.ended(Outcome.INPUT_MISSING, e.getMessage());
        throw new NightException(Outcome.INPUT_MISSING, e.getMessage(), e);
      } catch (NightException e) {
        report.ended(e.outcome(), e.getMessage());
        throw e;
      } catch (RuntimeException | IOException e) {
        report.ended(Outcome.FAILED, e.toString());
        throw e;
      } finally {
        RunJson.write(folder, report);
        RunPage.write(folder, report);
      }
      return report;
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private void publish(SparkSession spark, Progress progress, RunReport report, Warehouse warehouse)
      throws IOException {
    StagedTables staged = new StagedTables(spark, warehouse, report.runId());
    Steps steps = new Steps(staged, progress, report);
    DictionaryFiles files =
        new DictionaryFiles(spark.sparkContext().hadoopConfiguration(), config.naming());
    Corrections corrections = files.corrections(report);
    Broadcast<Dictionary> dictionary =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(files.load(report));

    facts(spark, steps, dictionary, corrections, report);
    Facts facts = new Facts(spark, warehouse, staged, config.date());
    snapshots(steps, facts, dictionary, report);
    steps.make(Runs.TABLE, RunJson.row(spark, report));

    Publisher publisher = new Publisher(warehouse, staged, report.runId());
    publisher.publish(Tables.FACTS, config.date());
    publisher.publish(Tables.SNAPSHOTS, facts.newestNight());
    publisher.keepNewest(Tables.SNAPSHOTS, config.keepSnapshots());
    staged.clear();
  }

  private void facts(
      SparkSession spark,
      Steps steps,
      Broadcast<Dictionary> dictionary,
      Corrections corrections,
      RunReport report) {
    ParagraphBreak paragraphBreak =
        Choices.parse(ParagraphBreak.class, "--paragraphs", config.reading().paragraphBreak());
    Tagging tagging = Choices.parse(Tagging.class, "--tagger", config.naming().tagger());
    report.version("tagger", tagging == Tagging.ON ? Tagger.version() : "off");
    NightConfig.Pairing pairing = config.pairing();

    Dataset<Row> records =
        steps.make(
            Records.TABLE,
            new ReadRecords(ReadSettings.of(config.reading())).apply(spark, config.inputs()));
    Dataset<Row> superseded = steps.make(Superseded.TABLE, new FindSuperseded().apply(records));
    Dataset<Row> arrivals = new TakeArrivals().apply(records, superseded);
    Dataset<Row> quarantine = steps.make(Quarantine.TABLE, new TakeQuarantine().apply(records));
    report.rejected(RejectedRecords.gather(quarantine));
    Dataset<Row> split =
        steps.make(SplitArticles.TABLE, new SplitParagraphs(paragraphBreak).apply(arrivals));
    checkIntake(records, report);

    steps.make(Articles.TABLE, new DescribeArticles().apply(split));
    steps.make(Paragraphs.TABLE, new ListParagraphs().apply(split));
    Dataset<Row> chosen = steps.make(ChosenParagraphs.TABLE, new ChooseSpellings().apply(split));
    Dataset<Row> readings =
        steps.make(
            Readings.TABLE,
            new FindMentions(dictionary, tagging)
                .apply(new ExtractSpellings(paragraphBreak).apply(arrivals, chosen)));
    steps.make(Texts.TABLE, new ListTexts().apply(readings));
    Dataset<Row> mentions =
        new MentionSteps(dictionary, corrections, steps, report).make(split, readings);
    Dataset<Row> units = steps.make(Units.TABLE, new ListUnits(pairing.methods()).apply(mentions));
    ListEvidence listEvidence = new ListEvidence(pairing.maxActorsPerUnit());
    steps.make(Evidence.TABLE, listEvidence.apply(units));
    reportCaps(units.where(listEvidence.isCapped()).count(), report);
  }

  private void snapshots(
      Steps steps, Facts facts, Broadcast<Dictionary> dictionary, RunReport report) {
    NightConfig.Reuse reuse = config.reuse();
    NightConfig.Pairing pairing = config.pairing();
    Dataset<Row> articles = facts.read(Articles.TABLE);
    Dataset<Row> paragraphs = facts.read(Paragraphs.TABLE);
    Dataset<Row> mentions = facts.read(Mentions.TABLE);

    Dataset<Row> distinct =
        steps.make(DistinctParagraphs.TABLE, new GroupExactCopies().apply(paragraphs));
    Dataset<Row> texts = facts.texts(distinct);
    Dataset<Row> members = new NearSteps(config.near(), steps, report).make(distinct, texts);
    Dataset<Row> clusters =
        steps.make(
            Clusters.TABLE,
            new ClassifyReuse(reuse.furnitureArticles(), reuse.furnitureDays(), reuse.shortWords())
                .apply(paragraphs, members));
    steps.make(
        Originality.TABLE, new MeasureOriginality().apply(articles, paragraphs, members, clusters));
    Dataset<Row> flows =
        steps.make(
            SourceFlows.TABLE,
            new MeasureFlows(reuse.ownerBySource()).apply(paragraphs, members, clusters));
    steps.make(Edits.TABLE, new TraceEdits().apply(texts, members, actorsOf(mentions)));
    Dataset<Row> variants = steps.make(ActorVariants.TABLE, new ListVariants().apply(mentions));
    Dataset<Row> actors =
        steps.make(Actors.TABLE, new DescribeActors(dictionary).apply(mentions, variants));
    Dataset<Row> contents =
        steps.make(Contents.TABLE, new ListContents().apply(paragraphs, members, clusters));
    Dataset<Row> cooccurrence =
        steps.make(
            Cooccurrence.TABLE,
            new CountPairs(pairing.methods(), pairing.maxActorsPerUnit())
                .apply(facts.read(Evidence.TABLE), mentions, contents, members, clusters));
    Dataset<Row> marginals =
        steps.make(
            Marginals.TABLE,
            new CountMarginals(pairing.methods())
                .apply(mentions, distinct, texts, contents, members, clusters));
    networkSteps.make(steps, cooccurrence, marginals, mentions, contents, report);
    report.highlights(
        Highlights.mostCopied(clusters, texts), Highlights.strongestPairs(cooccurrence, actors));
    ActorFindings findings = new ActorFindings(cooccurrence, actors);
    report.pageRows(
        new PageRows(
            CopiedStories.gather(clusters, members, paragraphs, articles, texts),
            CopyFlows.gather(flows),
            findings.network(),
            findings.pairs()));
    report.gaps(Highlights.gaps(actors, dictionary));
  }

  /** The actors that a distinct paragraph names in any of its articles. */
  private static Dataset<Row> actorsOf(Dataset<Row> mentions) {
    return mentions
        .groupBy(Mentions.PARAGRAPH_ID)
        .agg(collect_set(Mentions.ACTOR_ID).as(TraceEdits.ACTORS));
  }

  private static void checkIntake(Dataset<Row> records, RunReport report) {
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
    Intake intake =
        new Intake(sums.getLong(0), accepted, superseded, sums.getLong(2), sums.getLong(1));
    report.intake(intake);
    report.count("cleaned", sums.getLong(3));
    report.gate("reconciliation", intake.addsUp(), intake.toString());
    if (!intake.addsUp()) {
      throw new NightException(
          Outcome.GATE_FAILED,
          "Records were lost between reading and publishing, nothing is published: " + intake);
    }
  }

  private void reportCaps(long capped, RunReport report) {
    report.count("capped_units", capped);
    if (capped > 0) {
      report.warn(
          "%,d units name more than %d actors and make no pairs; raise --max-actors-per-unit"
              .formatted(capped, config.pairing().maxActorsPerUnit()));
    }
  }
}
