package io.nutgraf.duplicate;

import static io.nutgraf.testing.Frames.assertRows;
import static io.nutgraf.testing.Frames.row;
import static io.nutgraf.testing.Frames.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.nutgraf.table.ClusterMembers;
import io.nutgraf.table.DistinctParagraphs;
import io.nutgraf.table.LinkedParagraphs;
import io.nutgraf.table.NearDuplicates;
import io.nutgraf.table.ShingleSets;
import io.nutgraf.testing.SparkExtension;
import io.nutgraf.text.ShingleBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SparkExtension.class)
class ConnectClustersTest {
  private static final ConnectClusters ON_DRIVER = new ConnectClusters(0.3, 0.5, 1000);
  private static final ConnectClusters ON_EXECUTORS_FIRST = new ConnectClusters(0.3, 0.5, 100);
  private static final ConnectClusters ON_EXECUTORS = new ConnectClusters(0.3, 0.5, 0);

  @Test
  void aClusterIsNamedAfterItsFirstCopy(SparkSession spark) {
    Dataset<Row> paragraphs =
        rows(
            spark,
            DistinctParagraphs.TABLE,
            row("p", 9, 1L, day(3), "a", 0),
            row("q", 9, 2L, day(2), "c", 0),
            row("r", 9, 1L, day(2), "b", 5),
            row("s", 9, 1L, null, "a", 0),
            row("exact", 9, 2L, day(1), "a", 1),
            row("alone", 9, 1L, day(1), "a", 2));
    Dataset<Row> links =
        rows(
            spark,
            NearDuplicates.TABLE,
            row("p", "q", 0.6, 0.8),
            row("p", "r", 0.6, 0.8),
            row("r", "s", 1.0, 1.0));
    Dataset<Row> sets =
        rows(
            spark,
            ShingleSets.TABLE,
            set("p", 0, 8),
            set("q", 2, 10),
            set("r", 0, 10),
            set("s", 0, 10));

    Dataset<Row> linked = ON_DRIVER.apply(paragraphs, links, sets);
    assertRows(
        linked,
        LinkedParagraphs.TABLE,
        row("p", "r", "r", 0.8),
        row("q", "r", "r", 0.8),
        row("r", "r", "r", 1.0),
        row("s", "r", "r", 1.0));
    assertRows(
        new ListMembers().apply(paragraphs, linked),
        ClusterMembers.TABLE,
        row("p", "r", 1L, 0.8),
        row("q", "r", 2L, 0.8),
        row("r", "r", 1L, 1.0),
        row("s", "r", 1L, 1.0),
        row("exact", "exact", 2L, 1.0));
  }

  @Test
  void aChainIsSplitUntilAllAreLikeTheirFirstCopy(SparkSession spark) {
    aChainIsSplit(ON_DRIVER, spark);
  }

  private static void aChainIsSplit(ConnectClusters connect, SparkSession spark) {
    // Each shares two thirds with the next: a at 0, b at 4, c at 8, ... ; f is a loner at the end.
    List<Row> paragraphs = new ArrayList<>();
    List<Row> sets = new ArrayList<>();
    List<Row> links = new ArrayList<>();
    String names = "abcdef";
    for (int i = 0; i < names.length(); i++) {
      String name = names.substring(i, i + 1);
      paragraphs.add(row(name, 20, 1L, day(1 + i), name, 0));
      sets.add(set(name, 4L * i, 4L * i + 12));
      if (i > 0) {
        links.add(row(names.substring(i - 1, i), name, 0.5, 2.0 / 3));
      }
    }

    assertRows(
        connect.apply(
            rows(spark, DistinctParagraphs.TABLE, paragraphs.toArray(new Row[0])),
            rows(spark, NearDuplicates.TABLE, links.toArray(new Row[0])),
            rows(spark, ShingleSets.TABLE, sets.toArray(new Row[0]))),
        LinkedParagraphs.TABLE,
        row("a", "a", "a", 1.0),
        row("b", "a", "a", 0.5),
        row("c", "a", "c", 1.0),
        row("d", "a", "c", 0.5),
        row("e", "a", "e", 1.0),
        row("f", "a", "e", 0.5));
  }

  /** Else the tasks of late rounds know all earlier ones, and dozens overflow the stack. */
  @Test
  void roundsOnExecutorsForgetHowTheOnesBeforeWereMade(
      @TempDir Path checkpoints, SparkSession spark) throws IOException {
    spark.sparkContext().setCheckpointDir(checkpoints.toString());
    try {
      aChainIsSplit(ON_EXECUTORS, spark);
    } finally {
      // Other tests share the session, and the folder goes.
      spark.sparkContext().setCheckpointDir(null);
    }

    try (Stream<Path> written = Files.walk(checkpoints)) {
      assertThat(written.filter(file -> file.getFileName().toString().startsWith("rdd-")))
          .as("checkpoints of three rounds: who is like the first copy, and which links are left")
          .hasSizeGreaterThanOrEqualTo(5);
    }
  }

