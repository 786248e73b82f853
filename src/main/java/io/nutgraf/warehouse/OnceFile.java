package io.nutgraf.warehouse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Small files that of several who try at the same moment one creates. On a local disk and on HDFS
 * the file system itself sees to that; on an object store the store, if it honours {@code
 * If-None-Match} (Amazon S3 does, and Hadoop's S3A asks for it from 3.4.2 on). Whoever created one
 * reads it back before he believes it.
 */
final class OnceFile {
  private final FileSystem files;
  private final Layout layout;
  private final WholeFile wholeFile;

  OnceFile(Warehouse warehouse) {
    this.files = warehouse.files();
    this.layout = warehouse.layoutOfControl();
    this.wholeFile = warehouse.wholeFile();
  }

  /** Gives false when the file is there already, or is somebody else's once it is written. */
  boolean create(Path file, String content) throws IOException {
    if (layout == Layout.RUN_FOLDERS && files.exists(file)) {
      return false;
    }
    OutputStream out;
    try {
      out = open(file);
    } catch (FileAlreadyExistsException | java.nio.file.FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      // HDFS has other exceptions, too, for a file that somebody is writing.
      if (files.exists(file)) {
        return false;
      }
      throw e;
    }
    try (out) {
      out.write(content.getBytes(UTF_8));
    } catch (IOException e) {
      // Of a full disk an empty file is left, which nobody could tell from one being written.
      String written = read(file);
      if (content.startsWith(written) && !content.equals(written)) {
        files.delete(file, /* recursive= */ false);
        throw e;
      }
      // S3A has an exception of its own for a store that refuses when the file is closed; and a
      // request that was sent again is refused because of itself.
    }
    return read(file).equals(content);
  }

  /** Empty when it is not there. */
  private String read(Path file) throws IOException {
    try {
      return wholeFile.read(file);
    } catch (FileNotFoundException | NoSuchFileException e) {
      return "";
    }
  }

  private OutputStream open(Path file) throws IOException {
    if (files instanceof LocalFileSystem local) {
      // Hadoop's local file system looks first and creates then.
      java.nio.file.Path path = local.pathToFile(file).toPath();
      Files.createDirectories(path.getParent());
      return Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }
    FSDataOutputStreamBuilder<?, ?> builder = files.createFile(file);
    builder.overwrite(false).recursive();
    if (layout == Layout.RUN_FOLDERS) {
      builder.opt("fs.option.create.conditional.overwrite", true);
    }
    return builder.build();
  }
}
