package io.nutgraf.actor;

import io.nutgraf.text.CaseRule;
import io.nutgraf.text.CommonWords;
import io.nutgraf.text.PhraseMatcher;
import io.nutgraf.text.Tokens;
import io.nutgraf.text.WordSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds bare surnames of the dictionary's persons, where no phrase was found.
 *
 * <p>A surname counts when it is capitalised and stands in no longer run of capitalised words: a
 * title, a nationality or a word that merely starts the sentence may stand before it, a day of the
 * week after it. "County Kerry" is a place. "Teresa Heinz Kerry" is somebody else, told as a {@link
 * Span#BEARER}; but where the tagger sees a person of one name, the word before is no part of it. A
 * surname that is a common word ("May") does not count after "in", "since" and the like, beside a
 * number, nor before "I" or "the".
 */
final class SurnameSpans implements SpanFinder {
  private static final WordSet PLACES =
      WordSet.of(
          "county lake mount mt fort ft port cape river valley bay island islands street avenue",
          "road square university college school hospital airport bridge camp hotel north south",
          "east west new san santa saint st company bank group the");
  private static final WordSet BEFORE_DATES =
      WordSet.of("in on since until till of by early late last next this mid from through to");
  private static final WordSet AFTER_VERBS =
      WordSet.of("i the a an we you he she it they be god all this that there not");

  private final PhraseMatcher matcher;
  private final List<List<String>> bearers = new ArrayList<>();

  SurnameSpans(Map<String, Set<String>> bearersBySurname) {
    PhraseMatcher.Builder builder = new PhraseMatcher.Builder();
    bearersBySurname.forEach(
        (surname, ids) -> {
          builder.add(surname, CaseRule.CAPITALISED);
          bearers.add(List.copyOf(ids));
        });
    matcher = builder.build();
  }

  @Override
  public List<FoundSpan> find(String paragraph, Tokens tokens, List<FoundSpan> found) {
    List<FoundSpan> spans = new ArrayList<>();
    BitSet taken = new BitSet(tokens.size());
    BitSet demonyms = new BitSet(tokens.size());
    BitSet taggedSurnames = new BitSet(tokens.size());
    for (FoundSpan span : found) {
      if (span.isTaggedSurname()) {
        taggedSurnames.set(span.firstToken());
        continue;
      }
      taken.set(span.firstToken(), span.lastToken() + 1);
      if (span.method().equals(PhraseKind.DEMONYM.method())
          || span.method().equals(PhraseKind.AGENT.method())) {
        demonyms.set(span.lastToken());
      }
    }
    matcher.find(
        tokens,
        (number, first, last) -> {
          int next = taken.nextSetBit(first);
          if (next >= 0 && next <= last) {
            return;
          }
          String method = method(tokens, first, last, demonyms, taggedSurnames);
          if (method != null) {
            spans.add(new FoundSpan(first, last, method, bearers.get(number)));
          }
        });
    return spans;
  }

  /** Null when the words are no surname here. */
  private static String method(
      Tokens tokens, int first, int last, BitSet demonyms, BitSet taggedSurnames) {
    if (isFollowedByName(tokens, last) || isCommonWordHere(tokens, first, last)) {
      return null;
    }
    if (Titles.isOffice(Titles.before(tokens, first))) {
      return Span.TITLE_SURNAME;
    }
    int previous = first - 1;
    boolean standsAlone =
        previous < 0
            || !tokens.isWord(previous)
            || !tokens.isCapitalised(previous)
            || tokens.isPossessive(previous)
            || demonyms.get(previous)
            || taggedSurnames.get(first)
            || Titles.isTitleWord(tokens.hash(previous))
            || CommonWords.isFunctionWord(tokens.hash(previous))
            || CommonWords.isCalendarWord(tokens.hash(previous));
    if (standsAlone) {
      return Span.SURNAME;
    }
    return PLACES.contains(tokens, previous) ? null : Span.BEARER;
  }

  private static boolean isFollowedByName(Tokens tokens, int last) {
    int next = last + 1;
    return next < tokens.size()
        && tokens.isWord(next)
        && tokens.isCapitalised(next)
        && !tokens.isPossessive(last)
        && !CommonWords.isCalendarWord(tokens.hash(next))
        && !CommonWords.isFunctionWord(tokens.hash(next));
  }

  private static boolean isCommonWordHere(Tokens tokens, int first, int last) {
    if (first != last || !CommonWords.contains(tokens.hash(first))) {
      return false;
    }
    int previous = first - 1;
    int next = last + 1;
    boolean isDate =
        previous >= 0
            && tokens.isWord(previous)
            && (BEFORE_DATES.contains(tokens, previous) || tokens.startsWithDigit(previous));
    boolean isBeforeNumber =
        next < tokens.size() && tokens.isWord(next) && tokens.startsWithDigit(next);
    boolean isVerb =
        next < tokens.size() && tokens.isWord(next) && AFTER_VERBS.contains(tokens, next);
    return isDate || isBeforeNumber || isVerb;
  }
}
