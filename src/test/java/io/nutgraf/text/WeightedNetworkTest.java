package io.nutgraf.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WeightedNetworkTest {
  private static final double DAMPING = 0.85;

  /** The hub of a star of four has ((1 - d)/5 + d) / (1 + d). */
  @Test
  void theHubOfAStarIsCentral() {
    WeightedNetwork star =
        new WeightedNetwork(
            5, new int[] {0, 0, 0, 0}, new int[] {1, 2, 3, 4}, new long[] {3, 3, 3, 3});

    double[] ranks = star.pageRanks(DAMPING);

    assertThat(star.strengths()).containsExactly(12, 3, 3, 3, 3);
    assertThat(star.degrees()).containsExactly(4, 1, 1, 1, 1);
    assertThat(ranks[0]).isCloseTo((0.15 / 5 + DAMPING) / (1 + DAMPING), within(1e-10));
    assertThat(ranks[1]).isCloseTo((1 - ranks[0]) / 4, within(1e-10));
  }

  @Test
  void aPathIsTheSameFromBothEnds() {
    WeightedNetwork path =
        new WeightedNetwork(4, new int[] {0, 1, 2}, new int[] {1, 2, 3}, new long[] {1, 1, 1});

    double[] ranks = path.pageRanks(DAMPING);

    assertThat(ranks[0]).isCloseTo(ranks[3], within(1e-10)).isLessThan(ranks[1]);
    assertThat(ranks[1]).isCloseTo(ranks[2], within(1e-10));
    assertThat(Arrays.stream(ranks).sum()).isCloseTo(1, within(1e-10));
  }

  /** Without jumps a walk is at each node by its strength. */
  @Test
  void aWalkWithoutJumpsFollowsStrength() {
    WeightedNetwork triangle =
        new WeightedNetwork(3, new int[] {0, 0, 1}, new int[] {1, 2, 2}, new long[] {1, 2, 3});

    double[] ranks = triangle.pageRanks(1);

    assertThat(ranks[0]).isCloseTo(3 / 12.0, within(1e-9));
    assertThat(ranks[1]).isCloseTo(4 / 12.0, within(1e-9));
    assertThat(ranks[2]).isCloseTo(5 / 12.0, within(1e-9));
  }
}
