package io.nutgraf.corpus;

/** An input path that matches no file. The message names every such path. */
public final class InputMissingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InputMissingException(String message) {
    super(message);
  }
}
