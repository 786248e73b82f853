package io.nutgraf.job;

import java.util.Locale;

/** How a run ends, with the exit code of the process. */
public enum Outcome {
  PUBLISHED(0),
  FAILED(1),
  WRONG_USAGE(2),
  GATE_FAILED(3),
  LOCKED(4),
  INPUT_MISSING(5);

  private final int exitCode;

  Outcome(int exitCode) {
    this.exitCode = exitCode;
  }

  public int exitCode() {
    return exitCode;
  }

  /** As the status in run.json. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
