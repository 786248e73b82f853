package io.nutgraf.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A sorted array of shingle hashes as bytes, eight a hash, little-endian: Spark copies bytes as
 * they are, but takes arrays of numbers apart one by one.
 */
public final class ShingleBytes {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private ShingleBytes() {}

  public static byte[] of(long[] shingles) {
    byte[] bytes = new byte[shingles.length * Long.BYTES];
    for (int i = 0; i < shingles.length; i++) {
      LONG.set(bytes, i * Long.BYTES, shingles[i]);
    }
    return bytes;
  }

  public static long[] toLongs(byte[] bytes) {
    long[] shingles = new long[bytes.length / Long.BYTES];
    for (int i = 0; i < shingles.length; i++) {
      shingles[i] = (long) LONG.get(bytes, i * Long.BYTES);
    }
    return shingles;
  }

  /** Shingles that the two have in common. */
  public static int overlap(byte[] a, byte[] b) {
    int common = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      long x = (long) LONG.get(a, i);
      long y = (long) LONG.get(b, j);
      common += x == y ? 1 : 0;
      i += x <= y ? Long.BYTES : 0;
      j += y <= x ? Long.BYTES : 0;
    }
    return common;
  }
}
