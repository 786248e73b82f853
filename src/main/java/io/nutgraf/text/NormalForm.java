package io.nutgraf.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The words of a text and nothing else: NFKC, lower case (root locale), letters and digits kept,
 * everything else one blank between words. Two paragraphs are exact copies when their normal forms
 * are equal.
 *
 * <p>Punctuation and quotes stay out because outlets typeset the same wire copy differently; digits
 * stay in because "12 killed" is not "30 killed".
 *
 * <p>This is the plain reference; {@link ParagraphScanner} gives the same bytes from UTF-8 without
 * making strings.
 */
public final class NormalForm {
  /** Changes whenever any text gets another normal form or hash; part of every run's versions. */
  public static final String VERSION = "1";

  private NormalForm() {}

  /** The normal form; empty when the text has no letter or digit. Never null. */
  public static String of(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder words = new StringBuilder(folded.length());
    boolean isBetweenWords = false;
    for (int i = 0; i < folded.length(); ) {
      int c = folded.codePointAt(i);
      i += Character.charCount(c);
      if (!Character.isLetterOrDigit(c)) {
        isBetweenWords = true;
        continue;
      }
      if (isBetweenWords && !words.isEmpty()) {
        words.append(' ');
      }
      isBetweenWords = false;
      words.appendCodePoint(c);
    }
    return words.toString();
  }
}
