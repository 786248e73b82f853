package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.lit;

import io.nutgraf.table.CappedMembers;
import io.nutgraf.table.DistinctParagraphs;
import io.nutgraf.table.NearCandidates;
import io.nutgraf.table.Texts;
import io.nutgraf.testing.Frames;
import io.nutgraf.text.NormalForm;
import io.nutgraf.text.OverlapFilter;
import io.nutgraf.text.PrefixKeys;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The near-duplicate stages one after the other, and texts to run them on. */
final class NearPipeline {
  static final int MIN_WORDS = 8;
  static final int SLOTS = 1 << 16;

  private NearPipeline() {}

  static OverlapFilter filter(double threshold) {
    return new OverlapFilter(threshold, 0.8, 15);
  }

  /** Of undated paragraphs. */
  static Dataset<Row> sets(Dataset<Row> texts) {
    Dataset<Row> undated =
        texts
            .select(Texts.PARAGRAPH_ID, Texts.WORDS)
            .withColumn(DistinctParagraphs.FIRST_PUBLISHED_AT, lit(null).cast("timestamp"));
    return new ListShingles(MIN_WORDS).apply(texts, undated);
  }

  /** Of paragraphs published on these days since 1970, null for undated. */
  static Dataset<Row> sets(SparkSession spark, List<String> paragraphs, List<Integer> days) {
    Row[] distinct = new Row[paragraphs.size()];
    for (int i = 0; i < distinct.length; i++) {
      Instant noon =
          days.get(i) == null ? null : Instant.ofEpochSecond(86_400L * days.get(i) + 43_200);
      Timestamp at = noon == null ? null : Timestamp.from(noon);
      distinct[i] = Frames.row(id(i), MIN_WORDS, 1L, at, "article", 0);
    }
    return new ListShingles(MIN_WORDS)
        .apply(texts(spark, paragraphs), Frames.rows(spark, DistinctParagraphs.TABLE, distinct));
  }

  static Dataset<Row> counts(Dataset<Row> sets) {
    return new CountShingles(new PrefixKeys(0.5), SLOTS).apply(sets);
  }

  static Dataset<Row> candidates(Dataset<Row> sets, double threshold, int cap) {
    return candidates(sets, counts(sets), threshold, cap);
  }

  static Dataset<Row> candidates(
      Dataset<Row> sets, Dataset<Row> counts, double threshold, int cap) {
    return new FindCandidates(new PrefixKeys(threshold), filter(threshold), cap)
        .apply(keys(sets, threshold, counts), counts);
  }

  /** {@link io.nutgraf.table.ShingleKeys} in the order of some counts. */
  static Dataset<Row> keys(Dataset<Row> sets, double threshold, Dataset<Row> counts) {
    return new ListShingleKeys(new PrefixKeys(threshold), EarlyOrder.of(counts)).apply(sets);
  }

  /** {@link NearCandidates} compared. */
  static Dataset<Row> links(Dataset<Row> texts, double threshold, int cap) {
    Dataset<Row> sets = sets(texts).cache();
    Dataset<Row> candidates = candidates(sets, threshold, cap);
    return new LinkNearCopies(filter(threshold))
        .apply(new FindComparedSets().apply(sets, candidates), candidates);
  }

  static NewKeys newKeys(Dataset<Row> newSets, Dataset<Row> counts, Dataset<Row> cappedMembers) {
    return NewKeys.of(
        keys(newSets, 0.5, counts),
        newSets.count(),
        new PrefixKeys(0.5),
        EarlyOrder.of(counts),
        CrowdedKeys.of(cappedMembers));
  }

  /** Those of the new among all, where no bucket was over the cap. */
  static Dataset<Row> newCandidates(
      Dataset<Row> newSets, Dataset<Row> allSets, Dataset<Row> counts, int cap) {
    SparkSession spark = newSets.sparkSession();
    NewKeys newKeys = newKeys(newSets, counts, Frames.rows(spark, CappedMembers.TABLE));
    return new FindNewCandidates(newKeys, filter(0.5), cap)
        .apply(keys(newSets, 0.5, counts), keys(allSets, 0.5, counts));
  }

  static Dataset<Row> texts(SparkSession spark, List<String> paragraphs) {
    Row[] rows = new Row[paragraphs.size()];
    for (int i = 0; i < rows.length; i++) {
      String text = paragraphs.get(i);
      rows[i] = Frames.row(id(i), text, NormalForm.of(text).split(" ").length, 1);
    }
    return Frames.rows(spark, Texts.TABLE, rows);
  }

  static String id(int i) {
    return "%08x".formatted(i * 0x9E3779B9);
  }

  static String smaller(int a, int b) {
    return id(a).compareTo(id(b)) < 0 ? id(a) : id(b);
  }

  static String greater(int a, int b) {
    return smaller(a, b).equals(id(a)) ? id(b) : id(a);
  }

  static String numbered(String word, int n) {
    return String.join(" ", IntStream.range(0, n).mapToObj(i -> word + i).toList());
  }

  /** Paragraphs of which many are edited copies of others, no two of them with the same words. */
  static List<String> corpus(long seed, int size) {
    Random random = new Random(seed);
    List<String> paragraphs = new ArrayList<>();
    while (paragraphs.size() < size) {
      String paragraph =
          paragraphs.isEmpty() || random.nextInt(3) == 0
              ? words(random, 3 + random.nextInt(40))
              : edited(paragraphs.get(random.nextInt(paragraphs.size())), random);
      if (!paragraphs.contains(paragraph)) {
        paragraphs.add(paragraph);
      }
    }
    return paragraphs;
  }

  /** Paragraphs of which many are edited copies and many are parts of others. */
  static List<String> corpusWithCuts(long seed, int size) {
    Random random = new Random(seed);
    List<String> paragraphs = new ArrayList<>();
    while (paragraphs.size() < size) {
      String paragraph = words(random, 30 + random.nextInt(60));
      if (!paragraphs.isEmpty() && random.nextBoolean()) {
        String other = paragraphs.get(random.nextInt(paragraphs.size()));
        paragraph = random.nextBoolean() ? edited(other, random) : cut(other, random);
      }
      if (!paragraphs.contains(paragraph)) {
        paragraphs.add(paragraph);
      }
    }
    return paragraphs;
  }

  private static String cut(String paragraph, Random random) {
    List<String> words = List.of(paragraph.split(" "));
    int length = Math.min(words.size(), 15 + random.nextInt(15));
    int start = random.nextInt(words.size() - length + 1);
    return String.join(" ", words.subList(start, start + length));
  }

  private static String words(Random random, int n) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      words.add("w" + (int) Math.abs(random.nextGaussian() * 12));
    }
    return String.join(" ", words);
  }

  private static String edited(String paragraph, Random random) {
    List<String> words = new ArrayList<>(List.of(paragraph.split(" ")));
    for (int edits = random.nextInt(5); edits >= 0; edits--) {
      int at = random.nextInt(words.size());
      switch (random.nextInt(3)) {
        case 0 -> words.set(at, words(random, 1));
        case 1 -> words.add(at, words(random, 1 + random.nextInt(6)));
        default -> words.subList(at, Math.min(words.size(), at + 1 + random.nextInt(6))).clear();
      }
      if (words.isEmpty()) {
        words.add("empty");
      }
    }
    return String.join(" ", words);
  }

  /** As if written and read back, in so many partitions. */
  static Dataset<Row> staged(Dataset<Row> rows, int partitions) {
    return rows.sparkSession()
        .createDataFrame(rows.collectAsList(), rows.schema())
        .repartition(partitions);
  }
}
