package io.nutgraf.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.MDC;

@Timeout(30)
class SideStepsTest {

  @Test
  void goOnBesideOthers() {
    CountDownLatch bothRun = new CountDownLatch(2);
    try (SideSteps beside = new SideSteps()) {
      SideSteps.Side<String> one = beside.start("one", () -> meet(bothRun, "a"));
      SideSteps.Side<String> other = beside.start("other", () -> meet(bothRun, "b"));

      assertThat(one.get() + other.get()).isEqualTo("ab");
    }
  }

  @Test
  void haveEndedWhenClosed() {
    AtomicBoolean hasEnded = new AtomicBoolean();
    CountDownLatch closing = new CountDownLatch(1);

    assertThatThrownBy(
            () -> {
              try (SideSteps beside = new SideSteps()) {
                beside.start(
                    "slow",
                    () -> {
                      await(closing);
                      sleep(200);
                      hasEnded.set(true);
                      return null;
                    });
                closing.countDown();
                throw new IllegalStateException("what went on failed");
              }
            })
        .hasMessage("what went on failed");
    assertThat(hasEnded).isTrue();
  }

  @Test
  void aFailureThatNobodyWaitedForIsThrownAtTheEnd() {
    assertThatThrownBy(() -> letFail("failing"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no space left");
  }

  @Test
  void whoWaitsGetsTheFailureAsItWas() {
    try (SideSteps beside = new SideSteps()) {
      SideSteps.Side<Object> side = beside.start("failing", SideStepsTest::fail);

      assertThatThrownBy(side::get)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("no space left");
    }
  }

  @Test
  void logLinesNameTheRun() {
    MDC.put("run", "night-1");
    try (SideSteps beside = new SideSteps()) {
      assertThat(beside.start("one", () -> MDC.get("run")).get()).isEqualTo("night-1");
    } finally {
      MDC.remove("run");
    }
  }

  @Test
  void ofTwoFailuresNoneIsLost() {
    assertThatThrownBy(() -> letFail("one", "other"))
        .hasMessage("no space left")
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
  }

  private static void letFail(String... names) {
    try (SideSteps beside = new SideSteps()) {
      for (String name : names) {
        beside.start(name, SideStepsTest::fail);
      }
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object fail() {
    throw new IllegalStateException("no space left");
  }

  private static String meet(CountDownLatch others, String result) {
    others.countDown();
    await(others);
    return result;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
