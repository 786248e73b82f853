package io.nutgraf.actor;

import io.nutgraf.text.Tokens;
import io.nutgraf.text.WordSet;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Titles of persons: which words they are made of, and which office they speak of. */
final class Titles {
  /** Heads of a title that speak of an office. The first in a title is looked for in the roles. */
  private static final List<String> OFFICES =
      List.of(
          "president",
          "premier",
          "minister",
          "chancellor",
          "secretary",
          "king",
          "queen",
          "prince",
          "emir",
          "sultan",
          "emperor",
          "pope",
          "senator",
          "representative",
          "congressman",
          "congresswoman",
          "governor",
          "mayor",
          "ambassador",
          "envoy",
          "speaker",
          "commissioner",
          "chairman",
          "chairwoman",
          "chair",
          "chief",
          "director",
          "general",
          "admiral",
          "colonel",
          "commander",
          "leader",
          "head",
          "judge",
          "justice",
          "attorney",
          "ayatollah",
          "dictator",
          "taoiseach",
          "spokesman",
          "spokeswoman",
          "adviser",
          "advisor",
          "princess",
          "sheikh");

  private static final Map<String, String> SHORT_FORMS =
      Map.of(
          "sen",
          "senator",
          "gov",
          "governor",
          "gen",
          "general",
          "rep",
          "representative",
          "pm",
          "prime minister",
          "adm",
          "admiral",
          "col",
          "colonel",
          "amb",
          "ambassador",
          "defence",
          "defense");

  private static final WordSet HEADS =
      WordSet.of(String.join(" ", OFFICES), "sen gov gen rep pm adm col amb");
  private static final WordSet HONORIFICS =
      WordSet.of("mr mrs ms miss dr sir dame lord lady prof professor bishop archbishop cardinal");
  private static final WordSet MODIFIERS =
      WordSet.of(
          "vice prime deputy foreign defence defense interior finance trade acting interim former",
          "ex late first assistant under home external national security economic health press",
          "crown grand supreme majority minority state affairs external relations education energy");
  private static final WordSet CONNECTORS = WordSet.of("of for and the");

  private static final Set<String> FORMER = Set.of("former", "ex", "late");

  /** A deputy is not the one deputised for, and a prime minister no mere minister. */
  private static final List<String> DISTINGUISHING = List.of("vice", "deputy", "prime", "crown");

  private Titles() {}

  static boolean isTitleWord(long word) {
    return HEADS.contains(word) || HONORIFICS.contains(word);
  }

  /** A word that titles are made of, other than "of" and the like. */
  static boolean isPartOfTitle(long word) {
    return isTitleWord(word) || MODIFIERS.contains(word);
  }

  /** The title that ends directly before a token, in lower case; null without. */
  static String before(Tokens tokens, int token) {
    int first = token;
    int head = -1;
    for (int i = token - 1; i >= 0 && isPart(tokens, i, token); i--) {
      if (isTitleWord(tokens.hash(i))) {
        head = i;
      }
      if (!CONNECTORS.contains(tokens, i)) {
        first = i;
      }
    }
    return head < 0 ? null : tokens.surface(first, token - 1).toLowerCase(Locale.ROOT);
  }

  private static boolean isPart(Tokens tokens, int i, int token) {
    boolean isDirectlyBefore = i == token - 1;
    long word = tokens.hash(i);
    return tokens.isWord(i)
        && !tokens.isPossessive(i)
        && (isTitleWord(word)
            || (MODIFIERS.contains(word) && (!isDirectlyBefore || tokens.isCapitalised(i)))
            || (CONNECTORS.contains(word) && !isDirectlyBefore));
  }

  /** Whether a title speaks of an office, unlike "Mr" and the like. */
  static boolean isOffice(String title) {
    return title != null && headOf(words(title)) != null;
  }

  /**
   * Whether an actor held the office that a title speaks of: a role has the title's head word, and
   * "vice", "deputy", "prime" and the like where the title has them and only there.
   *
   * @param day null for any time; after "former" the role must have ended by then
   */
  static boolean isHeldBy(DictionaryActor actor, String title, LocalDate day) {
    Set<String> titleWords = words(title);
    String head = headOf(titleWords);
    boolean isFormer = titleWords.stream().anyMatch(FORMER::contains);
    return actor.roles().stream()
        .filter(role -> role.office() != null && isInTime(role, day, isFormer))
        .flatMap(role -> Arrays.stream(role.office().split(" and |[,;/]")))
        .anyMatch(office -> isNamedBy(words(office), titleWords, head));
  }

  /** Whether some role has every word of the title: the stricter question. */
  static boolean isHeldInFullBy(DictionaryActor actor, String title, LocalDate day) {
    Set<String> wanted = words(title);
    boolean isFormer = wanted.removeAll(FORMER);
    return actor.roles().stream()
        .filter(role -> role.office() != null && isInTime(role, day, isFormer))
        .anyMatch(role -> words(role.office()).containsAll(wanted));
  }

  private static boolean isInTime(Role role, LocalDate day, boolean isFormer) {
    return day == null || (isFormer ? role.hasEndedBy(day) : role.covers(day));
  }

  private static boolean isNamedBy(Set<String> role, Set<String> title, String head) {
    return role.contains(head)
        && DISTINGUISHING.stream().allMatch(word -> role.contains(word) == title.contains(word));
  }

  private static String headOf(Set<String> words) {
    return OFFICES.stream().filter(words::contains).findFirst().orElse(null);
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
      words.addAll(Arrays.asList(SHORT_FORMS.getOrDefault(word, word).split(" ")));
    }
    words.remove("");
    return words;
  }
}
