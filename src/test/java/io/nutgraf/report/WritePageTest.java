package io.nutgraf.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WritePageTest {
  private static final String HOSTILE = "</script><script>alert(1)</script><!-- \" ' & \u202Eevil";
  private static final Pattern SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);
  private static final Pattern DATA =
      Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>");

  @Test
  void markupInDataStaysText() {
    String page = WritePage.of(page(HOSTILE));

    assertThat(page).doesNotContain("alert(1)</script>");
    assertThat(page).contains("&lt;/script&gt;&lt;script&gt;alert(1)");
    assertThat(page).doesNotContain("<!--");
    assertThat(scripts(page)).hasSize(2);
  }

  @Test
  void dataForScriptsCannotEndTheirElementAndReadBackWhole() throws IOException {
    String page = WritePage.of(page(HOSTILE));

    Matcher data = DATA.matcher(page);
    assertThat(data.find()).isTrue();
    assertThat(data.group(1)).doesNotContain("<", ">", "&");
    JsonNode json = new ObjectMapper().readTree(data.group(1));
    assertThat(json.at("/copied/0/text").asText())
        .isEqualTo(HOSTILE.replace("\u202E", "\\u{202E}"));
  }

  @Test
  void whatWouldTurnTheReadingOrderIsShown() {
    assertThat(WritePage.of(page("a\u202Eb\u0007c")))
        .contains("a\\u{202E}b\\u{0007}c")
        .doesNotContain("\u202E");
    assertThat(VisibleText.of("می\u200Cخواهم\nI\uD800")).isEqualTo("می\u200Cخواهم I\\u{D800}");
  }

  @Test
  void thePolicyAllowsExactlyTheTwoScriptsOfThePage() throws NoSuchAlgorithmException {
    String page = WritePage.of(page("plain"));

    for (String script : scripts(page)) {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(UTF_8));
      assertThat(page).contains("sha256-" + Base64.getEncoder().encodeToString(hash));
    }
    assertThat(page).contains("default-src &#39;none&#39;".replace("&#39;", "'"));
    assertThat(page.split("script-src")[1].split("\"")[0]).doesNotContain("unsafe");
  }

  @Test
  void theLibrarysLicenceTravelsWithThePage() {
    assertThat(WritePage.of(page("plain"))).contains("Copyright 2010-2023 Mike Bostock");
  }

  @Test
  void numbersStandInThePage() {
    String page = WritePage.of(page("plain"));

    assertThat(page).contains("1,234,567", "7 outlets", "9 articles", "&times; 4.0", "2 h 5 min");
  }

  @Test
  void aRunThatEndedEarlyHasAPageThatSaysSo() {
    NightPage page =
        new NightPage(
            new NightPage.About("r", LocalDate.of(2024, 5, 1), "input_missing", "No <file>", 1),
            List.of(),
            List.of(),
            List.of(),
            new NightPage.Network(List.of(), List.of()),
            new NightPage.Pairs(List.of(), List.of(), null),
            List.of(),
            new NightPage.Checks(Map.of(), List.of(), Map.of(), Map.of(), List.of()));

    assertThat(WritePage.of(page))
        .contains("input missing", "No &lt;file&gt;", "No paragraph has a copy", "before any gate");
  }

  @Test
  void ownContentThatWouldEndItsElementIsRefused() {
    assertThatThrownBy(() -> new Html().own("script", "'</SCRIPT>'"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("<script> would end it early");
  }

  private static List<String> scripts(String page) {
    List<String> scripts = new ArrayList<>();
    SCRIPT.matcher(page).results().forEach(found -> scripts.add(found.group(1)));
    return scripts;
  }

  /** A page on which every text of unknown origin is this one. */
  private static NightPage page(String text) {
    NightPage.Run run = new NightPage.Run(text, Instant.parse("2024-05-01T06:00:00Z"), text, text);
    NightPage.Run undated = new NightPage.Run(null, null, text, null);
    NightPage.Actor a = new NightPage.Actor("a" + text, text, "state", 3);
    NightPage.Actor b = new NightPage.Actor("b", text, text, 2);
    NightPage.Pair pair = new NightPage.Pair(text, text, 8, 2);
    LocalDate day = LocalDate.of(2024, 5, 1);
    return new NightPage(
        new NightPage.About(text, day, "published", "", 12.3),
        List.of(new NightPage.Figure("Articles", 1_234_567, text)),
        List.of(
            new NightPage.Copied("c1", text, "syndicated", 9, 7, text, 1, List.of(run, undated))),
        List.of(new NightPage.Flow(text, "other", 5, 4, Duration.ofMinutes(125))),
        new NightPage.Network(List.of(a, b), List.of(new NightPage.Link(a.id(), "b", 8, 2))),
        new NightPage.Pairs(
            List.of(pair),
            List.of(pair),
            new NightPage.Rising(
                day, day, day.minusDays(3), List.of(new NightPage.Rise(text, text, 4, 1, 0.5)))),
        List.of(new NightPage.Rejected(text, 2, text)),
        new NightPage.Checks(
            Map.of(text, "failed: " + text),
            List.of(text),
            Map.of(text, text),
            Map.of(text, text),
            List.of(new NightPage.Made(text, 1, 0.5))));
  }
}
