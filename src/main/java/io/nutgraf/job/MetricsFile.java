package io.nutgraf.job;

import io.nutgraf.setting.WrongSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file from which a Prometheus node exporter learns how the last run ended. It is written whole
 * or not at all, over what the run before left.
 */
final class MetricsFile {
  private static final Logger LOG = LoggerFactory.getLogger(MetricsFile.class);

  private final Path file;

  /**
   * @throws WrongSettingException when the file's folder is not there, so that this is known before
   *     the night and not after it
   */
  MetricsFile(String file) {
    this.file = Path.of(file).toAbsolutePath();
    if (!Files.isDirectory(this.file.getParent())) {
      throw new WrongSettingException(
          "--metrics-file is %s, but there is no folder %s on this machine; make it first"
              .formatted(file, this.file.getParent()));
    }
  }

  void write(RunReport report) {
    // Under a name that the exporter does not read.
    Path partial = file.resolveSibling(file.getFileName() + ".partial");
    try {
      Files.writeString(partial, RunMetrics.format(report));
      Files.move(
          partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      // What is published is published, whoever can see it.
      LOG.warn("No metrics are written to {}: {}", file, e.toString());
    }
  }
}
