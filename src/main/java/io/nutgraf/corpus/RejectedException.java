package io.nutgraf.corpus;

/** A record, or a whole file, that goes to quarantine. Common, so without a stack trace. */
final class RejectedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  RejectedException(Reason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
