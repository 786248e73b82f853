package io.nutgraf.job;

import static io.nutgraf.testing.Frames.sorted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nutgraf.actor.UpdateActorCounts;
import io.nutgraf.duplicate.ListLinkedSets;
import io.nutgraf.table.ActorCounts;
import io.nutgraf.table.GoneParagraphs;
import io.nutgraf.table.LinkedSets;
import io.nutgraf.table.NearDuplicates;
import io.nutgraf.table.ShingleCounts;
import io.nutgraf.table.ShingleKeys;
import io.nutgraf.table.ShingleSets;
import io.nutgraf.table.Table;
import io.nutgraf.table.Tables;
import io.nutgraf.testing.Nights;
import io.nutgraf.testing.SparkExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nights whose snapshots take over what did not change, beside the same snapshots from all facts.
 * Among the nights are articles published earlier than known copies, and corrections that take
 * first copies and near copies away.
 */
@ExtendWith(SparkExtension.class)
class RenewedSnapshotsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Others are kept in pieces, or as they were while the order of shingles holds. */
  private static final List<Table> KEPT =
      Tables.KEPT.stream()
          .filter(
              table ->
                  !List.of(
                          ShingleSets.TABLE,
                          ShingleKeys.TABLE,
                          GoneParagraphs.TABLE,
                          ShingleCounts.TABLE,
                          LinkedSets.TABLE,
                          ActorCounts.TABLE)
                      .contains(table))
          .toList();

  @TempDir private Path folder;

  @Test
  void areWhatAllFactsGive(SparkSession spark) throws IOException {
    // So low a cap that the second night fills a bucket beyond it.
    CountingConfig out = Nights.counting(folder.resolve("out").toString(), "off", null, 3);
    // More than 128 long paragraphs until some day: they alone give the order of shingles.
    List<ObjectNode> early = articles("", "2014-11-22");
    List<ObjectNode> late = new ArrayList<>(List.of(early.remove(3), early.remove(1)));
    late.addAll(articles("2014-11-23", "~"));
    early.subList(0, 12).forEach(article -> late.add(corrected(article)));

    for (int i = 0; i < 3; i++) {
      early.add(notice(i, early.get(0)));
    }
    List<ObjectNode> newest = articles("2014-11-22", "2014-11-23");
    newest.add(notice(3, newest.get(0)));

    RunReport first = night(spark, out, "2014-12-01", early);
    RunReport newer = night(spark, out, "2014-12-03", newest);
    assertThat(first.counts()).containsKey("near_candidates").doesNotContainKey("changed_copies");
    assertThat(newer.counts())
        .containsKeys("new_candidates", "changed_copies")
        .doesNotContainKey("near_candidates");
    assertThat(newer.counts().get("turned_links")).isPositive();
    assertThat(newer.counts()).doesNotContainKey("distinct_paragraphs");
    assertThat(newer.counts().get("capped_buckets")).isPositive();
    assertSameFromAllFacts(spark, out);

    // The night once more without the notice that fills the bucket, and as it was.
    RunReport without = night(spark, out, "2014-12-03", newest.subList(0, newest.size() - 2));
    assertThat(without.counts()).doesNotContainKey("near_candidates");
    assertThat(without.counts().get("gone_paragraphs")).isPositive();
    Map<String, List<String>> withoutNotice = snapshots(spark, folder.resolve("out"));
    RunReport with = night(spark, out, "2014-12-03", newest);
    assertThat(with.counts())
        .doesNotContainKey("near_candidates")
        .containsEntry("gone_paragraphs", 0L);
    assertThat(with.counts().get("turned_links")).isPositive();
    assertSameFromAllFacts(spark, out);
    CountingConfig other = Nights.counting(folder.resolve("other").toString(), "off", null, 3);
    Nights.runFacts(spark, other, "2014-12-01", input("2014-12-01", early), step -> {});
    night(spark, other, "2014-12-03", newest.subList(0, newest.size() - 2));
    assertSame(withoutNotice, snapshots(spark, folder.resolve("other")));

    // A night that was left out comes last, with older articles and corrections.
    RunReport older = night(spark, out, "2014-12-02", late);
    assertThat(older.counts()).containsKeys("near_candidates", "changed_copies");
    assertThat(older.counts().get("changed_copies"))
        .isPositive()
        .isLessThan(older.counts().get("distinct_paragraphs"));

    // The same night again, without most of its articles and corrections: paragraphs go.
    RunReport again = night(spark, out, "2014-12-02", late.subList(0, 9));
    assertThat(again.counts()).containsKey("changed_copies");

    // And once more as it was: some that were gone come back.
    RunReport back = night(spark, out, "2014-12-02", late);
    assertThat(back.counts()).containsKey("changed_copies");
    assertSameFromAllFacts(spark, out);
  }

  private void assertSameFromAllFacts(SparkSession spark, CountingConfig out) {
    Map<String, List<String>> renewed = snapshots(spark, folder.resolve("out"));
    RunReport all = new Upkeep(out).remakeSnapshots(spark, Nights.SILENT);

    assertThat(all.counts()).doesNotContainKey("changed_copies");
    assertSame(renewed, snapshots(spark, folder.resolve("out")));
  }

  private static void assertSame(
      Map<String, List<String>> renewed, Map<String, List<String>> fromAllFacts) {
    renewed.forEach((table, rows) -> assertThat(rows).as(table).isEqualTo(fromAllFacts.get(table)));
    assertThat(renewed).hasSize(Tables.SNAPSHOTS.size() + KEPT.size() + 4);
    assertThat(renewed.get("edits")).isNotEmpty();
  }

  private RunReport night(
      SparkSession spark, CountingConfig out, String date, List<ObjectNode> articles)
      throws IOException {
    return Nights.run(spark, out, date, input(date, articles));
  }

  private Path input(String date, List<ObjectNode> articles) throws IOException {
    List<String> lines = articles.stream().map(JsonNode::toString).toList();
    return Files.write(folder.resolve(date + "-" + lines.size() + ".jsonl"), lines);
  }

  /** The sample's articles of some days, oldest first; versions of one are given once. */
  private static List<ObjectNode> articles(String from, String before) throws IOException {
    Map<String, ObjectNode> byId = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of("jobs/sample/articles.jsonl"))) {
      parse(line).ifPresent(article -> byId.put(article.path("id").asText(), article));
    }
    return byId.values().stream()
        .filter(article -> day(article).compareTo(from) >= 0 && day(article).compareTo(before) < 0)
        .sorted(Comparator.comparing(RenewedSnapshotsTest::day))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static String day(ObjectNode article) {
    return article.path("published_at").asText();
  }

  private static Optional<ObjectNode> parse(String line) {
    try {
      return JSON.readTree(line) instanceof ObjectNode article && article.hasNonNull("text")
          ? Optional.of(article)
          : Optional.empty();
    } catch (IOException brokenOnPurpose) {
      return Optional.empty();
    }
  }

  /** One of many that differ in a few words, when another was published. */
  private static ObjectNode notice(int number, ObjectNode other) {
    return other
        .deepCopy()
        .put("id", "notice-" + number)
        .put("title", "Notice " + number)
        .put(
            "text",
            "The inner basin is closed to visitors on the day of the regatta, and all boats have to"
                + " leave it by nine in the evening, says the harbour office in notice "
                + number);
  }

  /** Without its first paragraph, and with one word more. */
  private static ObjectNode corrected(ObjectNode article) {
    ObjectNode corrected = article.deepCopy();
    String text = article.path("text").asText();
    int end = text.indexOf('\n');
    return corrected.put("text", (end < 0 ? text : text.substring(end).strip()) + " Corrected.");
  }

  private static Map<String, List<String>> snapshots(SparkSession spark, Path out) {
    Map<String, List<String>> rows = new TreeMap<>();
    for (Table table : Tables.SNAPSHOTS) {
      rows.put(
          table.name(),
          Nights.read(spark, out, table).where("date = '2014-12-03'").collectAsList().stream()
              .map(Object::toString)
              .sorted()
              .toList());
    }
    KEPT.forEach(table -> rows.put(table.name(), sorted(kept(spark, out, table))));
    rows.put(
        ShingleSets.TABLE.name(),
        sorted(notGone(spark, out, ShingleSets.TABLE).drop(ShingleSets.FIRST_PUBLISHED_AT)));
    rows.put(ShingleKeys.TABLE.name(), sorted(notGone(spark, out, ShingleKeys.TABLE)));
    rows.put(LinkedSets.TABLE.name(), sorted(setsInSomeLink(spark, out)));
    rows.put(ActorCounts.TABLE.name(), sorted(inOnePiece(kept(spark, out, ActorCounts.TABLE))));
    return rows;
  }

  private static Dataset<Row> notGone(SparkSession spark, Path out, Table table) {
    return kept(spark, out, table)
        .join(
            kept(spark, out, GoneParagraphs.TABLE),
            new String[] {ShingleSets.PARAGRAPH_ID},
            "left_anti");
  }

  /** Others may be there still. */
  private static Dataset<Row> setsInSomeLink(SparkSession spark, Path out) {
    Dataset<Row> links = Nights.read(spark, out, NearDuplicates.TABLE).where("date = '2014-12-03'");
    return new ListLinkedSets()
        .apply(kept(spark, out, LinkedSets.TABLE), links)
        .drop(ShingleSets.FIRST_PUBLISHED_AT);
  }

  private static Dataset<Row> inOnePiece(Dataset<Row> counts) {
    Dataset<Row> none = counts.limit(0);
    return new UpdateActorCounts().apply(counts, none, none.select(ActorCounts.ACTOR_ID));
  }

  /** As it is kept for the next run, in pieces of several. */
  private static Dataset<Row> kept(SparkSession spark, Path out, Table table) {
    Path state = out.resolve("state/snapshots");
    try (Stream<Path> bases = Files.find(state, 2, (path, file) -> path.endsWith("basis.json"))) {
      JsonNode basis = JSON.readTree(Files.readString(bases.sorted().toList().get(0)));
      List<String> pieces = new ArrayList<>();
      for (JsonNode piece : basis.at("/pieces/" + table.name())) {
        String run = "run=" + piece.path("run_id").asText();
        pieces.add(state.resolve(run).resolve(table.name()).toString());
      }
      return spark.read().schema(table.schema()).parquet(pieces.toArray(new String[0]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
