package io.nutgraf.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A Java program in a process of its own, which a test waits for, looks at and ends. */
public final class JavaProcess implements AutoCloseable {
  /** A small night has no use for the optimising compiler, but its code outgrows 48 MB. */
  static final List<String> SHORT_LIVED =
      List.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=256m");

  private static final long MINUTES = 5;
  private static final long SECONDS_TO_END = 10;

  private final Process process;
  private final Path output;

  private JavaProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /**
   * Starts a program.
   *
   * @param output the file for all that the program says
   * @param environment added to that of this process
   * @param arguments of the java command
   */
  public static JavaProcess start(
      Path output, Map<String, String> environment, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SHORT_LIVED);
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    return new JavaProcess(builder.start(), output);
  }

  /** Waits for the end of the program. */
  public int exitCode() throws InterruptedException {
    boolean hasEnded = process.waitFor(MINUTES, TimeUnit.MINUTES);
    assertThat(hasEnded).as("ends within five minutes; it said: %s", output()).isTrue();
    return process.exitValue();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the program has said something so many times; gives what it said each time. */
  public List<MatchResult> awaitOutput(Pattern pattern, int times) {
    Await.until(
        "%d times %s in %s".formatted(times, pattern, output),
        () -> {
          assertThat(process.isAlive()).as("runs; it said: %s", output()).isTrue();
          return pattern.matcher(output()).results().count() >= times;
        });
    return pattern.matcher(output()).results().toList();
  }

  /** Programs that this one started, by a word of their command line. */
  public List<ProcessHandle> children(String word) {
    return process
        .descendants()
        .filter(child -> child.info().commandLine().orElse("").contains(word))
        .toList();
  }

  /** Asks the program and those that it started to end, and makes those end that do not. */
  @Override
  public void close() {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    all.forEach(ProcessHandle::destroy);
    for (ProcessHandle one : all) {
      one.onExit().completeOnTimeout(one, SECONDS_TO_END, TimeUnit.SECONDS).join();
      one.destroyForcibly();
      one.onExit().join();
    }
  }
}
