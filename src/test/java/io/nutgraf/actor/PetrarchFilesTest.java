package io.nutgraf.actor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The files of PETRARCH as they are; skipped where they are absent. */
class PetrarchFilesTest {
  private static final Path FOLDER = Path.of("../shared/data/labelled/petrarch");
  private static final Pattern DATE_CASE =
      Pattern.compile(
          "<Sentence date=\"(\\d{8})\" id=\"(DATE-\\d+)\"(.*?)<Text>(.*?)</Text>", Pattern.DOTALL);
  private static final Pattern CODE = Pattern.compile("(?:source|target)code=\"([^\"]+)\"");

  @BeforeAll
  static void needsTheFiles() {
    assumeTrue(Files.exists(FOLDER), () -> FOLDER + " is absent");
  }

  private static DictionaryFile read(String file) throws IOException {
    DictionaryFile builtIn = BuiltInGazetteer.read();
    try (Reader text = Files.newBufferedReader(FOLDER.resolve(file), UTF_8)) {
      return new DictionaryReader(BuiltInGazetteer.states(builtIn)).read(file, text);
    }
  }

  @Test
  void choosesTheDatedCodesOfTheValidationSuite() throws IOException {
    Dictionary dictionary = Dictionary.of(List.of(read("PETR.Validate.actors.txt")));
    Matcher cases =
        DATE_CASE.matcher(Files.readString(FOLDER.resolve("PETR.UnitTest.records.xml")));
    List<String> failures = new ArrayList<>();
    int checked = 0;
    while (cases.find()) {
      LocalDate day = LocalDate.parse(cases.group(1), DateTimeFormatter.BASIC_ISO_DATE);
      TreeSet<String> wanted = new TreeSet<>();
      CODE.matcher(cases.group(3)).results().forEach(code -> wanted.add(code.group(1)));
      String text = cases.group(4).strip();
      for (Span span : dictionary.index().reader(Tagging.OFF).read(text).spans()) {
        DictionaryActor actor = dictionary.actor(span.candidates().get(0));
        if (actor.roles().stream().anyMatch(Role::isDated)) {
          checked++;
          if (!wanted.contains(actor.codeOn(day))) {
            failures.add(cases.group(2) + ": " + actor.codeOn(day) + " is not among " + wanted);
          }
        }
      }
    }
    assertThat(failures).isEmpty();
    assertThat(checked).isGreaterThanOrEqualTo(21);
  }

  @Test
  void loadsThePhoenixFilesAndNamesEachMalformedLine() throws IOException {
    DictionaryFile countries = read("Phoenix.Countries.actors.txt");
    DictionaryFile international = read("Phoenix.International.actors.txt");
    DictionaryFile nonState = read("Phoenix.MilNonState.actors.txt");
    DictionaryFile agents = read("Phoenix.agents.txt");

    assertThat(countries.entries()).hasSizeGreaterThan(18_000);
    assertThat(countries.malformed())
        .extracting(MalformedLine::toString)
        .hasSize(46)
        .anyMatch(line -> line.startsWith("Phoenix.Countries.actors.txt:31715: found '[MNEGOV 2"));
    assertThat(international.entries()).hasSizeGreaterThan(6_000);
    assertThat(international.malformed()).hasSize(7);
    assertThat(nonState.malformed()).hasSize(3);
    assertThat(agents.malformed()).hasSize(2);
    assertThat(countries.format()).isEqualTo(DictionaryFormat.CAMEO_ACTORS);
    assertThat(agents.format()).isEqualTo(DictionaryFormat.CAMEO_AGENTS);
    assertThatThrownBy(() -> DictionaryFile.requireWellFormed(List.of(countries)))
        .isInstanceOf(DictionaryException.class)
        .hasMessageContaining("Phoenix.Countries.actors.txt:");
  }
}
