package io.nutgraf.text;

/** Which letters of a phrase must be capitals in the text for the phrase to be accepted there. */
public enum CaseRule {
  /** None: "foreign minister" is also "Foreign Minister" and "FOREIGN MINISTER". */
  ANY,
  /** The first letter, for names: "Nato" is NATO, "turkey" is not Turkey. */
  CAPITALISED,
  /** The first letter of every word that has a capital there in the phrase: "State Department". */
  CAPITALS,
  /** Every letter as in the phrase; accents and dots aside: "us" and "Us" are not US. */
  EXACT;

  private static final int LONGEST_EXACT = 3;

  /**
   * The rule for a phrase from a list that writes names as news does: {@link #ANY} when it has no
   * capital at all, {@link #EXACT} up to three letters, {@link #CAPITALS} when it starts with a
   * small letter ("al-Qaeda") or has only common words, else {@link #CAPITALISED}.
   */
  public static CaseRule of(String phrase) {
    Tokens tokens = new Tokens();
    tokens.read(phrase);
    if (!hasCapital(tokens)) {
      return ANY;
    }
    if (letters(phrase) <= LONGEST_EXACT) {
      return EXACT;
    }
    boolean isUsual = tokens.isCapitalised(0) && !CommonWords.areAll(tokens);
    return isUsual ? CAPITALISED : CAPITALS;
  }

  /**
   * The rule for a phrase from a list all in capitals, which do not tell "BAO" the name from "WHO"
   * the body: {@link #EXACT} only for a single common word of up to three letters.
   */
  public static CaseRule ofCapitals(String phrase) {
    Tokens tokens = new Tokens();
    tokens.read(phrase);
    if (!CommonWords.areAll(tokens)) {
      return CAPITALISED;
    }
    return letters(phrase) <= LONGEST_EXACT ? EXACT : CAPITALS;
  }

  private static boolean hasCapital(Tokens tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.capitals(i) != 0) {
        return true;
      }
    }
    return false;
  }

  private static long letters(String phrase) {
    return phrase.codePoints().filter(Character::isLetterOrDigit).count();
  }
}
