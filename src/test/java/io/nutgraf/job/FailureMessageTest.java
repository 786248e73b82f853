package io.nutgraf.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nutgraf.testing.SparkExtension;
import io.nutgraf.text.Secrets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.api.java.function.ForeachFunction;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people read when a run fails. */
@ExtendWith(SparkExtension.class)
class FailureMessageTest {
  private static final String FULL = "/dev/full";

  @Test
  void ofATaskThatFoundTheDiskFullTheCauseIsToldAndWhatToDo(SparkSession spark) {
    assumeTrue(Files.exists(Path.of(FULL)), "No " + FULL + " on this machine");
    ForeachFunction<Long> write = number -> Files.writeString(Path.of(FULL), "a row");

    Throwable failure = catchThrowable(() -> spark.range(1).foreach(write));

    assertThat(failure.toString().lines()).as("Spark's own message").hasSizeGreaterThan(10);
    assertThat(FailureMessage.of(failure))
        .contains("No space left on device. A disk is full.", "SPARK_LOCAL_DIRS")
        .doesNotContain("\n");
  }

  @Test
  void whatFailedForWantOfMemorySaysWhereToGiveMore() {
    Throwable failure = new IllegalStateException("gathering", new OutOfMemoryError("heap"));

    assertThat(FailureMessage.of(failure)).contains("gathering. Not enough", "NUTGRAF_MEMORY");
  }

  @Test
  void anyOtherIsItsFirstLineWithoutSecrets() {
    Throwable failure = new IllegalStateException("cannot open s3://me:secret@bucket\n\tat Store");

    assertThat(FailureMessage.of(failure))
        .isEqualTo(
            "java.lang.IllegalStateException: cannot open s3://" + Secrets.HIDDEN + "@bucket");
  }
}
