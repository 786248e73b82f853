package io.nutgraf.actor;

/** A dictionary cannot be used as it is. The message lists every fault. */
public final class DictionaryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DictionaryException(String message) {
    super(message);
  }
}
