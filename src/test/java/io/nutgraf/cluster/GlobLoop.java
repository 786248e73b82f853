package io.nutgraf.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;

/**
 * Looks into the folders of the newest date again and again, as a glob does: lists the files, then
 * opens them. Counts how often the date is not there or goes while it is read; a part of it must
 * never be there.
 */
final class GlobLoop implements Callable<String> {
  /**
   * What a folder may hold.
   *
   * @param rows of either run that published it
   */
  private record Expected(LocalDate date, Set<Long> rows) {}

  private final Path warehouse;
  private final List<String> tables;
  private volatile Expected expected;
  private volatile boolean isStopped;
  private long looks;
  private long absent;
  private long gone;
  private long longestNanos;

  GlobLoop(Path warehouse, List<String> tables) {
    this.warehouse = warehouse;
    this.tables = tables;
  }

  /** The date is published with so many rows in each table, now or in a moment. */
  void expect(LocalDate date, long rows) {
    Expected before = expected;
    boolean isRerun = before != null && before.date().equals(date);
    expected =
        new Expected(date, isRerun ? Set.of(rows, before.rows().iterator().next()) : Set.of(rows));
  }

  void stop() {
    isStopped = true;
  }

  @Override
  public String call() throws IOException {
    long lastSeen = System.nanoTime();
    boolean wasThere = true;
    while (!isStopped) {
      Expected now = expected;
      for (String table : tables) {
        boolean isThere =
            look(warehouse.resolve("tables/%s/date=%s".formatted(table, now.date())), now);
        looks++;
        long time = System.nanoTime();
        if (isThere && !wasThere) {
          longestNanos = Math.max(longestNanos, time - lastSeen);
        }
        lastSeen = isThere ? time : lastSeen;
        wasThere = isThere;
      }
    }
    return "by glob: looked %d times at a date of a table, found it absent %d times and gone while reading %d times; the longest gap was %.1f ms"
        .formatted(looks, absent, gone, Duration.ofNanos(longestNanos).toNanos() / 1e6);
  }

  private boolean look(Path night, Expected now) throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(night)) {
      files = listed.filter(file -> file.toString().endsWith(".parquet")).toList();
    } catch (NoSuchFileException e) {
      absent++;
      return false;
    }
    long rows = 0;
    try {
      for (Path file : files) {
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
          rows += reader.getRecordCount();
        }
      }
    } catch (NoSuchFileException | FileNotFoundException e) {
      gone++;
      return false;
    }
    assertThat(now.rows()).as(night.toString()).contains(rows);
    return true;
  }
}
