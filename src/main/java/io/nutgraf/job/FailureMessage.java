package io.nutgraf.job;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What is told of a failure: its first line and, where whoever runs the job can mend it, how. Spark
 * puts the stack of a failed task into its message, some thirty lines; these are for the log.
 */
public final class FailureMessage {
  /** What is to be done where a failure was caused by what has these words. */
  private record Advice(String causeWords, String text) {}

  private static final List<Advice> ADVICE =
      List.of(
          new Advice(
              "No space left on device",
              "A disk is full. Spark's own files lie in spark.local.dir or SPARK_LOCAL_DIRS, in /tmp"
                  + " if neither is set; the tables of a run lie in the folder work of the"
                  + " warehouse. How much they take: docs/operation.md, Sizing"),
          new Advice(
              "OutOfMemoryError",
              "Not enough memory. Give more with --executor-memory and --driver-memory, or with"
                  + " NUTGRAF_MEMORY for jobs/local. How much is needed: docs/operation.md,"
                  + " Sizing"));

  private FailureMessage() {}

  /** One line, without secrets. */
  public static String of(Throwable failure) {
    String firstLine = failure.toString().lines().findFirst().orElse("");
    return Redaction.text(
        ADVICE.stream()
            .filter(advice -> isCausedBy(advice.causeWords(), failure))
            .map(advice -> firstLine + ". " + advice.text())
            .findFirst()
            .orElse(firstLine));
  }

  /** Of what failed on another machine Spark has the words only. */
  private static boolean isCausedBy(String words, Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(cause -> cause.toString().contains(words));
  }
}
