package io.nutgraf.warehouse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;

/**
 * Small files that are written whole or not at all, over what was there. A reader sees the old or
 * the new content, never a part: a rename over the old file where the file system can, one put
 * where it is an object store.
 */
final class WholeFile {
  private final FileSystem files;
  private final Layout layout;

  WholeFile(FileSystem files, Layout layout) {
    this.files = files;
    this.layout = layout;
  }

  void write(Path target, String content) throws IOException {
    byte[] bytes = content.getBytes(UTF_8);
    if (files instanceof LocalFileSystem local) {
      writeLocally(local.pathToFile(target), bytes);
    } else if (layout == Layout.RUN_FOLDERS) {
      try (OutputStream out = files.create(target, /* overwrite= */ true)) {
        out.write(bytes);
      }
    } else {
      Path partial = new Path(target.getParent(), "_" + target.getName() + ".partial");
      FileContext context = FileContext.getFileContext(files.getUri(), files.getConf());
      try (OutputStream out =
          context.create(
              partial,
              EnumSet.of(CreateFlag.CREATE, CreateFlag.OVERWRITE),
              Options.CreateOpts.createParent())) {
        out.write(bytes);
      }
      context.rename(partial, target, Options.Rename.OVERWRITE);
    }
  }

  String read(Path file) throws IOException {
    try (InputStream in = files.open(file)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  /** Hadoop's local file system would delete first and rename then. */
  private static void writeLocally(File target, byte[] bytes) throws IOException {
    Files.createDirectories(target.getParentFile().toPath());
    java.nio.file.Path partial =
        target.toPath().resolveSibling("_" + target.getName() + ".partial");
    Files.write(partial, bytes);
    Files.move(
        partial,
        target.toPath(),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
