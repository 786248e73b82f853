package io.nutgraf.job;

import io.nutgraf.corpus.InputMissingException;
import io.nutgraf.warehouse.LockedException;
import io.nutgraf.warehouse.RunFolder;
import java.io.IOException;

/** Writes how a run ended into its run.json and onto its page, whatever it was that ended it. */
record RunEnd(RunFolder folder, RunReport report) {

  void published() throws IOException {
    report.ended(Outcome.PUBLISHED, "");
    write();
  }

  /** What cannot be written is added to what ended the run, and does not take its place. */
  void failed(Throwable failure) {
    Outcome outcome = outcome(failure);
    report.ended(
        outcome, outcome == Outcome.FAILED ? FailureMessage.of(failure) : failure.getMessage());
    try {
      write();
    } catch (IOException | RuntimeException | Error e) {
      // Java has a single OutOfMemoryError for when there is no memory for another.
      if (e != failure) {
        failure.addSuppressed(e);
      }
    }
  }

  /** Failed, unless it is one of the reasons that a person can act on. */
  static Outcome outcome(Throwable failure) {
    if (failure instanceof NightException known) {
      return known.outcome();
    }
    if (failure instanceof InputMissingException) {
      return Outcome.INPUT_MISSING;
    }
    return failure instanceof LockedException ? Outcome.LOCKED : Outcome.FAILED;
  }

  private void write() throws IOException {
    RunJson.write(folder, report);
    RunPage.write(folder, report);
  }
}
