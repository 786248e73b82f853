package io.nutgraf.paragraph;

import static io.nutgraf.testing.Frames.row;
import static io.nutgraf.testing.Frames.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.nutgraf.table.Arrivals;
import io.nutgraf.table.Articles;
import io.nutgraf.table.Paragraphs;
import io.nutgraf.table.Spellings;
import io.nutgraf.table.SplitArticles;
import io.nutgraf.testing.SparkExtension;
import io.nutgraf.text.ParagraphBreak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.ExplainMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class ParagraphStagesTest {
  private static final String HELLO_WORLD = "533f6046eb7f610eab97467d60eb63b1";

  @Test
  void listsEachParagraphWithTheHashOfItsWords(SparkSession spark) {
    Dataset<Row> split = split(arrivals(spark, article("a1", 1, "Hello, world!\n\n“HELLO world”")));

    assertThat(new ListParagraphs().apply(split).collectAsList())
        .containsExactly(
            row("a1", 0, HELLO_WORLD, 2, "wire", day(1)),
            row("a1", 1, HELLO_WORLD, 2, "wire", day(1)));
    assertThat(new ListParagraphs().apply(split).schema()).isEqualTo(Paragraphs.TABLE.schema());
  }

  @Test
  void describesArticlesWithTheirRepeats(SparkSession spark) {
    Dataset<Row> split = split(arrivals(spark, article("a1", 1, "one two\n\nthree\n\nONE TWO.")));

    Dataset<Row> articles = new DescribeArticles().apply(split);

    assertThat(articles.columns()).containsExactly(Articles.TABLE.schema().fieldNames());
    assertThat(articles.collectAsList())
        .containsExactly(row("a1", "wire", null, null, day(1), 3, 5L, 1));
  }

  @Test
  void readsEachSpellingOnceAndMarksTheFirstCopy(SparkSession spark) {
    Dataset<Row> arrivals =
        arrivals(
            spark,
            article("late", 3, "“Same words”\n\nunique here"),
            article("undated", 0, "same WORDS\n\n\"Same words\""),
            article("first", 2, "\"Same words\"\n\nsame words\n\n\"Same words\""));
    Dataset<Row> chosen = new ChooseSpellings().apply(split(arrivals));

    Dataset<Row> spellings = new ExtractSpellings(ParagraphBreak.AUTO).apply(arrivals, chosen);

    assertThat(spellings.columns()).containsExactly(Spellings.TABLE.schema().fieldNames());
    assertThat(spellings.select("text", "is_first_copy", "words").collectAsList())
        .containsExactlyInAnyOrder(
            row("\"Same words\"", true, 2),
            row("same words", false, 2),
            row("“Same words”", false, 2),
            row("same WORDS", false, 2),
            row("unique here", true, 2));
  }

  @Test
  void plainTextFilesBreakAtEveryLine(SparkSession spark) {
    Row file = row("f", null, null, null, null, "one\n\ntwo\nthree", "text");

    assertThat(new ListParagraphs().apply(split(rows(spark, Arrivals.TABLE, file))).count())
        .isEqualTo(3);
  }

  @Test
  void theSeedArticleHasSeventeenParagraphsNineDistinct(SparkSession spark) throws IOException {
    Path seed = Path.of("../shared/data/seed_article.txt");
    assumeThat(seed).as("the shared data are absent").exists();
    Row article = row("seed", null, null, null, null, Files.readString(seed), "text");

    Dataset<Row> paragraphs =
        new ListParagraphs().apply(split(rows(spark, Arrivals.TABLE, article)));

    assertThat(paragraphs.count()).isEqualTo(17);
    assertThat(paragraphs.select(Paragraphs.PARAGRAPH_ID).distinct().count()).isEqualTo(9);
  }

  @Test
  void runsInsideGeneratedCode(SparkSession spark) {
    Dataset<Row> split =
        split(
            spark
                .range(3)
                .selectExpr(
                    "string(id) as article_id",
                    "'s' as source",
                    "string(null) as url",
                    "string(null) as title",
                    "timestamp(null) as published_at",
                    "concat('x y ', id) as text",
                    "'jsonl' as format"));

    String code = split.queryExecution().explainString(ExplainMode.fromString("codegen"));

    assertThat(code).contains("SplitFunction.invoke(").doesNotContain("MapPartitions");
    assertThat(split.select(SplitArticles.PARTS).first().getList(0)).hasSize(1);
  }

  private static Dataset<Row> split(Dataset<Row> arrivals) {
    return new SplitParagraphs(ParagraphBreak.AUTO).apply(arrivals);
  }

  private static Dataset<Row> arrivals(SparkSession spark, Row... articles) {
    return rows(spark, Arrivals.TABLE, articles);
  }

  private static Row article(String id, int day, String text) {
    return row(id, "wire", null, null, day == 0 ? null : day(day), text, "jsonl");
  }

  private static Timestamp day(int day) {
    return Timestamp.from(Instant.parse("2014-11-0%dT00:00:00Z".formatted(day)));
  }
}
