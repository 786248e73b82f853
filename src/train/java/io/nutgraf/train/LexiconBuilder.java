package io.nutgraf.train;

import io.nutgraf.text.TaggerHash;
import io.nutgraf.text.TaggerLexicon;
import io.nutgraf.text.TaggerParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes the part of the model that is known before training: words, names and groups. */
final class LexiconBuilder {
  /** A word of the lists of names seen less often than this is left out. */
  private static final int MIN_COUNT = 4;

  private LexiconBuilder() {}

  /**
   * Parameters with a lexicon and no weights; the texts only tell how words are usually written.
   */
  static TaggerParameters build(List<LabelledText> texts) {
    Map<String, String> paths = Nlp4jLexica.clusterPaths();
    List<String> clusters = new ArrayList<>(new TreeSet<>(paths.values()));
    Map<String, Integer> numbers = new TreeMap<>();
    int[] clusterPaths = new int[clusters.size() + 1];
    for (String cluster : clusters) {
      int number = numbers.size() + 1;
      numbers.put(cluster, number);
      clusterPaths[number] = Integer.parseInt("1" + cluster, 2);
    }
    KnownNames names = new KnownNames();
    UsualCases cases = new UsualCases(texts);
    TreeSet<String> words = new TreeSet<>(paths.keySet());
    cases.words().forEach(words::add);
    names.places().forEach((word, counts) -> addFrequent(word, counts, words));
    TreeMap<Integer, Integer> entries = new TreeMap<>();
    for (String word : words) {
      int cluster = numbers.getOrDefault(paths.getOrDefault(word, ""), 0);
      int[] counts = names.places().get(word);
      int places = counts == null ? 0 : KnownNames.levels(counts);
      int entry =
          cluster
              | cases.level(word) << TaggerLexicon.CASE_SHIFT
              | places << TaggerLexicon.PLACE_SHIFT;
      if (entry != 0) {
        entries.putIfAbsent(TaggerHash.ofLowerCased(word), entry);
      }
    }
    Map<Integer, Integer> kinds = names.kindsOfNames();
    Map<Integer, Integer> groups = Groups.of(Nlp4jLexica.embeddings(), paths.keySet());
    return new TaggerParameters(
        clusterPaths,
        array(entries.keySet()),
        array(entries.values()),
        array(kinds.keySet()),
        array(kinds.values()),
        array(groups.keySet()),
        array(groups.values()),
        new int[0],
        new int[0],
        new byte[0]);
  }

  private static void addFrequent(String word, int[] counts, Set<String> words) {
    int total = 0;
    for (int count : counts) {
      total += count;
    }
    if (total >= MIN_COUNT) {
      words.add(word);
    }
  }

  private static int[] array(Iterable<Integer> values) {
    List<Integer> list = new ArrayList<>();
    values.forEach(list::add);
    return list.stream().mapToInt(Integer::intValue).toArray();
  }
}
