package io.nutgraf.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nutgraf.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Judges the join by lists of near copies that lie beside the project, if they do. */
@ExtendWith(SparkExtension.class)
class LabelledPairsTest {
  private static final Path DATA = Path.of("../shared/data");

  /** The judge's words. An underscore is one of their letters; such paragraphs are left out. */
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

  @ParameterizedTest
  @ValueSource(doubles = {0.4, 0.5, 0.7})
  void findsAllPairsOfAnExhaustiveListAndNoOthers(double threshold, SparkSession spark) {
    Path corpus = existing("senate_press_small_2007_09.jsonl.gz");
    Path list = existing("labelled/senate_small_neardup_paragraph_pairs.tsv.gz");
    Map<String, String> textByFirstPlace = new HashMap<>();
    firstPlaces(spark, corpus).forEach((text, place) -> textByFirstPlace.put(place, text));
    List<String> texts = new ArrayList<>(textByFirstPlace.values());

    Set<Set<String>> expected = new HashSet<>();
    for (Row pair :
        spark
            .read()
            .option("sep", "\t")
            .option("header", true)
            .csv(list.toString())
            .where("jaccard3 >= " + threshold)
            .collectAsList()) {
      String a = textByFirstPlace.get(pair.getString(0) + '#' + pair.getString(1));
      String b = textByFirstPlace.get(pair.getString(2) + '#' + pair.getString(3));
      if (a != null && b != null) {
        expected.add(Set.of(a, b));
      }
    }
    Set<Set<String>> found = new HashSet<>();
    Map<String, String> textById = new HashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      textById.put(NearPipeline.id(i), texts.get(i));
    }
    NearPipeline.links(NearPipeline.texts(spark, texts), threshold, 1000)
        .where("jaccard >= " + threshold)
        .collectAsList()
        .forEach(
            link ->
                found.add(
                    Set.of(textById.get(link.getString(0)), textById.get(link.getString(1)))));

    assertThat(expected).hasSizeGreaterThan(190);
    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void findsWhatOneLawBorrowedFromAnother(SparkSession spark) throws IOException {
    Path legal = existing("labelled/textreuse_legal");
    List<String> texts = new ArrayList<>();
    for (String name : List.of("ca1851-match", "ny1850-match", "ca1851-nomatch")) {
      texts.add(Files.readString(legal.resolve(name + ".txt")));
    }

    List<Row> links =
        NearPipeline.links(NearPipeline.texts(spark, texts), 0.3, 1000).collectAsList();

    assertThat(links)
        .singleElement()
        .satisfies(
            link ->
                assertThat(Set.of(link.getString(0), link.getString(1)))
                    .isEqualTo(Set.of(NearPipeline.id(0), NearPipeline.id(1))));
  }

  /** The first place of each sequence of fifteen words or more, by one of its texts. */
  private static Map<String, String> firstPlaces(SparkSession spark, Path corpus) {
    Map<List<String>, String> places = new HashMap<>();
    Map<String, String> placeByText = new HashMap<>();
    for (Row article :
        spark.read().schema("id STRING, text STRING").json(corpus.toString()).collectAsList()) {
      String[] paragraphs = article.getString(1).split("\n\n");
      for (int i = 0; i < paragraphs.length; i++) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(paragraphs[i].toLowerCase(Locale.ROOT));
        while (word.find()) {
          words.add(word.group());
        }
        String place = article.getString(0) + '#' + i;
        boolean isNew = words.size() >= 15 && places.putIfAbsent(words, place) == null;
        if (isNew && paragraphs[i].indexOf('_') < 0) {
          placeByText.put(paragraphs[i], place);
        }
      }
    }
    return placeByText;
  }

  private static Path existing(String name) {
    Path path = DATA.resolve(name);
    assumeTrue(Files.exists(path), path + " is absent, so this test is skipped");
    return path;
  }
}
