package io.nutgraf.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.apache.commons.codec.digest.MurmurHash3;

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
  private static final byte[] FOLDED_ASCII = new byte[128];

  static {
    for (char c = 0; c < 128; c++) {
      FOLDED_ASCII[c] = (byte) (Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0);
    }
  }

  private byte[] text;
  private ParagraphBlocks blocks;
  private byte[] normal = new byte[4096];
  private int normalLength;
  private boolean isBetweenWords;
  private int words;
  private long[] hash;

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
    hash = MurmurHash3.hash128x64(normal, 0, normalLength, 0);
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
    return hash[0];
  }

  /** Second half of it. */
  public long h2() {
    return hash[1];
  }

  /** 64-bit hash of the paragraph as written, which tells spellings of the same words apart. */
  public long spelling() {
    return MurmurHash3.hash128x64(text, begin(), end() - begin(), 0)[0];
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
    isBetweenWords = true;
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
    return true;
  }

  /** Takes what is plain ASCII, in local variables for speed; gives where it ends. */
  private int appendAscii(int from, int to) {
    byte[] source = text;
    byte[] target = normal;
    int length = normalLength;
    int count = words;
    boolean isGap = isBetweenWords;
    int i = from;
    for (; i < to && source[i] >= 0; i++) {
      byte folded = FOLDED_ASCII[source[i]];
      if (folded == 0) {
        isGap = true;
      } else {
        if (isGap) {
          isGap = false;
          if (count++ > 0) {
            target[length++] = ' ';
          }
        }
        target[length++] = folded;
      }
    }
    normalLength = length;
    words = count;
    isBetweenWords = isGap;
    return i;
  }

  private boolean appendFolded(int c, int bytesToCome) {
    byte[] folded = FoldedCharacters.fold(c);
    if (folded == FoldedCharacters.DEPENDS_ON_NEIGHBOURS) {
      return false;
    }
    ensureCapacity(normalLength + folded.length + bytesToCome + 64);
    for (byte b : folded) {
      append(b == ' ' ? 0 : b);
    }
    return true;
  }

  /** Appends a byte of a word; 0 is a separator. */
  private void append(int b) {
    if (b == 0) {
      isBetweenWords = true;
      return;
    }
    if (isBetweenWords) {
      isBetweenWords = false;
      if (words++ > 0) {
        normal[normalLength++] = ' ';
      }
    }
    normal[normalLength++] = (byte) b;
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
