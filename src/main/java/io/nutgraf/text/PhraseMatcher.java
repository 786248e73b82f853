package io.nutgraf.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds phrases in a text, leftmost first and the longest at each place, on whole words, without
 * overlap: in "OSCE Minsk Group" Minsk is not found when both are phrases.
 *
 * <p>Phrases are compared by their tokens ({@link Tokens}); one that its {@link CaseRule} does not
 * accept at a place gives way to the next one with the same tokens, then to a shorter one. A
 * leading "the" of a phrase does not count.
 *
 * <p>A tree of token hashes in one primitive table ({@link PrefixTable}), entered through bit sets
 * of first tokens that fit the processor's cache: most words of a text end there. 200,000 phrases
 * take some 20 MB. Immutable and thread-safe.
 */
public final class PhraseMatcher {
  private static final int NONE = -1;
  private static final long THE = Tokens.hashOf("the");

  private final PrefixTable prefixes;
  private final TokenFilter firstCapitalised;
  private final TokenFilter firstInAnyCase;
  private final int[] phraseAt;
  private final int[] nextWithSameTokens;
  private final CaseRule[] rules;
  private final long[][] capitals;

  private PhraseMatcher(Builder builder) {
    prefixes = builder.prefixes;
    int phrases = builder.rules.size();
    rules = builder.rules.toArray(CaseRule[]::new);
    capitals = builder.capitals.toArray(long[][]::new);
    phraseAt = new int[prefixes.places()];
    nextWithSameTokens = new int[phrases];
    Arrays.fill(phraseAt, NONE);
    Arrays.fill(nextWithSameTokens, NONE);
    // From the last on, so that the first added comes first in each chain.
    for (int phrase = phrases - 1; phrase >= 0; phrase--) {
      int place = builder.places.get(phrase);
      if (place != PrefixTable.ROOT) {
        nextWithSameTokens[phrase] = phraseAt[place];
        phraseAt[place] = phrase;
      }
    }
    firstCapitalised = new TokenFilter(builder.firstCapitalised);
    firstInAnyCase = new TokenFilter(builder.firstInAnyCase);
  }

  /** Collects phrases. */
  public static final class Builder {
    private final Tokens tokens = new Tokens();
    private final PrefixTable prefixes = new PrefixTable();
    private final List<Integer> places = new ArrayList<>();
    private final List<CaseRule> rules = new ArrayList<>();
    private final List<long[]> capitals = new ArrayList<>();
    private final List<Long> firstCapitalised = new ArrayList<>();
    private final List<Long> firstInAnyCase = new ArrayList<>();

    /**
     * Adds a phrase. Of phrases with the same tokens, the one added first is asked first.
     *
     * @return its number, counted from 0; a phrase without letters has one too but is never found
     */
    public int add(String phrase, CaseRule rule) {
      tokens.read(phrase);
      int first = firstWord(tokens);
      int last = lastWord(tokens);
      int place = PrefixTable.ROOT;
      for (int i = first; i <= last; i++) {
        place = prefixes.nextOrNew(place, tokens.hash(i));
      }
      if (first <= last) {
        boolean needsCapital =
            rule == CaseRule.CAPITALISED || (rule != CaseRule.ANY && tokens.isCapitalised(first));
        (needsCapital ? firstCapitalised : firstInAnyCase).add(tokens.hash(first));
      }
      places.add(place);
      rules.add(rule);
      capitals.add(isAboutCapitals(rule) ? capitals(tokens, first, last) : null);
      return rules.size() - 1;
    }

    public PhraseMatcher build() {
      return new PhraseMatcher(this);
    }

    private static boolean isAboutCapitals(CaseRule rule) {
      return rule == CaseRule.CAPITALS || rule == CaseRule.EXACT;
    }

    private static long[] capitals(Tokens tokens, int first, int last) {
      long[] capitals = new long[Math.max(0, last - first + 1)];
      for (int i = 0; i < capitals.length; i++) {
        capitals[i] = tokens.capitals(first + i);
      }
      return capitals;
    }
  }

  /** The first token of a phrase that counts: no punctuation, no "the" before another word. */
  public static int firstWord(Tokens phrase) {
    int first = 0;
    while (first < phrase.size() && !phrase.isWord(first)) {
      first++;
    }
    boolean isArticle = first < lastWord(phrase) && phrase.hash(first) == THE;
    return isArticle ? first + 1 : first;
  }

  /** The last token of a phrase that counts; -1 when it has no word. */
  public static int lastWord(Tokens phrase) {
    int last = phrase.size() - 1;
    while (last >= 0 && !phrase.isWord(last)) {
      last--;
    }
    return last;
  }

  /** Tells the visitor each phrase in the text, in order. */
  public void find(Tokens tokens, PhraseVisitor visitor) {
    int size = tokens.size();
    for (int first = 0; first < size; ) {
      int phrase = NONE;
      int last = first;
      if (mayStart(tokens, first)) {
        int place = PrefixTable.ROOT;
        for (int i = first; i < size; i++) {
          place = prefixes.next(place, tokens.hash(i));
          if (place == PrefixTable.ABSENT) {
            break;
          }
          int accepted = accepted(place, tokens, first, i);
          if (accepted != NONE) {
            phrase = accepted;
            last = i;
          }
        }
      }
      if (phrase != NONE) {
        visitor.visit(phrase, first, last);
      }
      first = last + 1;
    }
  }

  private int accepted(int place, Tokens tokens, int first, int last) {
    int phrase = phraseAt[place];
    while (phrase != NONE && !accepts(phrase, tokens, first, last)) {
      phrase = nextWithSameTokens[phrase];
    }
    return phrase;
  }

  private boolean accepts(int phrase, Tokens tokens, int first, int last) {
    return switch (rules[phrase]) {
      case ANY -> true;
      case CAPITALISED -> tokens.isCapitalised(first);
      case CAPITALS -> hasCapitals(capitals[phrase], 1, tokens, first, last);
      case EXACT -> hasCapitals(capitals[phrase], -1, tokens, first, last);
    };
  }

  /** CAPITALS looks at the first letter and lets more capitals pass; EXACT looks at all. */
  private static boolean hasCapitals(
      long[] wanted, long letters, Tokens tokens, int first, int last) {
    for (int i = first; i <= last; i++) {
      long want = wanted[i - first] & letters;
      long have = tokens.capitals(i) & letters;
      if (letters == 1 ? (want & ~have) != 0 : want != have) {
        return false;
      }
    }
    return true;
  }

  private boolean mayStart(Tokens tokens, int token) {
    long hash = tokens.hash(token);
    return firstInAnyCase.mayContain(hash)
        || (tokens.isCapitalised(token) && firstCapitalised.mayContain(hash));
  }
}
