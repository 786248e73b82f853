package io.nutgraf.warehouse;

import java.util.Set;

/** How published nights lie in their folders. */
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
}
