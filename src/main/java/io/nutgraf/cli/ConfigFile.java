package io.nutgraf.cli;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Options from a file: HOCON ({@code .conf}), JSON or Java properties. A key is a long option
 * without its dashes; what the command line gives wins.
 */
final class ConfigFile {
  private static final String OPTION = "--config";

  private ConfigFile() {}

  /**
   * The arguments with those of the file, if one is named, put after the command's name.
   *
   * @throws CommandLine.ParameterException for a file that cannot be read, or a key that is no
   *     option
   */
  static String[] expand(CommandLine program, String[] arguments) {
    String path = pathIn(arguments);
    CommandLine command = arguments.length == 0 ? null : program.getSubcommands().get(arguments[0]);
    if (path == null || command == null) {
      return arguments;
    }
    Set<String> given =
        Arrays.stream(arguments)
            .filter(argument -> argument.startsWith("--"))
            .map(argument -> argument.split("=", 2)[0])
            .collect(Collectors.toSet());
    List<String> expanded = new ArrayList<>(List.of(arguments[0]));
    read(command, path)
        .forEach(
            (key, value) -> {
              if (isForRunAlone(program, command, key)) {
                return;
              }
              OptionSpec option = optionFor(command, key, value);
              if (!given.contains("--" + key)) {
                expanded.addAll(asArguments(option, value));
              }
            });
    expanded.addAll(Arrays.asList(arguments).subList(1, arguments.length));
    return expanded.toArray(String[]::new);
  }

  private static String pathIn(String[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals(OPTION) && i + 1 < arguments.length) {
        return arguments[i + 1];
      }
      if (arguments[i].startsWith(OPTION + "=")) {
        return arguments[i].substring(OPTION.length() + 1);
      }
    }
    return null;
  }

  private static Map<String, ConfigValue> read(CommandLine command, String path) {
    File file = new File(path);
    if (!file.isFile()) {
      throw new CommandLine.ParameterException(
          command, "No configuration file %s; give an existing one with --config".formatted(path));
    }
    try {
      Config config = ConfigFactory.parseFile(file).resolve();
      return new TreeMap<>(config.root());
    } catch (ConfigException e) {
      throw new CommandLine.ParameterException(command, "Configuration: " + e.getMessage(), e);
    }
  }

  /** One file serves all commands, so what only {@code run} has is passed over by the others. */
  private static boolean isForRunAlone(CommandLine program, CommandLine command, String key) {
    CommandLine run = program.getSubcommands().get("run");
    return command != run
        && command.getCommandSpec().findOption("--" + key) == null
        && run.getCommandSpec().findOption("--" + key) != null;
  }

  private static OptionSpec optionFor(CommandLine command, String key, ConfigValue value) {
    OptionSpec option = command.getCommandSpec().findOption("--" + key);
    if (option == null || key.equals("config") || key.equals("help")) {
      throw new CommandLine.ParameterException(
          command,
          "%s: unknown key \"%s\"; did you mean \"%s\"?"
              .formatted(value.origin().description(), key, nearest(command, key)));
    }
    return option;
  }

  private static String nearest(CommandLine command, String key) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    return command.getCommandSpec().options().stream()
        .map(option -> option.longestName().replaceFirst("^--", ""))
        .filter(name -> !name.equals("help") && !name.equals("config"))
        .min(
            Comparator.<String>comparingInt(name -> distance.apply(name, key))
                .thenComparing(n -> n))
        .orElseThrow();
  }

  private static List<String> asArguments(OptionSpec option, ConfigValue value) {
    List<String> arguments = new ArrayList<>();
    if (value instanceof ConfigList list) {
      list.forEach(item -> arguments.addAll(asArguments(option, item)));
    } else if (value instanceof ConfigObject object) {
      new TreeMap<>(object)
          .forEach(
              (name, item) ->
                  arguments.addAll(List.of(option.longestName(), name + "=" + item.unwrapped())));
    } else if (option.type() == boolean.class) {
      arguments.add(option.longestName() + "=" + value.unwrapped());
    } else {
      arguments.addAll(List.of(option.longestName(), value.unwrapped().toString()));
    }
    return arguments;
  }
}
