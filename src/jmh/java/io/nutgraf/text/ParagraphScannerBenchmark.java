package io.nutgraf.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.commons.codec.digest.MurmurHash3;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The kernel beside the plain reference, on a million characters of made-up prose: operations a
 * second are megabytes a second.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ParagraphScannerBenchmark {

  /** Share of words with a letter or quote beyond ASCII, in percent. */
  @Param({"0", "5"})
  public int beyondAsciiPercent;

  private String[] paragraphs;
  private byte[] text;
  private final ParagraphScanner scanner = new ParagraphScanner();

  @Setup
  public void write() {
    Random random = new Random(7);
    StringBuilder all = new StringBuilder();
    while (all.length() < 1_000_000) {
      for (int word = 0; word < 60; word++) {
        boolean isBeyond = random.nextInt(100) < beyondAsciiPercent;
        all.append(isBeyond ? "“é" : "").append((char) ('A' + random.nextInt(26)));
        for (int i = random.nextInt(9); i > 0; i--) {
          all.append((char) ('a' + random.nextInt(26)));
        }
        all.append(word % 9 == 8 ? ", " : " ");
      }
      all.append("\n\n");
    }
    text = all.toString().getBytes(UTF_8);
    paragraphs = all.toString().split("\n\n");
  }

  @Benchmark
  public long kernel() {
    long sum = 0;
    scanner.start(text, ParagraphBreak.BLANK_LINES);
    while (scanner.advance()) {
      sum += scanner.h1() ^ scanner.h2() ^ scanner.spelling();
    }
    return sum;
  }

  @Benchmark
  public long reference() {
    long sum = 0;
    for (String paragraph : paragraphs) {
      byte[] normal = NormalForm.of(paragraph).getBytes(UTF_8);
      byte[] written = paragraph.getBytes(UTF_8);
      long[] hash = MurmurHash3.hash128x64(normal, 0, normal.length, 0);
      sum += hash[0] ^ hash[1] ^ MurmurHash3.hash128x64(written, 0, written.length, 0)[0];
    }
    return sum;
  }
}
