package io.nutgraf.cli;

import io.nutgraf.setting.WrongSettingException;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Option;

/** Which night, or which nights one after another. */
final class NightOptions {
  private static final String PLACE = "{date}";

  @Option(
      names = "--date",
      paramLabel = "<yyyy-mm-dd>",
      description = "The night that the articles belong to, UTC.")
  private LocalDate date;

  @Option(
      names = "--from",
      paramLabel = "<yyyy-mm-dd>",
      description = "Instead of --date: the first of several nights, one after another.")
  private LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "<yyyy-mm-dd>",
      description = "With --from: the last of them. Only then are snapshots made.")
  private LocalDate to;

  @Option(
      names = "--snapshots",
      defaultValue = "true",
      fallbackValue = "true",
      arity = "0..1",
      paramLabel = "<true|false>",
      description =
          "Make the snapshots, too; if not, make them with nutgraf snapshots. Default:"
              + " ${DEFAULT-VALUE}.")
  private boolean wantsSnapshots;

  /**
   * The nights, in order.
   *
   * @throws WrongSettingException when it is not clear which
   */
  List<LocalDate> dates(List<String> inputs) {
    if (date != null && from == null && to == null) {
      return List.of(date);
    }
    if (date != null || from == null || to == null) {
      throw new WrongSettingException("Which night? Give --date <yyyy-mm-dd>, or --from and --to");
    }
    if (to.isBefore(from)) {
      throw new WrongSettingException("--from %s is after --to %s".formatted(from, to));
    }
    if (inputs.stream().noneMatch(input -> input.contains(PLACE))) {
      throw new WrongSettingException(
          "With --from and --to each night needs an input of its own: write {date} where the date"
              + " stands in --input");
    }
    return from.datesUntil(to.plusDays(1)).toList();
  }

  String inputOf(String input, LocalDate night) {
    return input.replace(PLACE, night.toString());
  }

  boolean makesSnapshots(boolean isLast) {
    return wantsSnapshots && isLast;
  }
}
