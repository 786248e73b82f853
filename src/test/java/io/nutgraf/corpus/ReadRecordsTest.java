package io.nutgraf.corpus;

import static io.nutgraf.corpus.Compressed.gzip;
import static io.nutgraf.corpus.Compressed.join;
import static io.nutgraf.corpus.Compressed.zstd;
import static io.nutgraf.testing.Frames.row;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nutgraf.table.Records;
import io.nutgraf.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class ReadRecordsTest {
  private static final ReadOptions DEFAULTS = ReadOptions.defaults();
  private static final String ARTICLE = "{\"id\":\"a\",\"text\":\"t\"}\n";

  @TempDir Path folder;

  @Test
  void givesTheColumnsOfAnArticleAndASummary(SparkSession spark) throws IOException {
    Corpus corpus =
        new Corpus(spark, folder)
            .with(
                "in.jsonl",
                "\n{\"id\":\"a1\",\"source\":\"Post\",\"url\":\"http://p/1\",\"title\":\"T\","
                    + "\"published_at\":\"2007-09-10T12:30:00Z\",\"text\":\"One.\\u0000Two.\"}\n \n");

    Dataset<Row> records = corpus.records();

    String file = "file:" + corpus.path("in.jsonl");
    assertThat(records.schema()).isEqualTo(Records.TABLE.schema());
    assertThat(records.collectAsList())
        .containsExactlyInAnyOrder(
            row(
                file,
                1L,
                "article",
                "a1",
                "Post",
                "http://p/1",
                "T",
                Timestamp.from(Instant.parse("2007-09-10T12:30:00Z")),
                "One. Two.",
                "jsonl",
                true,
                null,
                null,
                null,
                null,
                null),
            row(
                file, 0L, "summary", null, null, null, null, null, null, "jsonl", null, null, null,
                null, 3L, 2L));
  }

  @Test
  void everyRejectedLineKeepsItsReasonOffsetAndBytes(SparkSession spark) throws IOException {
    byte[] brokenUtf8 = "{\"text\":\"caf\u00e9\"}\n".getBytes(ISO_8859_1);
    byte[] lines =
        join(
            ARTICLE.getBytes(UTF_8),
            "{\"text\":\"cut\n[]\r\n".getBytes(UTF_8),
            brokenUtf8,
            "{\"text\":5}\n{\"id\":\"x\"}\n{\"text\":\" \"}\n".getBytes(UTF_8),
            "{\"text\":\"t\",\"published_at\":\"soon\"}\n".getBytes(UTF_8),
            ("{\"text\":\"t\",\"id\":\"" + "i".repeat(1025) + "\"}\n").getBytes(UTF_8),
            "{\"id\":\"b\",\"text\":\"last\"}".getBytes(UTF_8));
    Corpus corpus =
        new Corpus(spark, folder)
            .with("a.jsonl", lines)
            .with("b.jsonl.gz", gzip(lines))
            .with("c.jsonl.zst", zstd("{\"text\":\"cut\n" + ARTICLE));

    assertThat(corpus.articles(DEFAULTS)).hasSize(5);
    assertThat(corpus.quarantined(DEFAULTS))
        .filteredOn(rejected -> rejected.startsWith("a.jsonl"))
        .containsExactlyInAnyOrder(
            "a.jsonl 22 bad_json",
            "a.jsonl 35 bad_json",
            "a.jsonl 39 invalid_utf8",
            "a.jsonl 55 wrong_type",
            "a.jsonl 66 missing_text",
            "a.jsonl 77 missing_text",
            "a.jsonl 90 bad_published_at",
            "a.jsonl 125 bad_id");
    assertThat(corpus.quarantined(DEFAULTS)).contains("c.jsonl.zst 0 bad_json");
  }

  @Test
  void anArticleOverTheCapIsRejectedAndTheNextRead(SparkSession spark) throws IOException {
    Corpus corpus =
        new Corpus(spark, folder)
            .with(
                "a.jsonl",
                "{\"id\":\"fits\",\"text\":\""
                    + "é".repeat(50)
                    + "\"}\n"
                    + "{\"id\":\"over\",\"text\":\""
                    + "é".repeat(51)
                    + "\"}\n"
                    + "{\"id\":\"huge\",\"text\":\""
                    + "x".repeat(3_000_000)
                    + "\"}\n"
                    + ARTICLE)
            .with("b.txt", "x".repeat(101));
    ReadOptions options = DEFAULTS.withMaxArticleBytes(100);

    assertThat(corpus.articles(options)).hasSize(2);
    assertThat(corpus.quarantined(options))
        .containsExactly(
            "a.jsonl 124 article_too_large",
            "a.jsonl 250 article_too_large",
            "b.txt 0 article_too_large");
    assertThat(
            corpus
                .records(options)
                .where(col(Records.OFFSET).equalTo(250L))
                .first()
                .<String>getAs(Records.MESSAGE))
        .endsWith("raw holds the first 1048576 of 3000023 bytes");
  }

  @Test
  void readsCsvWithQuotedLineBreaks(SparkSession spark) throws IOException {
    Corpus corpus =
        new Corpus(spark, folder)
            .with(
                "a.csv",
                "\uFEFFid,text,title\r\na,\"one,\r\n\"\"two\"\"\",T\r\n\r\nb,x\r\nc,\"y\"z,\r\nd,ok,\r\n"
                    + "e,,\r\nf,\"never closed,\r\ng,x,y\r\n")
            .with("b.csv", "id;text\n1;a\n")
            .with("c.csv", "")
            .with("d.csv.gz", gzip("text\nonly\n"));

    assertThat(corpus.articles(DEFAULTS))
        .containsExactly(
            "a.csv 18 a one,\r\n\"two\"",
            "a.csv 55 d ok",
            "d.csv.gz 5 " + DerivedId.of(null, null, null, "only") + " only");
    assertThat(corpus.quarantined(DEFAULTS))
        .containsExactly(
            "a.csv 41 wrong_columns",
            "a.csv 46 bad_csv",
            "a.csv 62 missing_text",
            "a.csv 67 unclosed_quote",
            "b.csv 0 bad_header",
            "c.csv 0 bad_header");
  }

  @Test
  void readsTextFilesAsOneArticleEach(SparkSession spark) throws IOException {
    Corpus corpus =
        new Corpus(spark, folder)
            .with("Post/2007-09-10-budget.txt", "One.\nTwo.\n")
            .with("Post/deep/2007-19-10.txt", "Three.")
            .with("Post/blank.txt", " \n\n")
            .with("Post/empty.txt", "")
            .with("Post/latin.txt", "caf\u00e9".getBytes(ISO_8859_1));

    String root = folder.getFileName() + "/Post/";
    assertThat(corpus.articles(DEFAULTS))
        .containsExactly(
            "Post/2007-09-10-budget.txt 0 " + root + "2007-09-10-budget.txt One.\nTwo.\n",
            "Post/deep/2007-19-10.txt 0 " + root + "deep/2007-19-10.txt Three.");
    assertThat(corpus.quarantined(DEFAULTS)).containsExactly("Post/latin.txt 0 invalid_utf8");
    assertThat(
            corpus
                .records(DEFAULTS.withZone(ZoneId.of("Europe/Paris")))
                .where(col(Records.KIND).equalTo("article"))
                .select(Records.SOURCE, Records.PUBLISHED_AT)
                .collectAsList())
        .containsExactlyInAnyOrder(
            row("Post", Timestamp.from(Instant.parse("2007-09-09T22:00:00Z"))), row("deep", null));
  }

  @Test
  void aFileThatCannotBeReadIsRejectedWholeAndTheOthersRead(SparkSession spark) throws IOException {
    byte[] whole = gzip(ARTICLE.repeat(1_000));
    byte[] flipped = whole.clone();
    flipped[whole.length / 2] ^= 4;
    byte[] frame = zstd(ARTICLE.repeat(1_000));
    byte[] flippedFrame = frame.clone();
    flippedFrame[frame.length / 2] ^= 4;
    Corpus corpus =
        new Corpus(spark, folder)
            .with("cut.jsonl.gz", Arrays.copyOf(whole, whole.length - 9))
            .with("fake.jsonl.gz", ARTICLE)
            .with("flipped.jsonl.gz", flipped)
            .with("half.jsonl.gz", join(gzip(ARTICLE), Arrays.copyOf(whole, 20)))
            .with("none.jsonl.gz", "")
            .with("cut.jsonl.zst", Arrays.copyOf(frame, frame.length - 3))
            .with("fake.jsonl.zst", ARTICLE)
            .with("flipped.jsonl.zst", flippedFrame)
            .with("utf16.txt", ("\uFEFF" + ARTICLE).getBytes(UTF_16LE))
            .with("utf16.jsonl", ARTICLE.repeat(9).getBytes(UTF_16LE))
            .with("what.pdf", "%PDF")
            .with("fake.parquet", ARTICLE)
            .with("good.jsonl.gz", join(gzip(ARTICLE), gzip(ARTICLE)))
            .with("good.jsonl.zst", join(zstd(ARTICLE), zstd(ARTICLE)))
            .with("good.jsonl", "\uFEFF" + ARTICLE);
    ReadOptions options = DEFAULTS.withSplitBytes(60);

    assertThat(corpus.articles(options))
        .containsExactly(
            "good.jsonl 3 a t",
            "good.jsonl.gz 0 a t",
            "good.jsonl.gz 22 a t",
            "good.jsonl.zst 0 a t",
            "good.jsonl.zst 22 a t");
    assertThat(corpus.quarantined(options))
        .containsExactly(
            "cut.jsonl.gz 0 damaged_gzip",
            "cut.jsonl.zst 0 damaged_zstd",
            "fake.jsonl.gz 0 damaged_gzip",
            "fake.jsonl.zst 0 damaged_zstd",
            "fake.parquet 0 damaged_parquet",
            "flipped.jsonl.gz 0 damaged_gzip",
            "flipped.jsonl.zst 0 damaged_zstd",
            "half.jsonl.gz 0 damaged_gzip",
            "none.jsonl.gz 0 damaged_gzip",
            "utf16.jsonl 0 not_utf8",
            "utf16.txt 0 not_utf8",
            "what.pdf 0 unknown_format");
  }

  @Test
  void aFileThatSwellsTooMuchIsRefused(SparkSession spark) throws IOException {
    Corpus corpus =
        new Corpus(spark, folder)
            .with("bomb.txt.gz", gzip(" ".repeat(65 << 20)))
            .with("small.txt.gz", gzip("x".repeat(1 << 20)));

    assertThat(corpus.quarantined(DEFAULTS)).containsExactly("bomb.txt.gz 0 compression_bomb");
    assertThat(corpus.articles(DEFAULTS)).hasSize(1);
  }

  @Test
  void idsAreTakenAsTheyAreAndDerivedWhenMissing(SparkSession spark) throws IOException {
    Corpus corpus =
        new Corpus(spark, folder)
            .with(
                "a.jsonl",
                """
                {"id":"../../etc/x","text":"t"}
                {"id":"__HIVE_DEFAULT_PARTITION__","text":"t"}
                {"id":" ","url":"http://p/1","text":"t"}
                {"source":"s","title":"h","text":"t"}
                """);

    assertThat(corpus.records().where(col(Records.KIND).equalTo("article")).collectAsList())
        .extracting(row -> row.<String>getAs(Records.ARTICLE_ID))
        .containsExactlyInAnyOrder(
            "../../etc/x",
            "__HIVE_DEFAULT_PARTITION__",
            // printf 'http://p/1' | sha256sum | cut -c1-32
            "1cc80af8d797df069f6779a0b1fbb2d8",
            // printf 's\0h\0t' | sha256sum | cut -c1-32
            "3e9fd88e2e1498fbbdc8d1f62717d77d");
  }

  @Test
  void fieldsCanBeMappedAndTheFormatForced(SparkSession spark) throws IOException {
    Corpus corpus = new Corpus(spark, folder).with("news.log", "{\"body\":\"b\",\"key\":7}\n");
    ReadOptions options =
        DEFAULTS
            .withFormat(InputFormat.JSONL)
            .withColumns(Map.of("text", "body", "article_id", "key"));

    assertThat(corpus.articles(options)).containsExactly("news.log 0 7 b");
  }

  @Test
  void aMissingPathIsAnError(SparkSession spark) {
    assertThatThrownBy(
            () -> new ReadRecords(DEFAULTS).apply(spark, List.of("nowhere", "no/*.jsonl")))
        .isInstanceOf(InputMissingException.class)
        .hasMessage("No file matches nowhere, no/*.jsonl; give existing files, folders or globs");
  }

  @Test
  void aWrongColumnMappingIsAnError() {
    assertThatThrownBy(() -> DEFAULTS.withColumns(Map.of("body", "text")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Column mapping body=text: give NAME=COLUMN with NAME one of [article_id, source, url,"
                + " title, published_at, text]");
  }
}
