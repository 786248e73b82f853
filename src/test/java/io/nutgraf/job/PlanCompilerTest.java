package io.nutgraf.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.nutgraf.testing.SparkExtension;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class PlanCompilerTest {
  private static final String WHOLE_STAGE = "spark.sql.codegen.wholeStage";

  @Test
  void fewArticlesAreInterpretedAndManyCompiled() {
    assertThat(PlanCompiler.settings(70)).containsEntry(WHOLE_STAGE, "false");
    assertThat(PlanCompiler.settings(1_000_000)).isEmpty();
    assertThat(PlanCompiler.settings(PlanCompiler.readForChanges(150_000))).isNotEmpty();
    assertThat(PlanCompiler.settings(PlanCompiler.readForChanges(300_000))).isEmpty();
  }

  /** The session of the tests is started with it. */
  @Test
  void whatSparkIsStartedWithStays(SparkSession spark) {
    PlanCompiler.expect(spark, 70);
    assertThat(spark.conf().get(WHOLE_STAGE)).isEqualTo("true");

    PlanCompiler.reset(spark);
    assertThat(spark.conf().get(WHOLE_STAGE)).isEqualTo("true");
  }
}
