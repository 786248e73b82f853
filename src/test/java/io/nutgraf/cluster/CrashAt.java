package io.nutgraf.cluster;

import io.nutgraf.warehouse.PublishStep;
import java.util.function.Consumer;

/** Ends a night at a step of publishing, where no process need die to leave the same files. */
record CrashAt(PublishStep last) implements Consumer<PublishStep> {
  @Override
  public void accept(PublishStep step) {
    if (step == last) {
      throw new IllegalStateException("crash");
    }
  }
}
