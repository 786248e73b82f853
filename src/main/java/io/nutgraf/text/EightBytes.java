package io.nutgraf.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes in one number, the first in the lowest place, and what can be asked of all of them at
 * once (L. Lamport, "Multiple byte processing with full-word instructions", 1975). An answer has
 * the highest bit of each byte that it is true of.
 */
final class EightBytes {
  private static final long HIGHEST_BITS = 0x8080808080808080L;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;

  private EightBytes() {}

  static long get(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  /** This byte eight times. */
  static long of(char ascii) {
    return ONES * ascii;
  }

  /** Which equal a byte, up to the first that does; any bytes. */
  static long firstEqual(long eight, long wanted) {
    long zeros = eight ^ wanted;
    return (zeros - ONES) & ~zeros & HIGHEST_BITS;
  }

  /** The place, 0 to 7, of the first that is true in an answer. */
  static int first(long answer) {
    return Long.numberOfTrailingZeros(answer) >>> 3;
  }
}
