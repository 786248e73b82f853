package io.nutgraf.job;

import io.nutgraf.text.Secrets;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps secrets out of what a run says of itself: run.json, the runs table, the page, messages and
 * the log. It is a net under a rule: secrets are never given in arguments.
 */
public final class Redaction {

  /** What a failure was, told without the secrets in it. */
  private static final class RedactedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The stack that counts is in the text. */
    RedactedException(String trace) {
      super(trace, null, /* enableSuppression= */ false, /* writableStackTrace= */ false);
    }
  }

  private Redaction() {}

  /** A text with the secrets of its URIs replaced. */
  public static String text(String text) {
    return Secrets.hide(text);
  }

  /** Settings by name, the values of those replaced that are or hold secrets. */
  static Map<String, String> parameters(Map<String, String> parameters) {
    Map<String, String> shown = new TreeMap<>();
    parameters.forEach(
        (name, value) ->
            shown.put(name, Secrets.isName(name) ? Secrets.HIDDEN : Secrets.hide(value)));
    return shown;
  }

  /** A failure fit for the log: itself, or if its messages hold secrets one without them. */
  public static Throwable throwable(Throwable failure) {
    StringWriter written = new StringWriter();
    failure.printStackTrace(new PrintWriter(written, /* autoFlush= */ true));
    String trace = written.toString();
    String shown = text(trace);
    return shown.equals(trace) ? failure : new RedactedException(shown);
  }
}
