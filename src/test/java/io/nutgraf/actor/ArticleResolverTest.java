package io.nutgraf.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleResolverTest {
  private static final Dictionary DICTIONARY =
      Dictionary.of(
          List.of(
              DictionaryText.read(
                  """
                  actor_id,name,type,aliases,demonyms,capitals,role,code,from,to
                  kerry,John Kerry,person,,,,Secretary of State,G,2013-02-01,2017-01-20
                  elder,George H. W. Bush,person,,,,President,G,1989-01-20,1993-01-20
                  younger,George W. Bush,person,,,,President,G,2001-01-20,2009-01-20
                  cheney,Dick Cheney,person,,,,Vice President,G,2001-01-20,2009-01-20
                  jeb,Jeb Bush,person,,,,,,,
                  may,Theresa May,person,,,,Prime Minister,G,2016-07-13,2019-07-24
                  assad,Bashar al-Assad,person,,,,President,G,2000-07-17,2024-12-08
                  usa,United States,state,US|U.S.,American,Washington,,,,
                  blr,Belarus,state,,Belarusian,Minsk,,,,
                  dom,Dominican Republic,state,,Dominican,,,,,
                  dma,Dominica,state,,Dominican,,,,,
                  osce,OSCE Minsk Group,organisation,,,,,,,
                  dept,State Department,organisation,U.S. State Department,,,,,,
                  tur,Turkey,state,,,,,,,
                  who,World Health Organization,organisation,WHO,,,,,,
                  fm,foreign minister,agent,,,,,,,
                  """,
                  DictionaryFormat.CSV,
                  Set.of())));

  /** Surface=actor, or surface=candidate?candidate? when ambiguous, in the order of the text. */
  private static String resolve(String article, LocalDate day) {
    TreeMap<Integer, List<Span>> spans = new TreeMap<>();
    for (String paragraph : article.split(" / ")) {
      spans.put(spans.size(), DICTIONARY.index().reader(Tagging.OFF).read(paragraph).spans());
    }
    return new ArticleResolver(DICTIONARY)
        .resolve(spans, day).stream()
            .map(
                m ->
                    m.span().surface()
                        + "="
                        + (m.actorId() == null
                            ? String.join("?", m.candidates()) + "?"
                            : m.actorId()))
            .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "John Kerry came. / Kerry’s plane left.       | John Kerry=kerry Kerry=kerry",
        "Kerry came. / John Kerry left.               | Kerry=kerry John Kerry=kerry",
        "Kerry came and left.                         | ''",
        "John Kerry was in County Kerry. Kerry left.  | John Kerry=kerry Kerry=kerry",
        "John Kerry and Teresa Heinz Kerry. Kerry left. | John Kerry=kerry Kerry=kerry?",
        "John Kerry met the Kerry Group.              | John Kerry=kerry",
        "But Kerry told American Kerry of John Kerry  | Kerry=kerry American=usa Kerry=kerry John Kerry=kerry",
        "Jeb Bush met George W. Bush. Bush left.      | Jeb Bush=jeb George W. Bush=younger Bush=jeb?younger?",
        "Jeb Bush spoke. President Bush did not.      | Jeb Bush=jeb Bush=younger",
        "President Bush spoke. Bush left.             | Bush=younger Bush=younger",
        "former President Bush spoke                  | Bush=elder",
        "Mr. Bush spoke. Jeb Bush left.               | Bush=jeb Jeb Bush=jeb",
        "Mr. Bush spoke.                              | ''",
        "Governor Bush spoke.                         | Bush=elder?jeb?younger?",
        "President Cheney spoke.                      | Cheney=cheney?",
        "Vice President Cheney spoke.                 | Cheney=cheney",
        "President Assad met Bashar al-Assad.         | Assad=assad Bashar al-Assad=assad",
        "Secretary of State Kerry at the U.S. State Department | Kerry=kerry? U.S. State Department=dept",
        "The OSCE Minsk Group met in Minsk.           | OSCE Minsk Group=osce Minsk=blr",
        "They told us the US and U.S. who ask the WHO | US=usa U.S.=usa WHO=who",
        "Roast turkey in Turkey                       | Turkey=tur",
        "A Dominican won.                             | Dominican=dma?dom?",
        "The Foreign Minister and a foreign minister  | Foreign Minister=fm foreign minister=fm",
      })
  void decidesWhomANameMeans(String article, String expected) {
    assertThat(resolve(article, LocalDate.of(2005, 5, 5))).isEqualTo(expected);
  }

  @Test
  void takesNoMonthForAPerson() {
    assertThat(
            resolve("Theresa May left in May, on 5 May, since May 5. May I? They ask May.", null))
        .isEqualTo("Theresa May=may May=may");
  }

  @Test
  void choosesTheHolderOnTheDayOfTheArticle() {
    assertThat(resolve("President Bush spoke.", LocalDate.of(1990, 1, 1))).isEqualTo("Bush=elder");
    assertThat(resolve("President Bush spoke.", LocalDate.of(1993, 1, 20))).isEqualTo("Bush=elder");
    assertThat(resolve("Prime Minister May spoke.", null)).isEqualTo("May=may");
    assertThat(resolve("President Bush spoke.", null)).isEqualTo("Bush=elder?jeb?younger?");
  }

  @Test
  void keepsOffsetsRightBehindPictographs() {
    String text = "\uD83D\uDE00 \uD83D\uDC4D\uD83C\uDFFD John Kerry\u2019s";
    Span span = DICTIONARY.index().reader(Tagging.OFF).read(text).spans().get(0);
    assertThat(text.substring(span.start(), span.end())).isEqualTo("John Kerry");
  }

  @Test
  void notesTheTitleBefore() {
    assertThat(
            DICTIONARY
                .index()
                .reader(Tagging.OFF)
                .read("U.S. Secretary of State John Kerry")
                .spans())
        .extracting(Span::title)
        .containsExactly(null, "secretary of state");
  }
}
