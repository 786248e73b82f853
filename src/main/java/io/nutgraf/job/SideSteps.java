package io.nutgraf.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.slf4j.MDC;

/**
 * Steps that the next ones need not wait for, each in a thread of its own: of many small Spark jobs
 * one after the other, most leave cores idle.
 *
 * <p>Closing waits for all of them, whatever became of the steps that went on: nothing may be made
 * when the run has ended. It throws what a step threw that nobody has waited for. None is stopped
 * when another fails.
 */
final class SideSteps implements AutoCloseable {
  private final List<Side<?>> started = new ArrayList<>();

  /** What such a step will give. */
  static final class Side<T> {
    private final CompletableFuture<T> future;
    private boolean isAsked;

    private Side(CompletableFuture<T> future) {
      this.future = future;
    }

    /** Waits for it; throws what the step threw. */
    T get() {
      isAsked = true;
      try {
        return future.join();
      } catch (CompletionException e) {
        throw e.getCause() instanceof RuntimeException cause ? cause : e;
      }
    }
  }

  /**
   * Starts a step.
   *
   * @param name of its thread
   */
  <T> Side<T> start(String name, Supplier<T> step) {
    Map<String, String> context = MDC.getCopyOfContextMap();
    Side<T> side =
        new Side<>(
            CompletableFuture.supplyAsync(
                () -> {
                  // So that its log lines name the run, too.
                  MDC.setContextMap(context == null ? Map.of() : context);
                  return step.get();
                },
                task -> inThread("nutgraf-" + name, task)));
    started.add(side);
    return side;
  }

  @Override
  public void close() {
    RuntimeException failure = null;
    for (Side<?> side : started) {
      if (!side.isAsked) {
        failure = failureOf(side, failure);
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static RuntimeException failureOf(Side<?> side, RuntimeException before) {
    try {
      side.get();
      return before;
    } catch (RuntimeException e) {
      if (before == null) {
        return e;
      }
      before.addSuppressed(e);
      return before;
    }
  }

  /** A thread of its own has the class loader that the job's jar is in. */
  private static void inThread(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }
}
