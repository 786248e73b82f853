package io.nutgraf.warehouse;

import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.fs.Path;

/** The files a run leaves about itself. */
public final class RunFolder {
  private final Warehouse warehouse;
  private final Path folder;

  public RunFolder(Warehouse warehouse, String runId) {
    this.warehouse = warehouse;
    this.folder = warehouse.runFolder(runId);
  }

  /** Writes a file whole or not at all, replacing what was there. */
  public Path write(String name, String content) throws IOException {
    Path target = new Path(folder, name);
    warehouse.wholeFile().write(target, content);
    return target;
  }

  /** Reads a file; empty when it is not there. */
  public Optional<String> read(String name) throws IOException {
    Path file = new Path(folder, name);
    return warehouse.files().exists(file)
        ? Optional.of(warehouse.wholeFile().read(file))
        : Optional.empty();
  }
}
