package io.nutgraf.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Stack;
import picocli.CommandLine;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Takes the files after an option, as many as the shell made of a pattern, up to whatever looks
 * like an option: picocli would take one that is mistyped for a file.
 */
final class FileNames implements IParameterConsumer {
  @Override
  public void consumeParameters(Stack<String> arguments, ArgSpec option, CommandSpec command) {
    if (arguments.isEmpty() || arguments.peek().startsWith("--")) {
      throw new CommandLine.MissingParameterException(
          command.commandLine(),
          option,
          "Missing file after option " + ((OptionSpec) option).longestName());
    }
    List<String> before = option.getValue();
    List<String> files = before == null ? new ArrayList<>() : new ArrayList<>(before);
    do {
      files.add(arguments.pop());
    } while (!arguments.isEmpty() && !arguments.peek().startsWith("-"));
    option.setValue(files);
  }
}
