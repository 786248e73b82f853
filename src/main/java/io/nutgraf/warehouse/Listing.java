package io.nutgraf.warehouse;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What lies in a folder; nothing where the folder is not there, or has just been deleted. */
final class Listing {
  private static final Logger LOG = LoggerFactory.getLogger(Listing.class);

  private Listing() {}

  static List<FileStatus> of(FileSystem files, Path folder) throws IOException {
    try {
      return List.of(files.listStatus(folder));
    } catch (FileNotFoundException e) {
      LOG.debug("No folder {}", folder, e);
      return List.of();
    }
  }

  /** What fits a glob, in all folders. */
  static List<FileStatus> matching(FileSystem files, Path pattern) throws IOException {
    FileStatus[] found = files.globStatus(pattern);
    return found == null ? List.of() : List.of(found);
  }
}
