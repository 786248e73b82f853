package io.nutgraf.job;

/** Told of each table of a run, as it is made. */
public interface Progress {

  /** A table is begun. */
  void started(String table);

  /** A table is written. */
  void finished(String table, long rows, double seconds);
}
