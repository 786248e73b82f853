package io.nutgraf.train;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Counts exact matches of span and label. Names that overlap an unsure mention count neither way.
 */
final class Score {
  private final Set<String> labels;
  private int found;
  private int expected;
  private int right;

  Score(Set<String> labels) {
    this.labels = labels;
  }

  void add(LabelledText gold, List<Name> names) {
    Set<Name> truth = new HashSet<>();
    for (Name name : gold.names()) {
      if (labels.contains(name.label())) {
        truth.add(name);
      }
    }
    expected += truth.size();
    for (Name name : names) {
      boolean isUnsure = gold.names().stream().anyMatch(n -> n.isUnsure() && n.overlaps(name));
      if (labels.contains(name.label()) && !isUnsure) {
        found++;
        right += truth.contains(name) ? 1 : 0;
      }
    }
  }

  int expected() {
    return expected;
  }

  double precision() {
    return found == 0 ? 0 : 100.0 * right / found;
  }

  double recall() {
    return expected == 0 ? 0 : 100.0 * right / expected;
  }

  double f1() {
    return found + expected == 0 ? 0 : 200.0 * right / (found + expected);
  }
}
