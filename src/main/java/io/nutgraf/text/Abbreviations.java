package io.nutgraf.text;

/** Short forms written with a dot, which therefore need not end a sentence. */
final class Abbreviations {
  /** Letters in the longest of them. */
  static final int LONGEST = 5;

  /** A name follows them, or a day; they never end a sentence. */
  private static final WordSet BEFORE_NAMES =
      WordSet.of(
          "mr mrs ms messrs mme mlle dr prof rev fr sr hon pres",
          "gen lt col maj capt cmdr adm sgt cpl pvt brig",
          "sen rep gov atty amb del supt insp",
          "st ste mt ft",
          "jan feb apr jun jul aug sept sep oct nov dec vs");

  /** A number follows them; else they are words like any other. */
  private static final WordSet BEFORE_NUMBERS = WordSet.of("no nos art vol pp");

  /** May also be the last word of a sentence. */
  private static final WordSet ANYWHERE =
      WordSet.of(
          "inc corp co ltd llc plc bros jr esq",
          "dept univ assn natl intl etc al est approx",
          "ala ariz ark calif colo conn fla ga ill ind kan ky la md mass mich minn miss mo mont",
          "neb nev okla ore pa penn tenn tex va vt wash wis wyo");

  /** Words that follow a full stop far more often than an abbreviation inside a sentence. */
  private static final WordSet STARTERS =
      WordSet.of(
          "the a an this that these those he she it they we i you his her its their our my",
          "but and or so yet in on at by for from with as if when while where after before since",
          "although though however meanwhile there here what who why how no not both all some",
          "many most several one two last earlier later then also among under during despite");

  private Abbreviations() {}

  static boolean mayEndSentences(long word) {
    return ANYWHERE.contains(word);
  }

  static boolean standsBeforeNumbers(long word) {
    return BEFORE_NUMBERS.contains(word);
  }

  static boolean standsBeforeNames(long word) {
    return BEFORE_NAMES.contains(word);
  }

  static boolean startsSentences(long word) {
    return STARTERS.contains(word);
  }
}
