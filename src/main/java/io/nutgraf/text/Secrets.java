package io.nutgraf.text;

import java.util.regex.Pattern;

/**
 * Finds secrets by where they stand: before the {@code @} of a URI, or in a query under a name that
 * says so. Null gives null.
 */
public final class Secrets {
  /** What stands in the place of a secret; Spark writes the same. */
  public static final String HIDDEN = "*********(redacted)";

  /** Part of the name of a setting that must not be shown, as a regular expression. */
  public static final String NAMES =
      "(?i)secret|password|token|access[._-]?key|credential|private|sas";

  /**
   * What stands before the {@code @} of a URI, as a regular expression. The secret keys of S3 may
   * have slashes in them, a port has digits only; in Azure's URIs a container stands there. Spark
   * looks for it in every plan, so it tries nothing but what follows a {@code ://}.
   */
  public static final String USER_INFO =
      "(?i)(?<=[a-z0-9+.-]://)(?:[^\\s\"':/?#@]*:(?!\\d+/)[^\\s\"'@]*"
          + "|(?<!(?:abfss?|wasbs?)://)[^\\s\"':/?#@]*)(?=@)";

  private static final Pattern NAME = Pattern.compile(NAMES);
  private static final Pattern USER = Pattern.compile(USER_INFO);

  /** Signatures let their holder in, like the key they were made with. */
  private static final Pattern IN_QUERY =
      Pattern.compile(
          "(?i)([?&;](?:[^\\s=&#]*(?:%s|signature)[^\\s=&#]*|sig)=)[^\\s&#,\"']*"
              .formatted(NAMES.replace("(?i)", "")));

  private Secrets() {}

  /** Whether a setting of this name may be a secret. */
  public static boolean isName(String setting) {
    return NAME.matcher(setting).find();
  }

  /** A text with the secrets of all its URIs replaced. */
  public static String hide(String text) {
    if (text == null || text.indexOf(':') < 0) {
      return text;
    }
    String withoutUsers = USER.matcher(text).replaceAll(HIDDEN);
    return IN_QUERY.matcher(withoutUsers).replaceAll("$1" + HIDDEN);
  }
}
