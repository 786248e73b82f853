package io.nutgraf.job;

import io.nutgraf.setting.WrongSettingException;
import java.util.Arrays;
import java.util.Locale;

/** Reads the word of an option that has a few possible words. */
final class Choices {
  private Choices() {}

  /**
   * @throws WrongSettingException naming the option, the word found and the words it may be
   */
  static <E extends Enum<E>> E parse(Class<E> choices, String option, String word) {
    return Arrays.stream(choices.getEnumConstants())
        .filter(choice -> word(choice).equals(word.toLowerCase(Locale.ROOT).replace('_', '-')))
        .findFirst()
        .orElseThrow(
            () ->
                new WrongSettingException(
                    "%s is %s; give one of %s"
                        .formatted(
                            option,
                            word,
                            Arrays.stream(choices.getEnumConstants())
                                .map(Choices::word)
                                .toList())));
  }

  private static String word(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
