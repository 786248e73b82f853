package io.nutgraf.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.nutgraf.job.RunReport;
import io.nutgraf.table.Articles;
import io.nutgraf.table.Quarantine;
import io.nutgraf.table.Table;
import io.nutgraf.testing.Nights;
import io.nutgraf.testing.SparkExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Input that means harm: nothing is lost, nothing is written elsewhere, memory stays bounded. */
@ExtendWith(SparkExtension.class)
class HostileInputIT {
  private static final List<String> PATHS =
      List.of("../../x", "/etc/x", "..", "a/b", "date=2024-01-01", "__HIVE_DEFAULT_PARTITION__");
  private static final int MIB = 1 << 20;

  @TempDir private Path folder;
  private Path input;
  private Path warehouse;

  @BeforeEach
  void makeFolders() throws IOException {
    input = Files.createDirectories(folder.resolve("deep/down/input"));
    warehouse = folder.resolve("deep/down/out");
  }

  @Test
  void identifiersThatLookLikePathsStayIdentifiers(SparkSession spark) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String path : PATHS) {
      lines.add(article(path, path));
    }
    lines.add(article("", "no identifier"));
    lines.add(article("x".repeat(10_000), "an endless identifier"));
    Files.write(input.resolve("paths.jsonl"), lines, UTF_8);

    RunReport report = Nights.run(spark, warehouse.toString(), "2024-05-01", input, step -> {});

    assertNothingIsLost(report, lines.size());
    assertThat(column(spark, Articles.TABLE, Articles.ARTICLE_ID))
        .hasSize(PATHS.size() + 1)
        .containsAll(PATHS);
    assertThat(column(spark, Quarantine.TABLE, Quarantine.REASON)).containsExactly("bad_id");
    assertThat(children(folder)).containsExactly(folder.resolve("deep"));
    assertThat(children(folder.resolve("deep"))).containsExactly(input.getParent());
    assertThat(children(input.getParent())).containsExactlyInAnyOrder(input, warehouse);
    try (Stream<Path> all = Files.walk(warehouse)) {
      assertThat(all.map(Path::toString)).noneMatch(path -> path.contains("HIVE"));
    }
  }

  @Test
  void bombsAreQuarantinedAndNotHeldInMemory(SparkSession spark) throws IOException {
    Files.write(input.resolve("fine.jsonl"), List.of(article("fine", "fine")), UTF_8);
    Files.write(input.resolve("bomb.jsonl.gz"), gzip("{\"id\": \"bomb\", \"text\": \"", 1024));
    // Under the cap of what a file may become, but one record.
    Files.write(input.resolve("line.jsonl.gz"), gzip("{\"id\": \"line\", \"text\": \"", 60));
    assertThat(input.resolve("bomb.jsonl.gz"))
        .satisfies(bomb -> assertThat(Files.size(bomb)).isLessThan(2 * MIB));
    List<MemoryPoolMXBean> longLived =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getName().matches(".*(Old|Tenured).*"))
            .toList();
    longLived.forEach(MemoryPoolMXBean::resetPeakUsage);
    long before = longLived.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();

    RunReport report = Nights.run(spark, warehouse.toString(), "2024-05-01", input, step -> {});

    assertNothingIsLost(report, 3);
    assertThat(column(spark, Articles.TABLE, Articles.ARTICLE_ID)).containsExactly("fine");
    assertThat(column(spark, Quarantine.TABLE, Quarantine.REASON))
        .containsExactlyInAnyOrder("compression_bomb", "article_too_large");
    long peak = longLived.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    // The bomb unpacks to that much.
    assertThat(peak).isPositive().isLessThan(before + 1024L * MIB);
  }

  private static void assertNothingIsLost(RunReport report, long read) {
    Map<String, Long> counts = report.counts();
    assertThat(counts.get("read")).isEqualTo(read);
    assertThat(
            counts.get("accepted")
                + counts.get("superseded")
                + counts.get("quarantined")
                + counts.get("blank"))
        .isEqualTo(read);
  }

  private static String article(String id, String text) throws IOException {
    return new ObjectMapper()
        .writeValueAsString(Map.of("id", id, "source", id, "url", id, "title", id, "text", text));
  }

  /** A start and so many MiB of one letter, a thousand times smaller when stored. */
  private static byte[] gzip(String start, int mib) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(member(start));
    byte[] letters = member("a".repeat(MIB));
    for (int i = 0; i < mib; i++) {
      bytes.write(letters);
    }
    return bytes.toByteArray();
  }

  private static byte[] member(String plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private List<String> column(SparkSession spark, Table table, String column) {
    return Nights.read(spark, warehouse, table).select(column).collectAsList().stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private static List<Path> children(Path parent) throws IOException {
    try (Stream<Path> files = Files.list(parent)) {
      return files.toList();
    }
  }
}
