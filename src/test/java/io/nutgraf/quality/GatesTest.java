package io.nutgraf.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;

class GatesTest {
  private static final Gates GATES = new Gates(10, 0.2, 0.5);
  private static final List<Long> USUAL = List.of(30L, 20L, 1_000L);

  @Test
  void aUsualNightPassesEachAtItsBound() {
    // 15 is half of the median 30; 4 of 20 records are a fifth, of which blank lines are none.
    Intake intake = new Intake(27, 15, 1, 4, 7, 0);

    assertThat(GATES.look(intake, List.of(20L, 30L, 40L)))
        .extracting(Gate::name, Gate::isPassed)
        .containsExactly(
            tuple("reconciliation", true),
            tuple("min_articles", true),
            tuple("max_quarantine_share", true),
            tuple("max_drop", true));
  }

  @Test
  void aRecordThatIsNotAccountedForFailsReconciliation() {
    assertThat(failed(new Intake(101, 100, 0, 0, 0, 0), USUAL)).containsExactly("reconciliation");
    assertThat(failed(new Intake(101, 100, 0, 0, 0, 1), USUAL)).isEmpty();
  }

  @Test
  void tooFewArticlesFail() {
    assertThat(failed(new Intake(9, 9, 0, 0, 0, 0), List.of())).containsExactly("min_articles");
  }

  @Test
  void tooManyRejectedRecordsFailAndBlankOnesAreNoneOfThem() {
    assertThat(failed(new Intake(125, 75, 0, 25, 25, 0), USUAL))
        .containsExactly("max_quarantine_share");
  }

  @Test
  void aNightFarBelowTheMedianOfThoseBeforeFails() {
    assertThat(failed(new Intake(14, 14, 0, 0, 0, 0), USUAL)).containsExactly("max_drop");
    assertThat(failed(new Intake(15, 15, 0, 0, 0, 0), USUAL)).isEmpty();
  }

  @Test
  void twoNightsDoNotSayWhatIsUsual() {
    assertThat(failed(new Intake(14, 14, 0, 0, 0, 0), List.of(1_000L, 1_000L))).isEmpty();
  }

  @Test
  void theDetailNamesWhatWasFoundAndWhatWasWanted() {
    assertThat(GATES.look(new Intake(14, 14, 0, 0, 0, 0), USUAL))
        .extracting(Gate::detail)
        .contains(
            "14 articles, at least 10 wanted",
            "0 of 14 records quarantined (0.00 %), at most 20.00 % allowed",
            "14 articles, the median of 3 nights before is 30; at least 15 wanted"
                + " ([30.0, 20.0, 1000.0])");
  }

  @Test
  void aShareIsBetweenNoneAndAll() {
    assertThatThrownBy(() -> new Gates(0, 1.1, 0)).hasMessageContaining("maxQuarantineShare");
    assertThatThrownBy(() -> new Gates(0, 0, Double.NaN)).hasMessageContaining("maxDrop");
  }

  private static List<String> failed(Intake intake, List<Long> before) {
    return GATES.look(intake, before).stream()
        .filter(gate -> !gate.isPassed())
        .map(Gate::name)
        .toList();
  }
}
