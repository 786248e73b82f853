package io.nutgraf.warehouse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
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
    Path partial = new Path(folder, "_" + name + ".partial");
    try (OutputStream out = warehouse.files().create(partial, /* overwrite= */ true)) {
      out.write(content.getBytes(UTF_8));
    }
    warehouse.files().delete(target, /* recursive= */ false);
    if (!warehouse.files().rename(partial, target)) {
      throw new IOException("Could not move " + partial + " to " + target);
    }
    return target;
  }
}
