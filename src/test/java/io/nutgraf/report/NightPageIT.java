package io.nutgraf.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.nutgraf.job.RunReport;
import io.nutgraf.table.Clusters;
import io.nutgraf.table.Cooccurrence;
import io.nutgraf.table.Quarantine;
import io.nutgraf.table.Texts;
import io.nutgraf.testing.Browser;
import io.nutgraf.testing.Nights;
import io.nutgraf.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The page of a real night in a real browser, opened from disk. */
@ExtendWith(SparkExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NightPageIT {
  private static final Path SHOTS = Path.of("target/screenshots");
  private static final String HOSTILE =
      "</script><script>document.title = 'taken'</script><img src=https://example.invalid/x> is"
          + " what the paper printed across its whole front page today";
  private static final String HOSTILE_TITLE = "<script>document.title = 'taken'</script>";

  @TempDir private static Path folder;
  private SparkSession spark;
  private RunReport report;
  private Browser browser;

  @BeforeAll
  void runANightAndOpenItsPage(SparkSession session) throws IOException, InterruptedException {
    assumeTrue(
        Browser.program().isPresent(),
        "chromium is absent: the page is not looked at (apt-get install chromium)");
    spark = session;
    Path hostile = folder.resolve("hostile.jsonl");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      lines.append(
          new ObjectMapper()
              .writeValueAsString(
                  Map.of(
                      "id",
                      "hostile-" + i,
                      "source",
                      i == 0 ? "<b>Bold</b> Times" : "Outlet " + i,
                      "url",
                      "https://outlet.example/" + i,
                      "title",
                      HOSTILE_TITLE,
                      "published_at",
                      "2014-11-22T0" + i + ":00:00Z",
                      "text",
                      HOSTILE)));
      lines.append('\n');
    }
    Files.writeString(hostile, lines);
    report =
        Nights.run(
            spark,
            folder.resolve("out"),
            "2014-11-23",
            Path.of("jobs/sample/articles.jsonl"),
            Path.of("jobs/sample/local.csv"),
            hostile);
    browser = Browser.start(Browser.program().orElseThrow(), folder.resolve("profile"));
    size(1200, 900);
    browser.open(Path.of(report.pageFile()));
  }

  @AfterAll
  void closeTheBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void nothingIsFetchedAndNothingComplains() {
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests())
        .allMatch(url -> url.equals(Path.of(report.pageFile()).toUri().toString()));
  }

  @Test
  void theNumbersAreThoseOfTheTables() throws InterruptedException {
    assertThat(figure("Articles accepted")).isEqualTo(76);
    assertThat(figure("Distinct paragraphs")).isEqualTo(read(Texts.TABLE.name()).count());
    assertThat(figure("Clusters of copies")).isEqualTo(read(Clusters.TABLE.name()).count());
    assertThat(figure("Quarantined")).isEqualTo(read(Quarantine.TABLE.name()).count());
  }

  @Test
  void thePairsAreThoseOfTheTable() throws InterruptedException {
    Row strongest =
        read(Cooccurrence.TABLE.name())
            .where(col(Cooccurrence.UNIT).equalTo("article"))
            .groupBy(Cooccurrence.ACTOR_A, Cooccurrence.ACTOR_B)
            .agg(sum(Cooccurrence.N_RAW).as("raw"), sum(Cooccurrence.N_DISTINCT).as("once"))
            .orderBy(col("once").desc(), col("raw").desc())
            .first();

    List<String> cells = texts("#pairs table:first-of-type tbody tr:first-child > *");
    assertThat(cells.subList(2, 4))
        .containsExactly("" + strongest.getAs("once"), "" + strongest.getAs("raw"));
  }

  @Test
  void markupInTheNewsStaysText() throws InterruptedException {
    assertThat(browser.evaluate("document.title").asText())
        .isEqualTo("Night of 2014-11-23 – Nutgraf");
    assertThat(browser.evaluate("document.images.length").asInt()).isZero();
    assertThat(texts("#copied blockquote")).contains(HOSTILE);
    assertThat(texts("#copied-1 tbody td")).contains(HOSTILE_TITLE, "<b>Bold</b> Times");
  }

  @Test
  void theChartsAreDrawnAndTheNetworkIsWalkedByKeyboard() throws InterruptedException {
    assertThat(count("#timeline svg circle")).isGreaterThan(30);
    assertThat(count("#drawing line.link")).isEqualTo(count("#network details tbody tr"));
    assertThat(count("#drawing [tabindex='0']")).isEqualTo(1);

    browser.evaluate("document.querySelector('#drawing [tabindex=\"0\"]').focus()");
    String first = browser.evaluate("document.getElementById('chosen').textContent").asText();
    for (String key : List.of("ArrowLeft", "ArrowRight", "ArrowDown")) {
      browser.call("Input.dispatchKeyEvent", Map.of("type", "keyDown", "key", key));
    }
    String next = browser.evaluate("document.getElementById('chosen').textContent").asText();
    assertThat(first).contains("in ").contains("articles. With ");
    assertThat(next).isNotEqualTo(first).contains("With ");
    assertThat(count("#drawing [tabindex='0']")).isEqualTo(1);
  }

  @Test
  void everyTableIsHeadedAndEverySectionNamed() throws InterruptedException {
    assertThat(count("table")).isEqualTo(count("table > caption"));
    assertThat(count("tbody tr")).isEqualTo(count("tbody tr > th[scope=row]:first-child"));
    assertThat(count("section")).isEqualTo(count("section[aria-labelledby] > h2[id]"));
    assertThat(count("nav a")).isEqualTo(count("section"));
    assertThat(count("h1")).isEqualTo(1);
  }

  @Test
  void itIsReadWithoutScriptsAndFitsANarrowScreenByDayAndByNight()
      throws IOException, InterruptedException {
    for (String scheme : List.of("light", "dark")) {
      browser.call(
          "Emulation.setEmulatedMedia",
          Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
      browser.screenshot(SHOTS.resolve(scheme + ".png"));
    }
    size(390, 800);
    assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
        .isLessThanOrEqualTo(390);
    browser.screenshot(SHOTS.resolve("narrow.png"));

    browser.call("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    browser.open(Path.of(report.pageFile()));
    assertThat(count("figure.chart[hidden]")).isEqualTo(2);
    assertThat(count("#network details tbody tr")).isPositive();
    browser.screenshot(SHOTS.resolve("without-scripts.png"));
    browser.call("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    size(1200, 900);
    browser.open(Path.of(report.pageFile()));
  }

  private void size(int width, int height) throws InterruptedException {
    browser.call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  private long figure(String label) throws InterruptedException {
    return Long.parseLong(
        browser
            .evaluate(
                "[...document.querySelectorAll('.figures dt')].find(dt => dt.textContent === '"
                    + label
                    + "').nextElementSibling.textContent.replaceAll(',', '')")
            .asText());
  }

  private int count(String selector) throws InterruptedException {
    return browser.evaluate("document.querySelectorAll(\"" + selector + "\").length").asInt();
  }

  private List<String> texts(String selector) throws InterruptedException {
    List<String> texts = new java.util.ArrayList<>();
    browser
        .evaluate(
            "[...document.querySelectorAll(\"" + selector + "\")].map(e => e.textContent.trim())")
        .forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private org.apache.spark.sql.Dataset<Row> read(String table) {
    return spark.read().parquet(folder.resolve("out/tables").resolve(table).toString());
  }
}
