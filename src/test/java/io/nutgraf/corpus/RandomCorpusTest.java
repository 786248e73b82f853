package io.nutgraf.corpus;

import static io.nutgraf.corpus.Compressed.gzip;
import static io.nutgraf.corpus.Compressed.join;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.nutgraf.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold for any corpus, tried on corpora of random lines with planted faults. */
@ExtendWith(SparkExtension.class)
class RandomCorpusTest {
  private static final List<String> FAULTS =
      List.of("{", "[]", "{\"text\":7}", "{\"text\":\"\"}", "{\"text\":\"a\"}x", "\u00ff\u0000");

  @TempDir Path folder;
  private int articles;
  private int faults;
  private int blanks;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theSameRowsWhateverTheSplitsAndTheOrderOfInputs(long seed, SparkSession spark)
      throws IOException {
    Random random = new Random(seed);
    Corpus corpus = new Corpus(spark, folder);
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String lines = lines(random, i);
      boolean isPacked = random.nextBoolean();
      String name = i + (isPacked ? ".jsonl.gz" : ".jsonl");
      int half = lines.length() / 2;
      corpus.with(
          name,
          isPacked
              ? join(gzip(lines.substring(0, half)), gzip(lines.substring(half)))
              : lines.getBytes(UTF_8));
      paths.add(corpus.path(name));
    }

    ReadOptions whole = ReadOptions.defaults();
    List<String> expected = corpus.articles(whole);
    assertThat(expected).hasSize(articles);
    assertThat(corpus.quarantined(whole)).hasSize(faults);
    for (int splitBytes : new int[] {20 + random.nextInt(40), 100 + random.nextInt(400)}) {
      ReadOptions cut = whole.withSplitBytes(splitBytes);
      assertThat(corpus.articles(cut)).isEqualTo(expected);
      assertThat(corpus.quarantined(cut)).isEqualTo(corpus.quarantined(whole));
    }
    List<Row> inOrder = new ReadRecords(whole).apply(spark, paths).collectAsList();
    Collections.shuffle(paths, random);
    assertThat(new ReadRecords(whole).apply(spark, paths).collectAsList()).isEqualTo(inOrder);
    assertThat(inOrder.stream().mapToLong(row -> row.isNullAt(15) ? 0 : row.getLong(15)).sum())
        .isEqualTo(blanks);
  }

  private String lines(Random random, int file) {
    StringBuilder lines = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
    for (int i = 0; i < 15; i++) {
      int kind = random.nextInt(4);
      if (kind == 0) {
        lines.append(FAULTS.get(random.nextInt(FAULTS.size())));
        faults++;
      } else if (kind == 1) {
        lines.append(" ".repeat(random.nextInt(3)));
        blanks++;
      } else {
        String text = "né\\n\\u20ac \uD83D\uDE00 ".repeat(1 + random.nextInt(5));
        lines.append("{\"id\":\"%d-%d\",\"text\":\"%s\"}".formatted(file, i, text));
        articles++;
      }
      lines.append(random.nextBoolean() ? "\n" : "\r\n");
    }
    return lines.toString();
  }
}
