package io.nutgraf.cluster;

import io.nutgraf.testing.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts a server from the class path that {@code src/test/servers/pom.xml} describes. */
final class Servers {
  /** Written by the build before these tests. */
  private static final Path CLASS_PATH = Path.of("target/servers.classpath");

  private Servers() {}

  /**
   * Starts one.
   *
   * @param folder for its data, its log and its temporary files
   */
  static JavaProcess start(Path folder, String main, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "-Xmx384m",
                "-Djava.io.tmpdir=" + folder,
                "-Dtest.build.data=" + folder.resolve("data"),
                "-Dlogback.configurationFile=src/test/servers/logback.xml",
                "-cp",
                Files.readString(CLASS_PATH).strip(),
                main));
    command.addAll(List.of(arguments));
    return JavaProcess.start(folder.resolve("server.log"), Map.of(), command);
  }
}
