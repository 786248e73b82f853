package io.nutgraf.warehouse;

/** Another run holds the warehouse. The message says which, and what to do. */
public final class LockedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LockedException(String message) {
    super(message);
  }
}
