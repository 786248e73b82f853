package io.nutgraf.text;

import java.util.Arrays;

/**
 * The words and the hard punctuation of a text, each as a 64-bit hash of its folded letters with
 * its place in the text.
 *
 * <p>Words are runs of letters and digits, compared in lower case and without accents ({@link
 * FoldedLetters}). An apostrophe inside a word is dropped (O'Brien), a possessive one ends it
 * ("Kerry's", "the States'"): the word ends before it. Dots inside an acronym are dropped, so
 * "U.S." is "US" and ends after its last dot. Hyphens, blanks and all other signs separate words
 * and leave no trace. Hard punctuation ({@code , ; : ( ) [ ]}, double quotes, long dashes, line
 * breaks, and what ends a sentence) is a token of its own, so that no phrase runs across it unless
 * the phrase has it too. A dot after an initial or a usual abbreviation is not hard.
 *
 * <p>Two different words share a hash with P = 2^-64. Places are UTF-16 offsets. Not thread-safe:
 * the arrays are used again for the next text and stay as large as the longest one.
 */
public final class Tokens {
  private static final long SEED = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private char[] text = new char[1024];
  private int length;
  private int size;
  private long[] hashes = new long[256];
  private long[] capitals = new long[256];
  private int[] starts = new int[256];
  private int[] ends = new int[256];
  private byte[] kinds = new byte[256];

  private long hash;
  private long shape;
  private int letters;

  /** Reads a text; what was read before is forgotten. */
  public void read(String paragraph) {
    length = paragraph.length();
    if (text.length < length) {
      text = new char[Math.max(length, 2 * text.length)];
    }
    paragraph.getChars(0, length, text, 0);
    size = 0;
    for (int i = 0; i < length; ) {
      byte kind = CharacterKinds.of(text[i]);
      if (kind == CharacterKinds.WORD) {
        // A pictograph looks like a word until its second half is seen.
        i = Math.max(readWord(i), i + 1);
      } else {
        if (kind >= CharacterKinds.PAUSE) {
          readPunctuation(i, kind);
        }
        i++;
      }
    }
  }

  public int size() {
    return size;
  }

  /** Equal for words that differ in case, accents or dots only. */
  public long hash(int token) {
    return hashes[token];
  }

  /** Offset of its first character. */
  public int start(int token) {
    return starts[token];
  }

  /** Offset after its last character. */
  public int end(int token) {
    return ends[token];
  }

  /** Bit i is set when its i-th folded letter is a capital in the text; the first 64 only. */
  public long capitals(int token) {
    return capitals[token];
  }

  public boolean isCapitalised(int token) {
    return (capitals[token] & 1) != 0;
  }

  /** A word or number, not punctuation. */
  public boolean isWord(int token) {
    return kinds[token] == CharacterKinds.WORD;
  }

  /** A dot, an exclamation or question mark, or a line break. */
  public boolean endsSentence(int token) {
    return kinds[token] == CharacterKinds.STOP;
  }

  public boolean startsWithDigit(int token) {
    return Character.isDigit(text[starts[token]]);
  }

  /** Whether an apostrophe stands between this word and the next token. */
  public boolean isPossessive(int token) {
    return ends[token] < length && FoldedLetters.isApostrophe(text[ends[token]]);
  }

  /** The text from the first character of one token to the last of another. */
  public String surface(int first, int last) {
    return new String(text, starts[first], ends[last] - starts[first]);
  }

  /** The hash that a single word gets. */
  public static long hashOf(String word) {
    Tokens tokens = new Tokens();
    tokens.read(word);
    if (tokens.size != 1) {
      throw new IllegalArgumentException("Not a single word: '" + word + "'");
    }
    return tokens.hashes[0];
  }

