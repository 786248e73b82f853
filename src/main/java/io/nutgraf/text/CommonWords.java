package io.nutgraf.text;

/**
 * Everyday English words that are names only when written with a capital, chosen by us from what
 * names of institutions, states and persons are made of.
 */
public final class CommonWords {
  /** Words that stand before a name without being part of it, also capitalised in headlines. */
  private static final WordSet FUNCTION =
      WordSet.of(
          "a an the this that these those and or but nor so yet if then than as at by for from in",
          "into of off on onto out over to up with without within between among against under",
          "after before since until till while when where why how who whom whose which what",
          "because although though unless whether both either neither not no all any some each",
          "every i you he she it we they me him her us them my your his its our their is are was",
          "were be been being am do does did has have had will would can could shall should may",
          "might must here there now also however meanwhile yesterday today tomorrow earlier later",
          "like unlike despite during about above below near per via even only just still again",
          "once perhaps maybe said says asked told did");

  private static final WordSet CALENDAR =
      WordSet.of(
          "january february march april may june july august september october november december",
          "monday tuesday wednesday thursday friday saturday sunday",
          "jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn winter");

  private static final WordSet NOUNS =
      WordSet.of(
          "academy action affairs agency aid air alliance army assembly association authority bank",
          "base board body border bureau business cabinet capital center central centre chamber",
          "chief church city civil coast coalition college commission committee common",
          "commonwealth community company conference congress constitution cooperation corps",
          "council country county court customs defence defense democracy democratic department",
          "development director district economic education election embassy emergency energy",
          "environment executive exchange external family federal federation finance fire first",
          "food force forces foreign forest forum foundation free freedom front fund general global",
          "government great green group guard head health high home house human industry",
          "information inspector institute intelligence interior internal international investment",
          "justice kingdom labor labour land law league left legislature liberal liberation",
          "liberty local lower market marine marines media member military minister ministry mission",
          "movement national nations naval navy new news night north northern nuclear office",
          "official oil opposition organisation organization parliament party patriotic peace",
          "people peoples permanent police policy political popular post power premier president",
          "press prime prison private progress progressive province public red reform refugee",
          "regional republic republican republicans rescue research reserve resistance revolution",
          "revolutionary right rights river road royal school science secretary security",
          "senate service services social socialist society south southern space special staff state",
          "states station street supreme task team terror times trade transport treasury treaty",
          "tribunal troops union united unity university upper water welfare west western white",
          "women work workers world youth east eastern democrat democrats lord lords commons",
          "nation region area supreme act bill plan report task deputy vice chairman chair speaker",
          "leader king queen prince judge mayor governor senator representative ambassador");

  private static final WordSet ALSO_NAMES =
      WordSet.of(
          "turkey china jordan chad mali guinea georgia polish hungary niger cuba bush brown black",
          "green gray grey young long short rice hope gates fox bird wolf cook baker carpenter",
          "price power law rose grant mark marks frank bill bob jack will drew wade chase chance",
          "major best good strong sharp swift wise rich poor day knight bishop pope page banks",
          "field fields hill hills wood woods stone waters rivers lake brook moon sun snow frost",
          "rain storm hunt hunter fisher miller mason cooper potter shepherd farmer slaughter");

  private CommonWords() {}

  public static boolean isFunctionWord(long word) {
    return FUNCTION.contains(word);
  }

  /** A month or a day of the week. */
  public static boolean isCalendarWord(long word) {
    return CALENDAR.contains(word);
  }

  /** A word that institutions, offices and events are named with, not persons. */
  public static boolean isInstitutional(long word) {
    return NOUNS.contains(word) || isFunctionWord(word) || isCalendarWord(word);
  }

  public static boolean contains(long word) {
    return isFunctionWord(word)
        || isCalendarWord(word)
        || NOUNS.contains(word)
        || ALSO_NAMES.contains(word);
  }

  /** Whether a text has words, and only common ones. */
  static boolean areAll(Tokens tokens) {
    int words = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.isWord(i)) {
        words++;
        if (!contains(tokens.hash(i))) {
          return false;
        }
      }
    }
    return words > 0;
  }
}
