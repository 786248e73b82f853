package io.nutgraf.train;

import com.fasterxml.jackson.databind.JsonNode;
import io.nutgraf.text.Tagger;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures how fast the tagger loads and tags, and what heap it keeps: {@code articles.jsonl.gz}.
 * Speed is text (UTF-16 units, which in English are bytes) by CPU time of one thread.
 */
public final class BenchmarkTagger {
  private static final int ROUNDS = 6;
  private static final long CHARACTERS = 3_000_000;

  public static void main(String[] arguments) throws IOException {
    List<String> paragraphs = new ArrayList<>();
    long characters = 0;
    for (JsonNode article : Corpus.records(Path.of(arguments[0]))) {
      if (characters < CHARACTERS) {
        List<String> more = List.of(article.get("text").asText().split("\n\n"));
        paragraphs.addAll(more);
        characters += more.stream().mapToLong(String::length).sum();
      }
    }
    long usedBefore = usedHeap();
    long wallBefore = System.nanoTime();
    long cpuBefore = cpuTime();
    Tagger tagger = Tagger.load();
    System.out.printf(
        "load: %.2f s of CPU time, %.2f s in all%n",
        (cpuTime() - cpuBefore) / 1e9, (System.nanoTime() - wallBefore) / 1e9);
    System.out.printf("heap kept: %.0f MB%n", (usedHeap() - usedBefore) / 1e6);
    for (int round = 1; round <= ROUNDS; round++) {
      long spans = 0;
      cpuBefore = cpuTime();
      for (String paragraph : paragraphs) {
        spans += tagger.tag(paragraph).size();
      }
      double seconds = (cpuTime() - cpuBefore) / 1e9;
      System.out.printf(
          "round %d: %d spans, %.2f MB per CPU second%n", round, spans, characters / 1e6 / seconds);
    }
  }

  private static long usedHeap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private BenchmarkTagger() {}
}
