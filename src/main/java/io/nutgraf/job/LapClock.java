package io.nutgraf.job;

/** Tells how long each of several things took that come one after another. */
final class LapClock {
  private long last = System.nanoTime();

  /** Seconds since it was last asked, or since the start. */
  double lap() {
    long now = System.nanoTime();
    double lap = (now - last) / 1e9;
    last = now;
    return lap;
  }
}
