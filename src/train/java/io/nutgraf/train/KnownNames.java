package io.nutgraf.train;

import io.nutgraf.text.TaggerLexicon;
import io.nutgraf.text.TaggerNames;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What NLP4J's lists of names say of single words and of names of several words. */
final class KnownNames {
  private static final int PERSON = 14;
  private static final int LOCATION = 11;
  private static final int ORGANISATION = 13;
  private static final Pattern PLAIN = Pattern.compile("\\p{Lu}[\\p{L}\\p{N}&'. -]+");

  /** A word seen less often at a place never stands there. */
  private static final int RARE = 2;

  /** For each lower-cased word how often it stands where, by the places of the lexicon. */
  private final Map<String, int[]> places = new HashMap<>();

  private final TreeMap<Integer, Integer> kindsOfNames = new TreeMap<>();

  KnownNames() {
    Nlp4jLexica.forEachName(
        (words, kinds) -> {
          for (int kind : kinds) {
            countPlaces(words, kind);
          }
          addName(words, kinds);
        });
  }

  /** Hashes of names of several words, persons' left out, with their kinds as bits. */
  Map<Integer, Integer> kindsOfNames() {
    return kindsOfNames;
  }

  Map<String, int[]> places() {
    return places;
  }

  /** Two bits a place: never, seldom, often, mostly. */
  static int levels(int[] counts) {
    int total = 0;
    for (int count : counts) {
      total += count;
    }
    int levels = 0;
    for (int place = 0; place < counts.length; place++) {
      double share = (double) counts[place] / total;
      int level = counts[place] < RARE || share < 0.03 ? 0 : share < 0.2 ? 1 : share < 0.55 ? 2 : 3;
      levels |= level << (2 * place);
    }
    return levels;
  }

  private void countPlaces(List<String> words, int kind) {
    if (kind == PERSON) {
      if (words.size() > 1) {
        count(words.get(0), 0);
        count(words.get(words.size() - 1), 1);
      }
      return;
    }
    int place = kind == LOCATION ? 2 : kind == ORGANISATION ? 3 : 4;
    words.forEach(word -> count(word, place));
  }

  private void count(String word, int place) {
    if (Character.isUpperCase(word.charAt(0))) {
      places
          .computeIfAbsent(word.toLowerCase(Locale.ROOT), w -> new int[TaggerLexicon.PLACES])[
          place]++;
    }
  }

  private void addName(List<String> words, List<Integer> kinds) {
    int bits = 0;
    for (int kind : kinds) {
      bits |= kind == ORGANISATION ? 1 : kind == LOCATION ? 2 : kind == PERSON ? 8 : 4;
    }
    String name = String.join(" ", words);
    if (words.size() > 1 && bits != 8 && PLAIN.matcher(name).matches()) {
      int hash = TaggerNames.hash(name.replace(" 's", "'s").replaceAll("^The ", ""));
      if (hash != 0) {
        kindsOfNames.merge(hash, bits, (a, b) -> a | b);
      }
    }
  }
}
