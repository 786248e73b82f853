package io.nutgraf.warehouse;

import static io.nutgraf.testing.Frames.row;
import static io.nutgraf.testing.Frames.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.nutgraf.table.Originality;
import io.nutgraf.table.Table;
import io.nutgraf.table.Tables;
import io.nutgraf.table.Texts;
import io.nutgraf.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class StagedTablesTest {
  private static final LocalDate NIGHT = LocalDate.parse("2024-05-01");

  /** Threads seldom meet. */
  private static final int ROUNDS = 5_000;

  @TempDir private Path folder;

  @Test
  void whatNeverComesTwiceHasNoDictionary(SparkSession spark) throws IOException {
    StagedTables staged = staged(spark);
    Row[] same =
        IntStream.range(0, 100)
            .mapToObj(i -> row("%032x".formatted(i), "The same words.", 3, 1))
            .toArray(Row[]::new);

    WrittenTable written =
        staged.write(Texts.TABLE, NIGHT, rows(spark, Texts.TABLE, same).coalesce(1));

    assertThat(hasDictionary(written, Texts.PARAGRAPH_ID)).isFalse();
    assertThat(hasDictionary(written, Texts.TEXT)).isTrue();
  }

  @Test
  void severalThreadsWriteAtOnce(SparkSession spark) throws IOException {
    StagedTables staged = staged(spark);
    List<Table> published = List.of(Originality.TABLE, Texts.TABLE);
    List<Table> kept = Tables.KEPT;

    // Not in the common pool: Hadoop's own tasks wait for one there, and with two cores it has none
    // left.
    List<CompletableFuture<Void>> writes =
        Stream.concat(published.stream(), kept.stream())
            .map(
                table ->
                    CompletableFuture.runAsync(
                        () -> write(staged, table, rows(spark, table)),
                        task -> new Thread(task).start()))
            .toList();
    writes.forEach(CompletableFuture::join);

    assertThat(staged.nights()).extracting(StagedNight::table).hasSameElementsAs(published);
    assertThat(staged.pieces().byTable().keySet())
        .containsExactlyInAnyOrderElementsOf(kept.stream().map(Table::name).toList());
  }

  @Test
  void noThreadUndoesWhatAnotherKeeps(SparkSession spark) throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      StagedTables staged = staged(spark);

      Tables.KEPT.parallelStream().forEach(table -> staged.keep(table, List.of()));

      assertThat(staged.pieces().byTable()).hasSameSizeAs(Tables.KEPT);
    }
  }

  private static void write(StagedTables staged, Table table, Dataset<Row> rows) {
    if (table.kind().isPublished()) {
      staged.write(table, NIGHT, rows);
    } else {
      staged.write(table, rows);
    }
  }

  private StagedTables staged(SparkSession spark) throws IOException {
    return new StagedTables(spark, new Warehouse(spark, folder.toString()), "run");
  }

  private static boolean hasDictionary(WrittenTable written, String column) throws IOException {
    String file = written.rows().inputFiles()[0];
    try (ParquetFileReader reader =
        ParquetFileReader.open(
            HadoopInputFile.fromPath(new org.apache.hadoop.fs.Path(file), new Configuration()))) {
      return reader.getFooter().getBlocks().get(0).getColumns().stream()
          .filter(chunk -> chunk.getPath().toDotString().equals(column))
          .findFirst()
          .map(ColumnChunkMetaData::hasDictionaryPage)
          .orElseThrow();
    }
  }
}
