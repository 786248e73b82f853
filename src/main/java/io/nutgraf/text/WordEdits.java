package io.nutgraf.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.List;

/**
 * How one wording became another, by the words of their normal forms.
 *
 * <p>A shortest edit after E. Myers, "An O(ND) difference algorithm and its variations", 1986, as
 * java-diff-utils has it; in memory linear in the words.
 *
 * @param inserted words of the later wording that the earlier has not
 * @param deleted words of the earlier wording that the later has not
 * @param isNumberChanged a stretch with a number was replaced by a stretch with another number;
 *     numbers that only came or went do not count
 */
public record WordEdits(int inserted, int deleted, boolean isNumberChanged) {

  /** From the earlier wording to the later, each as written. */
  public static WordEdits between(String earlier, String later) {
    int inserted = 0;
    int deleted = 0;
    boolean isNumberChanged = false;
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    int sourceEnd = 0;
    int targetEnd = 0;
    for (AbstractDelta<String> delta : deltas(words(earlier), words(later))) {
      Chunk<String> source = delta.getSource();
      Chunk<String> target = delta.getTarget();
      // The library may give a replaced stretch as a deletion and an insertion at one place.
      if (source.getPosition() > sourceEnd && target.getPosition() > targetEnd) {
        isNumberChanged |= isNumberChanged(numbers(before), numbers(after));
        before.clear();
        after.clear();
      }
      before.addAll(source.getLines());
      after.addAll(target.getLines());
      sourceEnd = source.getPosition() + source.size();
      targetEnd = target.getPosition() + target.size();
      deleted += source.size();
      inserted += target.size();
    }
    isNumberChanged |= isNumberChanged(numbers(before), numbers(after));
    return new WordEdits(inserted, deleted, isNumberChanged);
  }

  private static List<AbstractDelta<String>> deltas(List<String> earlier, List<String> later) {
    return DiffUtils.diff(earlier, later, MyersDiffWithLinearSpace.factory().create(String::equals))
        .getDeltas();
  }

  private static boolean isNumberChanged(List<String> before, List<String> after) {
    return !before.isEmpty() && !after.isEmpty() && !before.equals(after);
  }

  private static List<String> words(String text) {
    String normalForm = NormalForm.of(text);
    return normalForm.isEmpty() ? List.of() : List.of(normalForm.split(" "));
  }

  private static List<String> numbers(List<String> words) {
    return words.stream().map(NumberWords::digits).filter(digits -> !digits.isEmpty()).toList();
  }
}
