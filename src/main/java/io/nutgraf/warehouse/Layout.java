package io.nutgraf.warehouse;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * How published nights lie in their folders. A warehouse keeps the layout of its first publication:
 * in one folder the two would take each other's files for what nobody published.
 */
public enum Layout {
  /**
   * {@code tables/TABLE/date=D/}: a night is moved there by one rename, and any glob reads it. For
   * file systems that rename a folder in one step: local disks and HDFS.
   */
  NIGHTS,
  /**
   * {@code tables/TABLE/date=D/run=R/}: written once, never moved, and no part of the table until
   * the manifest names it. For object stores, where a rename is a slow copy.
   */
  RUN_FOLDERS;

  private static final Set<String> OBJECT_STORES =
      Set.of("s3", "s3a", "s3n", "gs", "oss", "cosn", "obs", "wasb", "wasbs", "swift");

  /** The layout that suits a file system, by its scheme. */
  static Layout of(String scheme) {
    return OBJECT_STORES.contains(scheme) ? RUN_FOLDERS : NIGHTS;
  }

  /** The layout by which a night came to lie in a folder. */
  static Layout ofFolder(String folder) {
    return folder.contains("/run=") ? RUN_FOLDERS : NIGHTS;
  }

  /** As manifests and {@code --layout} name it. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The layout that a manifest names.
   *
   * @throws IOException when there is none of that name
   */
  static Layout ofWord(String word) throws IOException {
    return Arrays.stream(values())
        .filter(layout -> layout.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IOException(
                    "The warehouse has the layout %s, which this Nutgraf does not know; it knows %s"
                        .formatted(word, Arrays.stream(values()).map(Layout::word).toList())));
  }
}
