package io.nutgraf.text;

import java.text.BreakIterator;
import java.util.Arrays;
import java.util.Locale;

/**
 * Cuts a paragraph into sentences: {@link BreakIterator}, then pieces joined again that it cuts
 * after an abbreviation ("the U.S. | State Department"), an initial, before a small letter, or at a
 * line break inside a sentence.
 *
 * <p>Not thread-safe: a break iterator keeps the text it reads.
 */
public final class Sentences {
  private final BreakIterator pieces = BreakIterator.getSentenceInstance(Locale.ENGLISH);
  private final Tokens word = new Tokens();
  private int[] ends = new int[64];
  private int size;

  /** Reads a paragraph; what was read before is forgotten. */
  public void read(String paragraph) {
    size = 0;
    pieces.setText(paragraph);
    pieces.first();
    for (int end = pieces.next(); end != BreakIterator.DONE; end = pieces.next()) {
      if (end == paragraph.length() || !isInsideSentence(paragraph, end)) {
        if (size == ends.length) {
          ends = Arrays.copyOf(ends, 2 * size);
        }
        ends[size++] = end;
      }
    }
  }

  /** Sentences in the paragraph; 0 when it is empty. */
  public int size() {
    return size;
  }

  /** Offset after a sentence and the blanks that follow it. */
  public int end(int sentence) {
    return ends[sentence];
  }

  /** The sentence that a character stands in. */
  public int at(int offset) {
    int found = Arrays.binarySearch(ends, 0, size, offset + 1);
    return found >= 0 ? found : -found - 1;
  }

  private boolean isInsideSentence(String paragraph, int cut) {
    int end = cut;
    while (end > 0 && Character.isWhitespace(paragraph.charAt(end - 1))) {
      end--;
    }
    if (end == 0 || Character.isLowerCase(paragraph.charAt(cut))) {
      return true;
    }
    char last = paragraph.charAt(end - 1);
    if (last != '.') {
      return Character.isLetterOrDigit(last) || last == ',' || last == '-';
    }
    int start = end - 1;
    while (start > 0 && isPartOfAbbreviation(paragraph.charAt(start - 1))) {
      start--;
    }
    return goesOnAfter(paragraph.substring(start, end), paragraph, cut);
  }

  private static boolean isPartOfAbbreviation(char c) {
    return c == '.' || Character.isLetterOrDigit(c);
  }

  private boolean goesOnAfter(String lastWord, String paragraph, int cut) {
    String stem = lastWord.substring(0, lastWord.length() - 1);
    word.read(stem);
    if (word.size() == 0) {
      return false;
    }
    boolean isInitial = stem.length() == 1 && Character.isUpperCase(stem.charAt(0));
    boolean isAcronym = stem.indexOf('.') >= 0 && word.size() == 1;
    long hash = word.hash(word.size() - 1);
    if (isInitial || Abbreviations.standsBeforeNames(hash)) {
      return true;
    }
    if (Abbreviations.standsBeforeNumbers(hash)) {
      return Character.isDigit(paragraph.charAt(cut));
    }
    return (isAcronym || Abbreviations.mayEndSentences(hash)) && !startsWithStarter(paragraph, cut);
  }

  private boolean startsWithStarter(String paragraph, int cut) {
    int end = cut;
    while (end < paragraph.length() && Character.isLetterOrDigit(paragraph.charAt(end))) {
      end++;
    }
    if (end == cut) {
      // A quotation mark or a bracket opens a sentence of its own.
      return true;
    }
    word.read(paragraph.substring(cut, end));
    return word.size() == 1 && Abbreviations.startsSentences(word.hash(0));
  }
}
