package io.nutgraf.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Real wire copy that is not part of the project; skipped where it is absent. */
class SeedArticleTest {
  private static final Path SEED = Path.of("../shared/data/seed_article.txt");

  private static List<ResolvedSpan> mentions;
  private static List<ResolvedSpan> withoutOfficeHolders;

  @BeforeAll
  static void readsTheArticle() throws IOException {
    assumeTrue(Files.exists(SEED), () -> SEED + " is absent");
    DictionaryFile gazetteer = BuiltInGazetteer.read();
    mentions = mentions(Dictionary.of(List.of(gazetteer)), Tagging.OFF);
    DictionaryFile statesAndBodies =
        new DictionaryFile(
            gazetteer.name(),
            gazetteer.format(),
            gazetteer.entries().stream().filter(entry -> !entry.actor().isPerson()).toList(),
            List.of());
    withoutOfficeHolders = mentions(Dictionary.of(List.of(statesAndBodies)), Tagging.ON);
  }

  private static List<ResolvedSpan> mentions(Dictionary dictionary, Tagging tagging)
      throws IOException {
    TreeMap<Integer, List<Span>> spans = new TreeMap<>();
    for (String paragraph : Files.readAllLines(SEED)) {
      spans.put(spans.size(), dictionary.index().reader(tagging).read(paragraph).spans());
    }
    return new ArticleResolver(dictionary).resolve(spans, LocalDate.of(2013, 6, 4));
  }

  @Test
  void findsEveryActor() {
    assertThat(mentions)
        .extracting(ResolvedSpan::actorId)
        .contains(
            "person:john-kerry",
            "person:edward-nalbandian",
            "person:elmar-mammadyarov",
            "person:ilham-aliyev",
            "state:USA",
            "state:ARM",
            "state:AZE",
            "state:RUS",
            "state:FRA",
            "org:osce-minsk-group")
        .doesNotContainNull()
        .doesNotContain("state:BLR");
  }

  @Test
  void resolvesEveryBareSurname() {
    Map<String, List<String>> actors =
        mentions.stream()
            .filter(mention -> mention.span().isSurname())
            .collect(
                Collectors.groupingBy(
                    mention -> mention.span().surface(),
                    TreeMap::new,
                    Collectors.mapping(ResolvedSpan::actorId, Collectors.toList())));
    assertThat(actors.keySet()).containsExactly("Kerry", "Mammadyarov", "Nalbandian");
    assertThat(actors.get("Kerry")).hasSize(6).containsOnly("person:john-kerry");
    assertThat(actors.get("Nalbandian")).hasSize(4).containsOnly("person:edward-nalbandian");
    assertThat(actors.get("Mammadyarov")).hasSize(6).containsOnly("person:elmar-mammadyarov");
  }

  @Test
  void findsThePersonsThatNoDictionaryHas() {
    Map<String, Long> persons =
        withoutOfficeHolders.stream()
            .filter(mention -> mention.actorId() != null)
            .filter(mention -> mention.actorId().startsWith("person:"))
            .collect(
                Collectors.groupingBy(ResolvedSpan::actorId, TreeMap::new, Collectors.counting()));
    assertThat(persons)
        .containsExactly(
            Map.entry("person:edward-nalbandian", 6L),
            Map.entry("person:elmar-mammadyarov", 8L),
            Map.entry("person:ilham-aliyev", 2L),
            Map.entry("person:john-kerry", 7L));
  }

  @Test
  void findsTheStateDepartmentWhole() {
    assertThat(mentions)
        .extracting(mention -> mention.span().surface())
        .contains("U.S. State Department", "OSCE Minsk Group");
  }
}
