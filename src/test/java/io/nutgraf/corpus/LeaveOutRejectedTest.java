package io.nutgraf.corpus;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.nutgraf.table.Records;
import io.nutgraf.testing.SparkExtension;
import io.nutgraf.text.TakenDown;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class LeaveOutRejectedTest {
  @TempDir private Path folder;

  @Test
  void onlyRejectedRecordsThatNameOneAreLeftOut(SparkSession spark) throws IOException {
    Corpus corpus =
        new Corpus(spark, folder)
            .with(
                "a.jsonl",
                """
                {"id": "gone-77", "text": 7}
                {"id": "gone-77", "text": "Accepted: that is for others to leave out."}
                {"id": "b", "source": "AP", "published_at": "soon", "text": "t"}
                {"id": "c", "source": "MAP", "published_at": "soon", "text": "So says AP."}
                {"id": "d"
                """)
            .with("b.csv", "id,source,text\ngone-77,Wire\nx,AP\ny,MAP\n")
            .with("AP/latin.txt", "Größe".getBytes(ISO_8859_1))
            .with("MAP/latin.txt", "Größe, AP, Größe".getBytes(ISO_8859_1));
    Dataset<Row> records = corpus.records();
    TakenDown what = TakenDown.of(Set.of("gone-77"), Set.of("AP"));

    Dataset<Row> left = new LeaveOutRejected(what).apply(records);

    assertThat(left.schema()).isEqualTo(Records.TABLE.schema());
    assertThat(raw(left))
        .containsExactlyInAnyOrder(
            "{\"id\": \"c\", \"source\": \"MAP\", \"published_at\": \"soon\", \"text\": \"So says"
                + " AP.\"}",
            "{\"id\": \"d\"",
            "y,MAP",
            "Größe, AP, Größe");
    Dataset<Row> others = records.where(col(Records.KIND).notEqual(RecordKind.QUARANTINED));
    assertThat(left.where(col(Records.KIND).notEqual(RecordKind.QUARANTINED)).collectAsList())
        .containsExactlyInAnyOrderElementsOf(others.collectAsList());
    assertThat(raw(new LeaveOutRejected(TakenDown.of(Set.of(), Set.of())).apply(records)))
        .hasSize(9);
  }

  /** Its identifier stands nowhere in the record. */
  @Test
  void anIdThatTheReaderMadeIsKnown(SparkSession spark) throws IOException {
    Corpus corpus =
        new Corpus(spark, folder)
            .with(
                "a.jsonl",
                """
                {"source": "Wire", "title": "T", "published_at": "soon", "text": "One."}
                {"source": "Wire", "title": "T", "published_at": "soon", "text": "Two."}
                """);
    String id = DigestUtils.sha256Hex("Wire\0T\0One.").substring(0, 32);

    assertThat(
            raw(new LeaveOutRejected(TakenDown.of(Set.of(id), Set.of())).apply(corpus.records())))
        .singleElement()
        .asString()
        .contains("Two.");
  }

  /** The bytes that are kept are those of the bad cell. */
  @Test
  void aRowOfAParquetFileIsKnownByItsOtherCells(SparkSession spark) throws IOException {
    spark
        .sql(
            "select 'gone-77' as id, unhex('61FF62') as text union all select 'b', unhex('61FF63')")
        .coalesce(1)
        .write()
        .parquet(folder.resolve("in").toString());
    Dataset<Row> records = new Corpus(spark, folder).records();

    assertThat(raw(records)).hasSize(2);
    assertThat(raw(new LeaveOutRejected(TakenDown.of(Set.of("gone-77"), Set.of())).apply(records)))
        .containsExactly("aÿc");
  }

  /** The bytes of the rejected records, as Latin-1 where they are not UTF-8. */
  private static List<String> raw(Dataset<Row> records) {
    return records
        .where(col(Records.KIND).equalTo(RecordKind.QUARANTINED))
        .select(Records.RAW)
        .collectAsList()
        .stream()
        .map(row -> Base64.getDecoder().decode(row.getString(0)))
        .map(
            bytes -> {
              String text = new String(bytes, UTF_8);
              return text.indexOf('\uFFFD') < 0 ? text : new String(bytes, ISO_8859_1);
            })
        .toList();
  }
}
