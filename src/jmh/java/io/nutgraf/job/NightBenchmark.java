package io.nutgraf.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A night of the newest hundredth of a corpus, beside the run of all before it.
 *
 * <p>{@code jobs/bench io.nutgraf.job.NightBenchmark CORPUS.jsonl.gz WORK [COPIES]}. COPIES
 * multiplies the corpus: each copy has words, sources and ids of its own and the same days, so that
 * there are as many near copies, COPIES times. Both runs are {@code jobs/local run} with the last
 * 30 days of pairs, in JVMs of their own, whose start counts. WORK is an empty folder.
 */
public final class NightBenchmark {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int NIGHTS_SHARE = 100;
  private static final int LETTERS = 26;
  private static final Pattern LONG_WORD = Pattern.compile("\\b[a-z]{4,}\\b");

  private final Path work;
  private final int copies;

  private NightBenchmark(Path work, int copies) {
    this.work = work;
    this.copies = copies;
  }

  /** An article as its line, and what orders it. */
  private record Line(String day, String id, String json) {
    static Line of(String json) {
      try {
        ObjectNode article = (ObjectNode) JSON.readTree(json);
        return new Line(article.path("published_at").asText(), article.path("id").asText(), json);
      } catch (IOException e) {
        throw new IllegalArgumentException("Not a line of JSON: " + json, e);
      }
    }

    LocalDate date() {
      return LocalDate.parse(day.substring(0, "2008-04-10".length()));
    }
  }

  private record Cost(double wall, double processor) {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 2) {
      throw new IllegalArgumentException("Give CORPUS.jsonl.gz, an empty folder, and COPIES");
    }
    int copies = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
    new NightBenchmark(Files.createDirectories(Path.of(arguments[1])), copies)
        .run(Path.of(arguments[0]));
  }

  private void run(Path corpus) throws IOException, InterruptedException {
    List<Line> lines = read(corpus);
    int first = lines.size() - lines.size() / NIGHTS_SHARE;
    LocalDate before = lines.get(first - 1).date();
    LocalDate night = lines.get(lines.size() - 1).date();
    if (!night.isAfter(before)) {
      night = before.plusDays(1);
    }
    Cost whole = nutgraf(write("before", lines.subList(0, first)), before);
    Cost last = nutgraf(write("night", lines.subList(first, lines.size())), night);
    System.out.printf(
        "%d copies: all but the night %.0f s (%.0f), the night %.0f s (%.0f), %.0f %% of it%n",
        copies,
        whole.wall,
        whole.processor,
        last.wall,
        last.processor,
        100 * last.wall / whole.wall);
  }

  private static List<Line> read(Path corpus) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(corpus)), UTF_8))) {
      return lines
          .lines()
          .map(Line::of)
          .sorted(Comparator.comparing(Line::day).thenComparing(Line::id))
          .toList();
    }
  }

  private Path write(String name, List<Line> lines) throws IOException {
    Path file = work.resolve(name + ".jsonl.gz");
    try (BufferedWriter out =
        new BufferedWriter(
            new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), UTF_8))) {
      for (Line line : lines) {
        for (int copy = 0; copy < copies; copy++) {
          out.write(copy(line.json, copy));
          out.newLine();
        }
      }
    }
    return file;
  }

  private static String copy(String json, int copy) throws IOException {
    if (copy == 0) {
      return json;
    }
    ObjectNode article = (ObjectNode) JSON.readTree(json);
    article.remove("url");
    for (String field : List.of("id", "source")) {
      article.put(field, article.path(field).asText() + "-" + copy);
    }
    String end = ending(copy);
    for (String field : List.of("title", "text")) {
      String text = article.path(field).asText();
      article.put(field, LONG_WORD.matcher(text).replaceAll("$0" + end));
    }
    return JSON.writeValueAsString(article);
  }

  /** What no word ends with, and of another copy's words none. */
  private static String ending(int copy) {
    char first = (char) ('a' + copy % LETTERS);
    return copy < LETTERS ? "q" + first : "q" + first + (char) ('a' + copy / LETTERS - 1);
  }

  private Cost nutgraf(Path input, LocalDate date) throws IOException, InterruptedException {
    long start = System.nanoTime();
    // The script becomes the JVM that it starts, so its processor time is what is looked for.
    Process run =
        new ProcessBuilder(
                "jobs/local",
                "run",
                "--input",
                input.toString(),
                "--warehouse",
                work.resolve("warehouse").toString(),
                "--date",
                date.toString(),
                "--window-days",
                "30")
            .redirectOutput(work.resolve("out.txt").toFile())
            .redirectError(work.resolve("err.txt").toFile())
            .start();
    Duration processor = Duration.ZERO;
    while (!run.waitFor(100, TimeUnit.MILLISECONDS)) {
      processor = run.info().totalCpuDuration().orElse(processor);
    }
    if (run.exitValue() != 0) {
      throw new IllegalStateException(
          "The run of %s ended with %d; see %s"
              .formatted(input, run.exitValue(), work.resolve("err.txt")));
    }
    return new Cost((System.nanoTime() - start) / 1e9, processor.toMillis() / 1e3);
  }
}
