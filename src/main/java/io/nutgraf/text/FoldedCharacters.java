package io.nutgraf.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What single characters become in the normal form, for those characters whose neighbours cannot
 * change it.
 *
 * <p>Unicode normalisation looks at neighbours only where a character may combine with the one
 * before it: marks and conjoining jamo, or what decomposes to them. Lower-casing does so only at
 * the capital sigma, which is written differently at the end of a word. Texts with one of these go
 * through {@link NormalForm}.
 */
final class FoldedCharacters {
  /** Marks a character whose neighbours matter. */
  static final byte[] DEPENDS_ON_NEIGHBOURS = new byte[0];

  /** What a pictograph becomes: none is a letter or digit, none decomposes. */
  private static final byte[] SEPARATOR = {' '};

  private static final AtomicReferenceArray<byte[][]> PAGES = new AtomicReferenceArray<>(256);

  private FoldedCharacters() {}

  /**
   * The UTF-8 bytes a character becomes, a blank for each separator in them; or {@link
   * #DEPENDS_ON_NEIGHBOURS}, also for what is rare in news: characters beyond the Basic
   * Multilingual Plane that are no pictographs, and bytes that are no character (-1).
   */
  static byte[] fold(int c) {
    if (c > 0xFFFF || c < 0) {
      return c >= 0x1F300 && c <= 0x1FAFF ? SEPARATOR : DEPENDS_ON_NEIGHBOURS;
    }
    byte[][] page = PAGES.get(c >>> 8);
    if (page == null) {
      page = foldPage(c & 0xFF00);
      PAGES.set(c >>> 8, page);
    }
    return page[c & 0xFF];
  }

  private static byte[][] foldPage(int first) {
    byte[][] page = new byte[256][];
    for (int i = 0; i < 256; i++) {
      page[i] = foldAlone(first + i);
    }
    return page;
  }

  private static byte[] foldAlone(int c) {
    if (Character.isSurrogate((char) c)) {
      return DEPENDS_ON_NEIGHBOURS;
    }
    String alone = Character.toString(c);
    String composed = Normalizer.normalize(alone, Normalizer.Form.NFKC);
    int first = Normalizer.normalize(alone, Normalizer.Form.NFKD).codePointAt(0);
    if (mayJoinThePrevious(first) || composed.indexOf('\u03A3') >= 0) {
      return DEPENDS_ON_NEIGHBOURS;
    }
    StringBuilder folded = new StringBuilder();
    composed
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(f -> folded.appendCodePoint(Character.isLetterOrDigit(f) ? f : ' '));
    return folded.toString().getBytes(UTF_8);
  }

  private static boolean mayJoinThePrevious(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          // New in a later Unicode than this Java knows: let the reference decide.
          Character.UNASSIGNED ->
          true;
      default -> (c >= 0x1160 && c <= 0x11FF) || (c >= 0xD7B0 && c <= 0xD7FF);
    };
  }
}