  private int readWord(int from) {
    hash = SEED;
    shape = 0;
    letters = 0;
    int i = readLetters(from);
    int end = i;
    if (i < length && text[i] == '.') {
      if (isInitial(from, i)) {
        int after = readInitials(i);
        end = after - from > 2 ? after : i;
        i = after - from > 2 || shape != 0 ? after : i;
      } else if (i - from <= Abbreviations.LONGEST && Abbreviations.standsBeforeNames(finished())) {
        i++;
      }
    }
    if (letters > 0) {
      add(finished(), from, end, CharacterKinds.WORD);
      capitals[size - 1] = shape;
    }
    return skipPossessive(i);
  }

  private int readLetters(int from) {
    int i = from;
    while (i < length) {
      char c = text[i];
      if (c < 128) {
        char folded = CharacterKinds.foldedAscii(c);
        if (folded != 0) {
          append(folded, c != folded);
        } else if (c != '\'' || !isApostropheInside(i)) {
          return i;
        }
        i++;
      } else {
        int width = appendBeyondAscii(i);
        if (width == 0) {
          return i;
        }
        i += width;
      }
    }
    return i;
  }

  /** Characters taken; 0 when the word ends before this one. */
  private int appendBeyondAscii(int i) {
    int c = Character.codePointAt(text, i, length);
    String folded = FoldedLetters.fold(c);
    if (folded.equals(FoldedLetters.NONE)) {
      return FoldedLetters.isApostrophe(c) && isApostropheInside(i) ? 1 : 0;
    }
    boolean isCapital = Character.isUpperCase(c) || Character.isTitleCase(c);
    for (int k = 0; k < folded.length(); k++) {
      append(folded.charAt(k), isCapital && k == 0);
    }
    return Character.charCount(c);
  }

  private void append(char folded, boolean isCapital) {
    hash = (hash ^ folded) * PRIME;
    if (isCapital && letters < 64) {
      shape |= 1L << letters;
    }
    letters++;
  }

  private long finished() {
    long mixed = (hash ^ (hash >>> 32)) * 0x9E3779B97F4A7C15L;
    return mixed ^ (mixed >>> 29);
  }

  /** Takes the dots and letters of "U.S." from its first dot on. */
  private int readInitials(int firstDot) {
    int i = firstDot;
    while (i + 1 < length && text[i] == '.' && isInitial(i + 1, endOfLetter(i + 1))) {
      i = readLetters(i + 1);
    }
    return i < length && text[i] == '.' ? i + 1 : i;
  }

  private int endOfLetter(int i) {
    boolean isAlone = i + 1 >= length || !Character.isLetterOrDigit(text[i + 1]);
    return isAlone ? i + 1 : i;
  }

  private boolean isInitial(int from, int to) {
    return to - from == 1 && Character.isLetter(text[from]);
  }

  private boolean isApostropheInside(int i) {
    return i + 1 < length && Character.isLetterOrDigit(text[i + 1]) && skipPossessive(i) == i;
  }

  /** The place after "'s" when that ends a word here, else the same place. */
  private int skipPossessive(int i) {
    if (i + 1 >= length || !FoldedLetters.isApostrophe(text[i]) || (text[i + 1] | 0x20) != 's') {
      return i;
    }
    return i + 2 >= length || !Character.isLetterOrDigit(text[i + 2]) ? i + 2 : i;
  }

  private void readPunctuation(int i, byte kind) {
    char c = text[i];
    if (c == '.' && i + 1 < length && isInsideWord(text[i + 1])) {
      return;
    }
    hash = SEED;
    append(CharacterKinds.foldedPunctuation(c), false);
    add(finished(), i, i + 1, kind);
    capitals[size - 1] = 0;
  }

  /** "example.com" and "3.5" are two words without a stop between them. */
  private static boolean isInsideWord(char next) {
    return Character.isDigit(next) || Character.isLowerCase(next);
  }

  private void add(long tokenHash, int start, int end, byte kind) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * size);
      capitals = Arrays.copyOf(capitals, 2 * size);
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
      kinds = Arrays.copyOf(kinds, 2 * size);
    }
    hashes[size] = tokenHash;
    starts[size] = start;
    ends[size] = end;
    kinds[size] = kind;
    size++;
  }
}
