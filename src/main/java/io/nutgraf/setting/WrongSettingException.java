package io.nutgraf.setting;

/**
 * An option, or a file that one names, is not as it must be; the message says which, what was found
 * and what is wanted. The command line ends with the code of wrong usage for this exception alone:
 * Hadoop, Spark and Java throw {@link IllegalArgumentException} for much that no person can mend by
 * typing something else, a host that cannot be found among it.
 */
public final class WrongSettingException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public WrongSettingException(String message) {
    super(message);
  }

  public WrongSettingException(String message, Throwable cause) {
    super(message, cause);
  }
}
