package io.nutgraf.job;

import static io.nutgraf.testing.Frames.row;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nutgraf.quality.Intake;
import io.nutgraf.table.Articles;
import io.nutgraf.table.ClusterMembers;
import io.nutgraf.table.Clusters;
import io.nutgraf.table.Cooccurrence;
import io.nutgraf.table.Edits;
import io.nutgraf.table.Mentions;
import io.nutgraf.table.NearDuplicates;
import io.nutgraf.table.Originality;
import io.nutgraf.table.Paragraphs;
import io.nutgraf.table.Quarantine;
import io.nutgraf.table.SourceFlows;
import io.nutgraf.table.Table;
import io.nutgraf.table.Units;
import io.nutgraf.testing.Nights;
import io.nutgraf.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The whole job over the sample corpus, held against what jobs/sample/README.md says is in it. */
@ExtendWith(SparkExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleCorpusTest {
  private SparkSession spark;
  private Path warehouse;
  private RunReport report;

  @BeforeAll
  void runTheNight(SparkSession session, @TempDir Path folder) {
    spark = session;
    warehouse = folder;
    report = Nights.runSample(spark, warehouse);
  }

  @Test
  void everyRecordIsAccountedFor() {
    assertThat(report.intake()).isEqualTo(new Intake(74, 70, 1, 2, 1, 0));
    assertThat(read(Quarantine.TABLE).select(Quarantine.REASON).collectAsList())
        .containsExactlyInAnyOrder(row("bad_json"), row("missing_text"));
  }

  @Test
  void articlesAndParagraphsAreThoseOfTheReadme() {
    assertThat(read(Articles.TABLE).groupBy(Articles.SOURCE).count().collectAsList())
        .containsExactlyInAnyOrder(
            row("Meridian Wire", 16L),
            row("Harbour Post", 12L),
            row("Inland Herald", 12L),
            row("Thistlemoor Ledger", 10L),
            row("Northlight Courant Online", 9L),
            row("Valley Radio", 11L));
    assertThat(read(Paragraphs.TABLE).agg(count(lit(1)), sum(Paragraphs.WORDS)).first())
        .isEqualTo(row(347L, 9845L));
    assertThat(
            read(Articles.TABLE)
                .where(col(Articles.REPEATED_PARAGRAPHS).gt(0))
                .select(Articles.ARTICLE_ID, Articles.REPEATED_PARAGRAPHS)
                .collectAsList())
        .containsExactlyInAnyOrder(row("inland-herald-007", 2), row("northlight-courant-010", 3));
  }

  /** One agency story in five outlets: the pair is strong as printed and seen once. */
  @Test
  void aPairIsExplainedByItsParagraphs() {
    PairExplanation pair =
        PairExplanation.of(
            spark, warehouse.toString(), "John Kerry", "sergei lavrov", Units.PARAGRAPH_UNIT, 20);

    assertThat(pair.nRaw())
        .isEqualTo(pair.pieces().stream().mapToLong(piece -> piece.places().size()).sum())
        .isGreaterThan(pair.nDistinct());
    assertThat(pair.nDistinct()).isEqualTo(pair.pieces().size()).isEqualTo(pair.allPieces());
    assertThat(pair.pieces().get(0).text()).contains("Kerry", "Lavrov");
    assertThat(pair.pieces().get(0).firstSource()).isEqualTo("Meridian Wire");
  }

  @Test
  void theNetworkIsExported(@TempDir Path folder) throws IOException {
    Path csv = folder.resolve("network");

    NetworkExport.Written written =
        new NetworkExport("csv", csv, Units.ARTICLE_UNIT, 3, 10).from(spark, warehouse.toString());

    assertThat(written.edges()).isBetween(1, 10);
    assertThat(Files.readAllLines(csv.resolve("edges.csv"))).hasSize(written.edges() + 1);
    assertThat(Files.readAllLines(csv.resolve("nodes.csv"))).hasSize(written.nodes() + 1);
  }

  @Test
  void whatIsNotThereIsNamed(@TempDir Path empty) {
    assertThatThrownBy(
            () ->
                PairExplanation.of(
                    spark, empty.toString(), "John Kerry", "OSCE", Units.PARAGRAPH_UNIT, 20))
        .isInstanceOf(NightException.class)
        .hasMessageContaining("No table actors under")
        .hasMessageContaining("--warehouse")
        .extracting(e -> ((NightException) e).outcome())
        .isEqualTo(Outcome.INPUT_MISSING);
  }

  @Test
  void nearCopiesAreTheTwentyPlanted() {
    List<String> similarities =
        read(NearDuplicates.TABLE).select(NearDuplicates.JACCARD).collectAsList().stream()
            .map(row -> "%.3f".formatted(row.getDouble(0)))
            .sorted()
            .toList();

    assertThat(similarities)
        .containsExactly(
            "0.513", "0.585", "0.605", "0.610", "0.618", "0.619", "0.632", "0.657", "0.658",
            "0.689", "0.704", "0.722", "0.750", "0.762", "0.786", "0.793", "0.813", "0.818",
            "0.824", "0.923");
  }

  @Test
  void clustersAreThePlantedOnes() {
    assertThat(read(Clusters.TABLE).groupBy(Clusters.REUSE_KIND).count().collectAsList())
        .containsExactlyInAnyOrder(
            row("syndicated", 73L),
            row("furniture", 3L),
            row("self_reuse", 2L),
            row("repeated", 5L));
    assertThat(
            read(Clusters.TABLE)
                .where(col(Clusters.REUSE_KIND).equalTo("furniture"))
                .select(Clusters.FIRST_SOURCE, Clusters.OCCURRENCES)
                .collectAsList())
        .containsExactlyInAnyOrder(
            row("Harbour Post", 12L),
            row("Thistlemoor Ledger", 10L),
            row("Northlight Courant Online", 4L));
    assertThat(read(Clusters.TABLE).groupBy(Clusters.DISTINCT_PARAGRAPHS).count().collectAsList())
        .containsExactlyInAnyOrder(row(1L, 64L), row(2L, 18L), row(3L, 1L));
  }

  @Test
  void theOutletThatHadItFirstIsFirstEvenBeforeTheAgency() {
    assertThat(firstArticleOf("meridian-wire-014", 0)).isEqualTo("inland-herald-008");
    assertThat(firstArticleOf("meridian-wire-015", 0)).isEqualTo("northlight-courant-008");
    assertThat(firstArticleOf("meridian-wire-016", 1)).isEqualTo("inland-herald-011");
    assertThat(
            read(SourceFlows.TABLE)
                .where(col(SourceFlows.TO_SOURCE).equalTo("Meridian Wire"))
                .select(SourceFlows.FROM_SOURCE, SourceFlows.CLUSTERS, SourceFlows.ARTICLES)
                .collectAsList())
        .containsExactlyInAnyOrder(
            row("Inland Herald", 8L, 2L), row("Northlight Courant Online", 4L, 1L));
  }

  @Test
  void editsSayWhetherANumberOrAnActorChanged() {
    Dataset<Row> edits =
        read(Edits.TABLE).join(read(Paragraphs.TABLE).drop("date"), Edits.PARAGRAPH_ID);

    assertThat(placesOf(edits.where(col(Edits.ACTOR_CHANGED))))
        .containsExactly(
            "harbour-post-010 0", "northlight-courant-009 1", "thistlemoor-ledger-007 0");
    assertThat(placesOf(edits.where(col(Edits.NUMBER_CHANGED))))
        .contains(
            "harbour-post-004 0",
            "valley-radio-003 0",
            "harbour-post-009 1",
            "inland-herald-010 1",
            "harbour-post-010 0",
            "northlight-courant-009 2",
            "meridian-wire-016 0")
        .doesNotContain("harbour-post-004 2", "thistlemoor-ledger-007 1");
  }

  @Test
  void copiesOfOneStoryAreOneMeetingOfTwoActors() {
    assertThat(articlePair("person:john-kerry", "person:sergei-lavrov")).isEqualTo(row(5L, 1L, 1L));
    // The one new lead that names both is new evidence.
    assertThat(articlePair("person:edward-nalbandian", "person:elmar-mammadyarov"))
        .isEqualTo(row(5L, 2L, 2L));
    assertThat(articlePair("state:DEU", "state:POL")).isEqualTo(row(8L, 7L, 7L));
    assertThat(articlePair("state:DNK", "state:NOR")).isEqualTo(row(11L, 9L, 9L));
  }

  @Test
  void surnamesAreResolvedWhereOnePersonBearsThem() {
    Dataset<Row> mentions = read(Mentions.TABLE);

    assertThat(
            mentions
                .where(col(Mentions.SURFACE).equalTo("Clinton"))
                .where(col(Mentions.ACTOR_ID).isNull())
                .select(Mentions.ARTICLE_ID, Mentions.CANDIDATES)
                .collectAsList()
                .toString())
        .contains("harbour-post-011")
        .contains("person:bill-clinton, person:hillary-clinton");
    assertThat(
            mentions
                .where(col(Mentions.METHOD).equalTo("title_surname"))
                .select(Mentions.ACTOR_ID)
                .distinct()
                .collectAsList())
        .containsExactly(row("person:ilham-aliyev"));
    assertThat(
            mentions
                .where(col(Mentions.SURFACE).isin("Kerry", "Lavrov"))
                .where(col(Mentions.ACTOR_ID).isNull())
                .count())
        .isZero();
  }

  @Test
  void anUnchangedWireStoryHasNothingOriginalButTheFooter() {
    assertThat(
            read(Originality.TABLE)
                .where(col(Originality.ARTICLE_ID).equalTo("inland-herald-001"))
                .select(
                    Originality.ORIGINAL_WORDS,
                    Originality.COPIED_PARAGRAPHS,
                    Originality.ORIGINALITY)
                .first())
        .isEqualTo(row(0L, 5, 0.0));
  }

  private String firstArticleOf(String article, int paragraph) {
    return read(Paragraphs.TABLE)
        .where(col(Paragraphs.ARTICLE_ID).equalTo(article))
        .where(col(Paragraphs.PARAGRAPH).equalTo(paragraph))
        .join(read(ClusterMembers.TABLE), Paragraphs.PARAGRAPH_ID)
        .join(read(Clusters.TABLE), Clusters.CLUSTER_ID)
        .select(Clusters.FIRST_ARTICLE_ID)
        .first()
        .getString(0);
  }

  private static List<String> placesOf(Dataset<Row> edits) {
    return edits.select(Paragraphs.ARTICLE_ID, Paragraphs.PARAGRAPH).collectAsList().stream()
        .map(row -> row.getString(0) + " " + row.getInt(1))
        .sorted()
        .toList();
  }

  private Row articlePair(String a, String b) {
    return read(Cooccurrence.TABLE)
        .where(col(Cooccurrence.UNIT).equalTo("article"))
        .where(col(Cooccurrence.ACTOR_A).equalTo(a))
        .where(col(Cooccurrence.ACTOR_B).equalTo(b))
        .agg(sum(Cooccurrence.N_RAW), sum(Cooccurrence.N_DISTINCT), sum(Cooccurrence.N_EVIDENCE))
        .first();
  }

  private Dataset<Row> read(Table table) {
    return Nights.read(spark, warehouse, table);
  }
}
