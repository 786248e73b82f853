package io.nutgraf.job;

/** A run that ended without publishing, for a reason that a person can act on. */
public final class NightException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Outcome outcome;

  public NightException(Outcome outcome, String message, Throwable cause) {
    super(message, cause);
    this.outcome = outcome;
  }

  public NightException(Outcome outcome, String message) {
    this(outcome, message, null);
  }

  public Outcome outcome() {
    return outcome;
  }
}
