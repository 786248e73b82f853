package io.nutgraf.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.nutgraf.table.Articles;
import io.nutgraf.table.ClusterMembers;
import io.nutgraf.table.Originality;
import io.nutgraf.table.Table;
import io.nutgraf.testing.Frames;
import io.nutgraf.testing.Nights;
import io.nutgraf.testing.SparkExtension;
import io.nutgraf.testing.TwoTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is lost of a night comes back when the night is run again. */
@ExtendWith(SparkExtension.class)
class LostFoldersTest {
  private static final String SECOND = "2024-05-02";

  @TempDir private Path folder;

  /** Snapshots are reckoned from what a night said before, unless that cannot be read any more. */
  @Test
  void aNightIsMadeAgainThoughItsOldFactsAndSnapshotsAreLost(SparkSession spark)
      throws IOException {
    Path out = folder.resolve("out");
    Path second = article("b", "2024-05-02");
    Path first = article("a", "2024-05-01");
    Nights.runFacts(spark, out, "2024-05-01", "off", first);
    Nights.run(spark, out, SECOND, "off", null, second);
    List<List<String>> before = rows(spark, out);
    TwoTables.delete(out.resolve("tables/articles/date=" + SECOND));
    TwoTables.delete(out.resolve("tables/originality/date=" + SECOND));
    TwoTables.delete(out.resolve("tables/runs/date=" + SECOND));
    TwoTables.delete(out.resolve("tables/runs/date=2024-05-01"));

    Nights.runFacts(spark, out, "2024-05-01", "off", first);
    Nights.run(spark, out, SECOND, "off", null, second);

    assertThat(rows(spark, out)).isEqualTo(before);
    assertThat(WarehouseCheck.of(spark, out.toString()).faults()).isEmpty();
  }

  private static List<List<String>> rows(SparkSession spark, Path warehouse) {
    return List.of(Articles.TABLE, ClusterMembers.TABLE, Originality.TABLE).stream()
        .map((Table table) -> Frames.sorted(Nights.read(spark, warehouse, table)))
        .toList();
  }

  private Path article(String id, String date) throws IOException {
    String line =
        """
        {"id": "%s", "source": "%s", "published_at": "%s", \
        "text": "Words that both nights print here, and some more of them."}
        """
            .formatted(id, "Outlet " + id, date);
    return Files.writeString(folder.resolve(id + ".jsonl"), line, UTF_8);
  }
}
