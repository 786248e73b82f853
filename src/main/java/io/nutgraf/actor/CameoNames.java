package io.nutgraf.actor;

import io.nutgraf.text.CaseRule;
import io.nutgraf.text.CommonWords;
import io.nutgraf.text.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the phrases of a CAMEO file, mostly in capitals and with underscores, say. */
final class CameoNames {
  private static final int FEWEST_NAMES = 2;
  private static final int MOST_NAMES = 4;
  private static final Set<String> SMALL_WORDS =
      Set.of("of", "the", "and", "for", "in", "on", "de", "del", "der", "von", "van", "al", "el");

  private CameoNames() {}

  /** Blanks for underscores. */
  static String text(String phrase) {
    return phrase.replace('_', ' ').strip().replaceAll("\\s+", " ");
  }

  static Phrase phrase(String text, PhraseKind kind) {
    boolean isAllCapitals = text.equals(text.toUpperCase(Locale.ROOT));
    return new Phrase(text, kind, isAllCapitals ? CaseRule.ofCapitals(text) : CaseRule.of(text));
  }

  /** "John Kerry" for "JOHN KERRY"; acronyms cannot be told from words and are written as these. */
  static String shown(String text) {
    if (!text.equals(text.toUpperCase(Locale.ROOT))) {
      return text;
    }
    String shown =
        Stream.of(text.split(" ")).map(CameoNames::shownWord).collect(Collectors.joining(" "));
    return shown.substring(0, 1).toUpperCase(Locale.ROOT) + shown.substring(1);
  }

  private static String shownWord(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (SMALL_WORDS.contains(lower) || word.indexOf('.') >= 0) {
      return SMALL_WORDS.contains(lower) ? lower : word;
    }
    StringBuilder shown = new StringBuilder(lower);
    for (int i = 0; i < shown.length(); i++) {
      if (i == 0 || lower.charAt(i - 1) == '-') {
        shown.setCharAt(i, Character.toUpperCase(lower.charAt(i)));
      }
    }
    return shown.toString();
  }

  /**
   * The phrase that names a person, null when the entry is none. CAMEO does not say what an entry
   * is. Taken for a person is an entry with a dated code longer than a state's three letters (its
   * holder came and went) and a phrase of two to four words, none of them common ("ministry",
   * "army", "front").
   */
  static String personName(List<Role> roles, List<String> phrases) {
    boolean isOfficeHolder =
        roles.stream()
            .anyMatch(role -> role.isDated() && role.code() != null && role.code().length() > 3);
    if (!isOfficeHolder) {
      return null;
    }
    return phrases.stream().filter(CameoNames::isLikeName).findFirst().orElse(null);
  }

  private static boolean isLikeName(String phrase) {
    Tokens words = new Tokens();
    words.read(phrase);
    for (int i = 0; i < words.size(); i++) {
      if (!words.isWord(i)
          || Titles.isTitleWord(words.hash(i))
          || CommonWords.isInstitutional(words.hash(i))) {
        return false;
      }
    }
    return words.size() >= FEWEST_NAMES && words.size() <= MOST_NAMES;
  }
}
