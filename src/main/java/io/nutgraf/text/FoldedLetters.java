package io.nutgraf.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What a letter or digit is compared as: lower case, without accents.
 *
 * <p>Accents are the marks of its NFKD form; letters that Unicode does not decompose have their
 * usual English transcription here (Məmmədyarov is Mammadyarov).
 */
final class FoldedLetters {
  /** No part of a word. */
  static final String NONE = " ";

  private static final Map<Integer, String> TRANSCRIBED =
      Map.ofEntries(
          Map.entry((int) 'ə', "a"),
          Map.entry((int) 'ı', "i"),
          Map.entry((int) 'ł', "l"),
          Map.entry((int) 'ø', "o"),
          Map.entry((int) 'đ', "d"),
          Map.entry((int) 'ß', "ss"),
          Map.entry((int) 'æ', "ae"),
          Map.entry((int) 'œ', "oe"),
          Map.entry((int) 'þ', "th"),
          Map.entry((int) 'ð', "d"),
          Map.entry((int) 'ħ', "h"),
          Map.entry((int) 'ŋ', "ng"));

  private static final AtomicReferenceArray<String[]> PAGES = new AtomicReferenceArray<>(256);

  private FoldedLetters() {}

  /** The folded form; empty for a mark, {@link #NONE} for what is no part of a word. */
  static String fold(int c) {
    if (c > 0xFFFF) {
      return foldAlone(c);
    }
    String[] page = PAGES.get(c >>> 8);
    if (page == null) {
      page = new String[256];
      for (int i = 0; i < 256; i++) {
        page[i] = foldAlone((c & 0xFF00) + i);
      }
      PAGES.set(c >>> 8, page);
    }
    return page[c & 0xFF];
  }

  static boolean isApostrophe(int c) {
    return c == '\'' || c == '\u2019' || c == '\u2018' || c == '\u02BC';
  }

  private static String foldAlone(int c) {
    if (isMark(c) || c == '\u00AD') {
      return "";
    }
    if (isApostrophe(c) || !Character.isLetterOrDigit(c)) {
      return NONE;
    }
    String decomposed = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
    StringBuilder folded = new StringBuilder();
    decomposed
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(f -> folded.append(TRANSCRIBED.getOrDefault(f, Character.toString(f))));
    return folded.toString();
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }
}
