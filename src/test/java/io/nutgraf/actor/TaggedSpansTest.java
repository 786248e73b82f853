package io.nutgraf.actor;

import static org.assertj.core.api.Assertions.assertThat;

import io.nutgraf.text.TaggedSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules around the tagger. Here it finds what a test marks: [P:Ann Lee], [O:...], [L:...]. */
class TaggedSpansTest {
  private static final Dictionary DICTIONARY =
      Dictionary.of(
          List.of(
              DictionaryText.read(
                  """
                  actor_id,name,type,aliases,demonyms,role,from,to
                  person:john-kerry,John Kerry,person,,,Secretary of State,2013-02-01,2017-01-20
                  fox,Vicente Fox,person,,,,,
                  person:al-one,Al One,organisation,,,,,
                  org:world-bank,World Bank,organisation,,,,,
                  state:ARM,Armenia,state,,Armenian,,,
                  none:air-canada,Air Canada,none,,,,,
                  """,
                  DictionaryFormat.CSV,
                  Set.of())));

  private final List<TaggedSpan> tagged = new ArrayList<>();

  private String unmarked(String marked) {
    StringBuilder text = new StringBuilder();
    tagged.clear();
    for (int i = 0; i < marked.length(); i++) {
      if (marked.charAt(i) != '[') {
        text.append(marked.charAt(i));
        continue;
      }
      int end = marked.indexOf(']', i);
      String name = marked.substring(i + 3, end);
      TaggedSpan.Type type =
          switch (marked.charAt(i + 1)) {
            case 'P' -> TaggedSpan.Type.PERSON;
            case 'O' -> TaggedSpan.Type.ORGANISATION;
            case 'L' -> TaggedSpan.Type.LOCATION;
            default -> TaggedSpan.Type.OTHER;
          };
      tagged.add(new TaggedSpan(text.length(), text.length() + name.length(), type));
      text.append(name);
      i = end;
    }
    tagged.sort(Comparator.comparingInt(TaggedSpan::start));
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // names that no dictionary has
        "[P:Ann Lee] met [O:the Acme Corp.]           | Ann Lee=person:ann-lee/tagged the Acme Corp.=org:acme-corp/tagged",
        "[P:Ann B. Lee] spoke. [P:Ann Lee’s] plan     | Ann B. Lee=person:ann-lee/tagged Ann Lee=person:ann-lee/tagged",
        "[L:Ferndale] and [X:Baptists]                | ''",
        // names of the dictionary, written otherwise
        "[P:John Q. Kerry] spoke                      | John Q. Kerry=person:john-kerry/tagged",
        "[P:Vicente K. Fox] spoke                     | Vicente K. Fox=fox/tagged",
        // an id that the dictionary gives to something else
        "[P:Al X. One] spoke                          | ''",
        // overlap
        "[P:John Kerry] spoke                         | John Kerry=person:john-kerry/full",
        "[O:World Bank Group] lent                    | World Bank Group=org:world-bank-group/tagged",
        "[O:Bank] of World Bank                       | Bank=org:bank/tagged World Bank=org:world-bank/full",
        "[O:Armenian Church] and [P:Armenia Lee]      | Armenian=state:ARM/demonym Armenia=state:ARM/full",
        "[O:Air Canada] and [O:Air Canada Express]    | Air Canada Express=org:air-canada-express/tagged",
        // bare surnames
        "[P:Ann Lee] came. [P:Lee] left.              | Ann Lee=person:ann-lee/tagged Lee=person:ann-lee/surname",
        "Mayor [P:Lee] left. / [P:Ann Lee] came.      | Lee=person:ann-lee/title_surname Ann Lee=person:ann-lee/tagged",
        "[P:Lee] left. Mayor [P:Lee] too.             | ''",
        "[P:Ann Lee], [P:Bo Lee]. [P:Lee] left.       | Ann Lee=person:ann-lee/tagged Bo Lee=person:bo-lee/tagged Lee=person:ann-lee?person:bo-lee?/surname",
        "John Kerry came. Democrat [P:Kerry] left.    | John Kerry=person:john-kerry/full Kerry=person:john-kerry/surname",
        "John Kerry, [P:Teresa Heinz Kerry]. Kerry left. | John Kerry=person:john-kerry/full Teresa Heinz Kerry=person:teresa-heinz-kerry/tagged Kerry=person:john-kerry?person:teresa-heinz-kerry?/surname",
        "[P:Teresa Heinz Kerry] came. Kerry left.     | Teresa Heinz Kerry=person:teresa-heinz-kerry/tagged Kerry=person:teresa-heinz-kerry/surname",
        "John Kerry saw [L:Old Kerry].                | John Kerry=person:john-kerry/full",
        "[O:Kerry Group] hired John Kerry.            | Kerry Group=org:kerry-group/tagged John Kerry=person:john-kerry/full",
      })
  void decidesWhatATaggedNameMeans(String marked, String expected) {
    TreeMap<Integer, List<Span>> spans = new TreeMap<>();
    ParagraphReader reader =
        new ParagraphReader(
            List.of(
                new PhraseSpans(DICTIONARY),
                new TaggedSpans(DICTIONARY, text -> tagged),
                new SurnameSpans(Surnames.of(DICTIONARY))));
    for (String paragraph : marked.split(" / ")) {
      spans.put(spans.size(), reader.read(unmarked(paragraph)).spans());
    }

    assertThat(
            new ArticleResolver(DICTIONARY)
                .resolve(spans, null).stream()
                    .map(TaggedSpansTest::told)
                    .collect(Collectors.joining(" ")))
        .isEqualTo(expected);
  }

  private static String told(ResolvedSpan mention) {
    String actor =
        mention.actorId() == null
            ? String.join("?", mention.candidates()) + "?"
            : mention.actorId();
    return mention.span().surface() + "=" + actor + "/" + mention.span().method();
  }
}