  @Test
  void whatIsSplitOffAndHasNoLinkLeftIsNoCluster(SparkSession spark) {
    Dataset<Row> paragraphs =
        rows(
            spark,
            DistinctParagraphs.TABLE,
            row("a", 9, 1L, day(1), "a", 0),
            row("b", 9, 1L, day(2), "b", 0),
            row("c", 9, 1L, day(3), "c", 0));
    Dataset<Row> links =
        rows(spark, NearDuplicates.TABLE, row("a", "b", 0.5, 0.7), row("b", "c", 0.5, 0.7));
    Dataset<Row> sets =
        rows(spark, ShingleSets.TABLE, set("a", 0, 12), set("b", 4, 16), set("c", 8, 20));

    Dataset<Row> linked = ON_DRIVER.apply(paragraphs, links, sets);
    assertRows(
        linked,
        LinkedParagraphs.TABLE,
        row("a", "a", "a", 1.0),
        row("b", "a", "a", 0.5),
        row("c", "a", null, null));
    assertRows(
        new ListMembers().apply(paragraphs, linked),
        ClusterMembers.TABLE,
        row("a", "a", 1L, 1.0),
        row("b", "a", 1L, 0.5));
  }

  @Test
  void withoutLinksOnlyExactCopiesAreClusters(SparkSession spark) {
    Dataset<Row> paragraphs =
        rows(
            spark,
            DistinctParagraphs.TABLE,
            row("p", 9, 1L, day(3), "a", 0),
            row("q", 3, 7L, null, "a", 1));

    Dataset<Row> linked =
        ON_DRIVER.apply(
            paragraphs, rows(spark, NearDuplicates.TABLE), rows(spark, ShingleSets.TABLE));
    assertRows(linked, LinkedParagraphs.TABLE);
    assertRows(
        new ListMembers().apply(paragraphs, linked), ClusterMembers.TABLE, row("q", "q", 7L, 1.0));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void driverAndExecutorsAgreeWhateverThePartitions(long seed, SparkSession spark) {
    Random random = new Random(seed);
    List<Row> paragraphs = new ArrayList<>();
    List<Row> sets = new ArrayList<>();
    List<Row> links = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      String id = NearPipeline.id(i);
      long start = random.nextInt(6);
      paragraphs.add(row(id, 9, 1L + random.nextInt(2), day(random.nextInt(5)), "a" + i % 3, i));
      sets.add(set(id, start, start + 10));
    }
    paragraphs.set(0, row(NearPipeline.id(0), 9, 1L, null, "\uffee", 0));
    paragraphs.set(1, row(NearPipeline.id(1), 9, 1L, null, "\ud83d\udcf0", 0));
    links.add(row(NearPipeline.id(0), NearPipeline.id(1), 0.5, 0.5));
    for (int i = 0; i < 120; i++) {
      links.add(
          row(
              NearPipeline.id(random.nextInt(150)),
              NearPipeline.id(random.nextInt(150)),
              0.5,
              0.5));
    }
    Dataset<Row> p = rows(spark, DistinctParagraphs.TABLE, paragraphs.toArray(new Row[0]));
    Dataset<Row> l = rows(spark, NearDuplicates.TABLE, links.toArray(new Row[0]));
    Dataset<Row> s = rows(spark, ShingleSets.TABLE, sets.toArray(new Row[0]));

    List<Row> onDriver = ON_DRIVER.apply(p, l, s).collectAsList();
    List<Row> onExecutors =
        ON_EXECUTORS.apply(p.repartition(7), l.repartition(5), s.repartition(3)).collectAsList();

    List<Row> onBoth = ON_EXECUTORS_FIRST.apply(p, l, s).collectAsList();

    assertThat(onDriver).hasSizeGreaterThan(20).containsExactlyInAnyOrderElementsOf(onExecutors);
    assertThat(onBoth).containsExactlyInAnyOrderElementsOf(onDriver);
  }

  /** A paragraph whose shingles are these numbers, the last one left out. */
  private static Row set(String id, long from, long to) {
    byte[] shingles = ShingleBytes.of(LongStream.range(from, to).toArray());
    return row(id, 0L, 20, (int) (to - from), shingles, null);
  }

  private static Timestamp day(int day) {
    return Timestamp.from(Instant.parse("2024-05-01T00:00:00Z").plusSeconds(86_400L * day));
  }
}
