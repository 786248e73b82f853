package io.nutgraf.text;

import static io.nutgraf.text.TaggedSpan.Type.LOCATION;
import static io.nutgraf.text.TaggedSpan.Type.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaggerTest {
  private static final Tagger TAGGER = Tagger.load();
  private static final String SENTENCE =
      "Finance Minister Harald Lindqvist met Maria Fernanda Costa of the World Bank in Lisbon.";

  @Test
  void findsPersonsOrganisationsAndLocations() {
    assertThat(names(SENTENCE))
        .containsExactly(
            "PERSON Harald Lindqvist",
            "PERSON Maria Fernanda Costa",
            "ORGANISATION World Bank",
            "LOCATION Lisbon");
  }

  @Test
  void tellsNationalitiesFromStates() {
    assertThat(names("The Norwegian police said the driver had come from Norway."))
        .containsExactly("OTHER Norwegian", "LOCATION Norway");
  }

  @Test
  void leavesArticleTitleAndPossessiveOut() {
    assertThat(
            names("The Pentagon's spokesman spoke after Sen. Laura Whitcombe's visit to Berlin."))
        .containsExactly("ORGANISATION Pentagon", "PERSON Laura Whitcombe", "LOCATION Berlin");
  }

  @Test
  void doesNotCutANameAfterTheFullStopOfAnAbbreviation() {
    assertThat(names("Officials of the U.S. State Department declined to comment on Tuesday."))
        .containsExactly("ORGANISATION U.S. State Department");
  }

  @Test
  void takesAnOfficeForNoOrganisation() {
    assertThat(names("The U.S. Secretary of State, John Kerry, spoke with the State Department."))
        .containsExactly("LOCATION U.S.", "PERSON John Kerry", "ORGANISATION State Department");
  }

  @Test
  void knowsABareSurnameByTheFullNameInTheSameParagraph() {
    String text =
        "Tobias Wendrath resigned on Monday. The board thanked Wendrath, who had led it for years.";

    assertThat(names(text)).containsExactly("PERSON Tobias Wendrath", "PERSON Wendrath");
  }

  @Test
  void countsOffsetsInUtf16Units() {
    String text = "🎉 \uD835\uDD04 party: Angela Merkel thanked Zoë Brâncuși in Bucharest 🇷🇴.";

    List<TaggedSpan> spans = TAGGER.tag(text);

    assertThat(spans)
        .contains(
            new TaggedSpan(
                text.indexOf("Angela"), text.indexOf("Angela") + "Angela Merkel".length(), PERSON),
            new TaggedSpan(
                text.indexOf("Bucharest"),
                text.indexOf("Bucharest") + "Bucharest".length(),
                LOCATION));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t", "...", "1,234.5%", "\uD83C", "nothing to see here"})
  void findsNothingWhereNothingIs(String text) {
    assertThat(TAGGER.tag(text)).isEmpty();
  }

  @Test
  void readsHeadlinesAndCapitals() {
    assertThat(names("MERKEL MEETS PUTIN IN MOSCOW FOR TALKS ON UKRAINE"))
        .contains("LOCATION MOSCOW", "LOCATION UKRAINE");
    assertThat(names("Angela Merkel Meets Vladimir Putin in Moscow for Talks on Ukraine"))
        .contains("PERSON Angela Merkel", "PERSON Vladimir Putin", "LOCATION Moscow");
  }

  @Test
  void spansAreInOrderAndDoNotOverlap() {
    String text = (SENTENCE + " ").repeat(50);
    int end = 0;
    for (TaggedSpan span : TAGGER.tag(text)) {
      assertThat(span.start()).isGreaterThanOrEqualTo(end);
      end = span.end();
    }
    assertThat(end).isLessThanOrEqualTo(text.length());
  }

  @Test
  void allThreadsGetTheSameSpans() {
    List<TaggedSpan> alone = TAGGER.tag(SENTENCE);

    List<List<TaggedSpan>> together =
        IntStream.range(0, 2_000).parallel().mapToObj(i -> TAGGER.tag(SENTENCE)).toList();

    assertThat(together).isEqualTo(Collections.nCopies(2_000, alone));
  }

  @Test
  void twoLoadsGiveTheSameSpans() {
    assertThat(Tagger.load().tag(SENTENCE)).isEqualTo(TAGGER.tag(SENTENCE));
  }

  @Test
  void theModelStaysSmall() throws IOException {
    try (InputStream model = Tagger.class.getResourceAsStream("tagger.model")) {
      assertThat(model.readAllBytes().length).isLessThanOrEqualTo(12_000_000);
    }
  }

  private static List<String> names(String text) {
    return TAGGER.tag(text).stream().map(span -> span.type() + " " + span.in(text)).toList();
  }
}
