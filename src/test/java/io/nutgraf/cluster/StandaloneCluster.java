package io.nutgraf.cluster;

import io.nutgraf.testing.JavaProcess;
import io.nutgraf.testing.SparkSubmit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A Spark standalone cluster: a master and two workers as processes, on the loopback only. */
final class StandaloneCluster implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final Pattern ADDRESS = Pattern.compile("at (spark://" + HOST + ":[0-9]+)");
  private static final Pattern REGISTERED = Pattern.compile("Registering worker " + HOST);
  private static final int WORKERS = 2;

  private final Path folder;
  private final List<JavaProcess> workers = new ArrayList<>();
  private final JavaProcess master;
  private final String address;

  private StandaloneCluster(Path folder) throws IOException {
    this.folder = folder;
    linkJars();
    master =
        start("master", "org.apache.spark.deploy.master.Master", "--host", HOST, "--port", "0");
    address = master.awaitOutput(ADDRESS, 1).get(0).group(1);
    for (int i = 0; i < WORKERS; i++) {
      String name = "worker-" + i;
      workers.add(
          start(
              name,
              "org.apache.spark.deploy.worker.Worker",
              "--host",
              HOST,
              "--cores",
              "1",
              "--memory",
              "1g",
              "--work-dir",
              folder.resolve(name).toString(),
              address));
    }
    master.awaitOutput(REGISTERED, WORKERS);
  }

  /**
   * @param folder for jars, logs and whatever the cluster leaves
   */
  static StandaloneCluster start(Path folder) throws IOException {
    return new StandaloneCluster(folder);
  }

  String address() {
    return address;
  }

  /** The processes that run tasks now. */
  List<ProcessHandle> executors() {
    return workers.stream()
        .flatMap(worker -> worker.children("CoarseGrainedExecutorBackend").stream())
        .toList();
  }

  /** A worker looks for the jars of its executors in the Spark home. */
  private void linkJars() throws IOException {
    Path jars = Files.createDirectories(folder.resolve("jars"));
    for (String jar : SparkSubmit.sparkJars()) {
      Path file = Path.of(jar);
      Files.createSymbolicLink(jars.resolve(file.getFileName()), file);
    }
  }

  private JavaProcess start(String name, String main, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "@jobs/java.options",
                "-Xmx256m",
                "-Djava.io.tmpdir=" + folder,
                "-Dspark.master.rest.enabled=false",
                "-cp",
                folder.resolve("jars") + "/*",
                main,
                "--webui-port",
                "0"));
    command.addAll(List.of(arguments));
    Map<String, String> environment =
        Map.of(
            "SPARK_HOME",
            folder.toString(),
            "SPARK_LOCAL_DIRS",
            folder.resolve("local").toString(),
            "SPARK_LOCAL_IP",
            HOST,
            "SPARK_LOCAL_HOSTNAME",
            HOST,
            "SPARK_SCALA_VERSION",
            "2.13");
    return JavaProcess.start(folder.resolve(name + ".log"), environment, command);
  }

  @Override
  public void close() {
    workers.forEach(JavaProcess::close);
    master.close();
  }
}
