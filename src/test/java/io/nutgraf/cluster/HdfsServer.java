package io.nutgraf.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nutgraf.testing.Await;
import io.nutgraf.testing.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** HDFS, a name node and two data nodes in a process of their own, on the loopback only. */
final class HdfsServer implements AutoCloseable {
  private final JavaProcess process;
  private final int port;

  private HdfsServer(JavaProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  static HdfsServer start(Path folder) throws IOException {
    Path details = folder.resolve("details.json");
    JavaProcess process =
        Servers.start(
            folder,
            "org.apache.hadoop.test.MiniDFSClusterManager",
            "-format",
            "-datanodes",
            "2",
            "-writeDetails",
            details.toString());
    Await.until(
        "HDFS is up; " + folder.resolve("server.log"),
        () -> !process.isAlive() || (Files.exists(details) && port(details) > 0));
    return new HdfsServer(process, port(details));
  }

  /** Where it is, for a Hadoop path. */
  String address() {
    return "hdfs://127.0.0.1:" + port;
  }

  /** The file may be there before it is whole. */
  private static int port(Path details) {
    try {
      JsonNode written = new ObjectMapper().readTree(details.toFile());
      return written.path("namenode_port").asInt();
    } catch (IOException e) {
      return 0;
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
