package io.nutgraf.cli;

import io.nutgraf.setting.WrongSettingException;
import java.util.List;

/** The words of option {@code --unit}. */
final class Units {
  private static final List<String> WORDS = List.of("sentence", "paragraph", "article");

  private Units() {}

  static String check(String unit) {
    if (!WORDS.contains(unit)) {
      throw new WrongSettingException("--unit is %s; give one of %s".formatted(unit, WORDS));
    }
    return unit;
  }
}
