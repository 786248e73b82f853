package io.nutgraf.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another process does: it cannot be told to call back. */
public final class Await {
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final Duration BETWEEN = Duration.ofMillis(10);

  private Await() {}

  /**
   * Waits, but not for ever.
   *
   * @param what is waited for, for the message when it does not come
   */
  public static void until(String what, BooleanSupplier isSo) {
    long start = System.nanoTime();
    while (!isSo.getAsBoolean()) {
      assertThat(Duration.ofNanos(System.nanoTime() - start)).as(what).isLessThan(LONGEST);
      LockSupport.parkNanos(BETWEEN.toNanos());
    }
  }
}
