package io.nutgraf.cli;

import io.nutgraf.job.DataDictionary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code nutgraf schema}: the data dictionary, from the code that declares the tables. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    description = "Prints what each column of each published table means, in Markdown.")
final class SchemaCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().getOut().print(DataDictionary.markdown());
    spec.commandLine().getOut().flush();
  }
}
