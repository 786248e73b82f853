package io.nutgraf.job;

import io.nutgraf.warehouse.PublishStep;

/** Told of each table of a run, as it is made; of some by several threads. */
public interface Progress {

  /** A table is written. */
  void finished(String table, long rows, double seconds);

  /** Publishing has come this far. */
  default void publishing(PublishStep step) {}
}
