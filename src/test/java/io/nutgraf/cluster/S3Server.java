package io.nutgraf.cluster;

import io.nutgraf.testing.Await;
import io.nutgraf.testing.JavaProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/** An S3 store of one bucket in a process of its own, on the loopback only. */
final class S3Server implements AutoCloseable {
  static final String BUCKET = "nutgraf";
  private static final String HOST = "127.0.0.1";

  private final JavaProcess process;
  private final int port;

  private S3Server(JavaProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  static S3Server start(Path folder) throws IOException {
    int port = freePort();
    // To this store a folder is a bucket.
    Files.createDirectories(folder.resolve("buckets").resolve(BUCKET));
    Path properties =
        Files.write(
            folder.resolve("s3proxy.properties"),
            List.of(
                "s3proxy.endpoint=http://%s:%d".formatted(HOST, port),
                "s3proxy.authorization=none",
                "jclouds.provider=filesystem-nio2",
                "jclouds.filesystem.basedir=" + folder.resolve("buckets"),
                "jclouds.identity=nobody",
                "jclouds.credential=none"));
    JavaProcess process =
        Servers.start(folder, "org.gaul.s3proxy.Main", "--properties", properties.toString());
    Await.until(
        "S3 is up; " + folder.resolve("server.log"), () -> !process.isAlive() || answers(port));
    return new S3Server(process, port);
  }

  /** Tells Hadoop where the bucket is. */
  void configure(Configuration hadoop) {
    String bucket = "fs.s3a.bucket.%s.".formatted(BUCKET);
    hadoop.set(bucket + "endpoint", "http://%s:%d".formatted(HOST, port));
    hadoop.set(bucket + "endpoint.region", "us-east-1");
    hadoop.set(bucket + "path.style.access", "true");
    hadoop.set(bucket + "connection.ssl.enabled", "false");
    hadoop.set(
        bucket + "aws.credentials.provider",
        "org.apache.hadoop.fs.s3a.AnonymousAWSCredentialsProvider");
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
