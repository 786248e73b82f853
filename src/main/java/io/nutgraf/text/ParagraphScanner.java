package io.nutgraf.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Splits a text in UTF-8 into paragraphs and gives each its hash: the kernel that all text runs
 * through.
 *
 * <p>The hash of a paragraph is MurmurHash3 x64 128 (Austin Appleby, 2011; seed 0) of the UTF-8
 * bytes of its {@link NormalForm}. At 10^10 distinct paragraphs two of them share a 64-bit hash
 * with P = 0.93, a 128-bit one with P = 10^-19.
 *
 * <p>Bytes go straight from the text to the hashed buffer. Not thread-safe; holds one buffer as
 * large as the longest paragraph seen.
 */
public final class ParagraphScanner {
  /** What ASCII becomes: letters and digits, and a blank for all others. */
  private static final byte[] FOLDED_ASCII = new byte[128];

  static {
    for (char c = 0; c < 128; c++) {
      FOLDED_ASCII[c] = (byte) (Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : ' ');
    }
  }

  private byte[] text;
  private ParagraphBlocks blocks;
  private byte[] normal = new byte[4096];
  private int normalLength;
  private int words;
  private final Murmur3 wordsHash = new Murmur3();
  private final Murmur3 spellingHash = new Murmur3();

  /** Starts on a text. It must be valid UTF-8. */
  public void start(byte[] utf8, ParagraphBreak paragraphBreak) {
    text = utf8;
    blocks = new ParagraphBlocks(utf8, paragraphBreak);
  }

  /** Steps to the next paragraph and hashes it; false at the end. */
  public boolean advance() {
    if (!blocks.advance()) {
      return false;
    }
    normalise(blocks.start(), blocks.end());
    wordsHash.hash(normal, 0, normalLength);
    return true;
  }

  /** Offset of the paragraph's first byte in the text. */
  public int begin() {
    return blocks.start();
  }

  /** Offset after the paragraph's last byte in the text. */
  public int end() {
    return blocks.end();
  }

  /** Words in the normal form. */
  public int words() {
    return words;
  }

  /** First half of the hash of the paragraph's words. */
  public long h1() {
    return wordsHash.h1();
  }

  /** Second half of it. */
  public long h2() {
    return wordsHash.h2();
  }

  /** 64-bit hash of the paragraph as written, which tells spellings of the same words apart. */
  public long spelling() {
    spellingHash.hash(text, begin(), end() - begin());
    return spellingHash.h1();
  }

  String normalForm() {
    return new String(normal, 0, normalLength, UTF_8);
  }

  private void normalise(int from, int to) {
    ensureCapacity((to - from) + 64);
    if (!normaliseAlone(from, to)) {
      normaliseByReference(from, to);
    }
  }

  /** False when some character's neighbours matter. */
  private boolean normaliseAlone(int from, int to) {
    normalLength = 0;
    words = 0;
    int i = from;
    while (i < to) {
      i = appendAscii(i, to);
      if (i < to) {
        int c = Utf8.codePointAt(text, i, to);
        i += Utf8.width(text[i]);
        if (!appendFolded(c, to - i)) {
          return false;
        }
      }
    }
    endLastWord();
    return true;
  }

  /**
   * Takes what is plain ASCII; gives where it ends. Without a branch: every byte is written, and
   * the next overwrites it when it was a blank after a blank. Where words end cannot be guessed by
   * a processor, and guessing wrong costs more than all the rest.
   */
  private int appendAscii(int from, int to) {
    byte[] source = text;
    byte[] target = normal;
    int length = normalLength;
    int ended = words;
    int isGap = isAfterGap() ? 1 : 0;
    int i = from;
    for (; i < to && source[i] >= 0; i++) {
      byte folded = FOLDED_ASCII[source[i]];
      int isBlank = ((folded ^ ' ') - 1) >>> 31;
      target[length] = folded;
      length += 1 - (isBlank & isGap);
      ended += isBlank & (isGap ^ 1);
      isGap = isBlank;
    }
    normalLength = length;
    words = ended;
    return i;
  }

  /** Whether a blank would be one too many. */
  private boolean isAfterGap() {
    return normalLength == 0 || normal[normalLength - 1] == ' ';
  }

  private void endLastWord() {
    if (!isAfterGap()) {
      words++;
    } else if (normalLength > 0) {
      normalLength--;
    }
  }

  private boolean appendFolded(int c, int bytesToCome) {
    byte[] folded = FoldedCharacters.fold(c);
    if (folded == FoldedCharacters.DEPENDS_ON_NEIGHBOURS) {
      return false;
    }
    ensureCapacity(normalLength + folded.length + bytesToCome + 64);
    for (byte b : folded) {
      if (b != ' ') {
        normal[normalLength++] = b;
      } else if (!isAfterGap()) {
        normal[normalLength++] = b;
        words++;
      }
    }
    return true;
  }

  private void normaliseByReference(int from, int to) {
    byte[] reference = NormalForm.of(new String(text, from, to - from, UTF_8)).getBytes(UTF_8);
    ensureCapacity(reference.length);
    System.arraycopy(reference, 0, normal, 0, reference.length);
    normalLength = reference.length;
    words = reference.length == 0 ? 0 : 1;
    for (byte b : reference) {
      words += b == ' ' ? 1 : 0;
    }
  }

  private void ensureCapacity(int bytes) {
    if (normal.length < bytes) {
      normal = Arrays.copyOf(normal, Math.max(bytes, normal.length * 2));
    }
  }
}
