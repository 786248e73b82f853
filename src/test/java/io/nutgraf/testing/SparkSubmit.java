package io.nutgraf.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The shaded jar under spark-submit in client mode, as a user starts it. */
public final class SparkSubmit {
  public static final Path JAR = Path.of("target/nutgraf.jar");

  /** Written by the build before these tests: what a cluster brings, and nothing of ours. */
  private static final Path SPARK_JARS = Path.of("target/spark.classpath");

  private SparkSubmit() {}

  /** The jars of Spark and of what it needs. */
  public static List<String> sparkJars() throws IOException {
    return List.of(Files.readString(SPARK_JARS).strip().split(java.io.File.pathSeparator));
  }

  /**
   * Starts a run.
   *
   * @param output beside it go temporary files, so that a killed process leaves none elsewhere
   * @param arguments of Nutgraf
   */
  public static JavaProcess start(String master, Path output, String... arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "@jobs/java.options",
                "-Xmx2g",
                "-Djava.io.tmpdir=" + output.toAbsolutePath().getParent(),
                "-Dlog4j2.configurationFile=jobs/log4j2.properties",
                "-cp",
                String.join(java.io.File.pathSeparator, sparkJars()),
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                master));
    List<String> settings =
        List.of(
            "spark.ui.enabled=false",
            "spark.driver.host=127.0.0.1",
            "spark.driver.bindAddress=127.0.0.1",
            "spark.executor.memory=512m",
            "spark.executor.extraJavaOptions=" + String.join(" ", JavaProcess.SHORT_LIVED),
            "spark.sql.shuffle.partitions=2");
    for (String setting : settings) {
      command.addAll(List.of("--conf", setting));
    }
    command.addAll(List.of("--class", "io.nutgraf.cli.Nutgraf", JAR.toString()));
    command.addAll(List.of(arguments));
    return JavaProcess.start(output, Map.of(), command);
  }
}
