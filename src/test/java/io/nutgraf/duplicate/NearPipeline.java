package io.nutgraf.duplicate;

import io.nutgraf.table.NearCandidates;
import io.nutgraf.table.Texts;
import io.nutgraf.testing.Frames;
import io.nutgraf.text.NormalForm;
import io.nutgraf.text.OverlapFilter;
import io.nutgraf.text.PrefixKeys;
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

  static Dataset<Row> sets(Dataset<Row> texts) {
    return new ListShingles(MIN_WORDS).apply(texts);
  }

  static Dataset<Row> candidates(Dataset<Row> sets, double threshold, int cap) {
    return new FindCandidates(new PrefixKeys(threshold), filter(threshold), cap, SLOTS).apply(sets);
  }

  /** {@link NearCandidates} compared. */
  static Dataset<Row> links(Dataset<Row> texts, double threshold, int cap) {
    Dataset<Row> sets = sets(texts);
    return new LinkNearCopies(filter(threshold)).apply(sets, candidates(sets, threshold, cap));
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
}
