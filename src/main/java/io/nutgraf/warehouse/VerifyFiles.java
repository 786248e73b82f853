package io.nutgraf.warehouse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * Compares what is published with what the manifest says: every file is read from end to end on the
 * executors, and the folders are looked through for files that nobody published.
 */
public record VerifyFiles(SparkSession spark, Warehouse warehouse) {

  /**
   * A published file that is not as it was.
   *
   * @param path below the root of the warehouse
   * @param what is wrong with it
   */
  public record Fault(String path, String what) {}

  /**
   * What was found.
   *
   * @param files that the manifest names
   * @param bytes that they should have
   */
  public record Finding(long manifest, int files, long bytes, List<Fault> faults) {
    public Finding {
      faults = List.copyOf(faults);
    }
  }

  public Finding apply() throws IOException {
    Manifest manifest = warehouse.manifest();
    Map<String, Manifest.DataFile> fileByPath = new LinkedHashMap<>();
    manifest
        .files()
        .forEach((path, file) -> fileByPath.put(warehouse.below(path).toString(), file));
    List<Fault> faults = new ArrayList<>();
    new Fingerprints(spark)
        .of(fileByPath.keySet())
        .forEach((path, found) -> compare(fileByPath.get(path), found, faults));
    findStrangers(manifest, faults);
    checkPointer(manifest, faults);
    faults.sort(java.util.Comparator.comparing(Fault::path));
    long bytes = fileByPath.values().stream().mapToLong(Manifest.DataFile::bytes).sum();
    return new Finding(manifest.number(), fileByPath.size(), bytes, faults);
  }

  private static void compare(Manifest.DataFile expected, Fingerprint found, List<Fault> faults) {
    if (found.fault() != null) {
      faults.add(new Fault(expected.path(), "cannot be read: " + found.fault()));
    } else if (found.bytes() != expected.bytes()) {
      faults.add(
          new Fault(
              expected.path(),
              "has %,d bytes, not %,d".formatted(found.bytes(), expected.bytes())));
    } else if (!found.sha256().equals(expected.sha256())) {
      faults.add(
          new Fault(
              expected.path(),
              "has changed: SHA-256 %s, not %s".formatted(found.sha256(), expected.sha256())));
    } else if (found.rows() != expected.rows()) {
      faults.add(
          new Fault(
              expected.path(), "has %,d rows, not %,d".formatted(found.rows(), expected.rows())));
    }
  }

  private void findStrangers(Manifest manifest, List<Fault> faults) throws IOException {
    Map<String, Manifest.DataFile> known = manifest.files();
    for (String pattern : List.of("tables/*/date=*/*", "tables/*/date=*/run=*/*")) {
      FileStatus[] found = warehouse.files().globStatus(warehouse.below(pattern));
      for (FileStatus file : found == null ? new FileStatus[0] : found) {
        Path path = file.getPath();
        String relative = warehouse.relative(path);
        boolean isRetired =
            manifest.retired().stream()
                .anyMatch(retired -> relative.startsWith(retired.folder() + "/"));
        if (file.isFile()
            && path.getName().endsWith(".parquet")
            && !known.containsKey(relative)
            && !isRetired) {
          faults.add(new Fault(relative, "is in no manifest"));
        }
      }
    }
  }

  private void checkPointer(Manifest manifest, List<Fault> faults) throws IOException {
    String wanted = Manifests.pointer(manifest);
    Path current = warehouse.controlFile("CURRENT");
    String found =
        warehouse.files().exists(current) ? warehouse.wholeFile().read(current) : "nothing";
    if (manifest.number() > 0 && !found.equals(wanted)) {
      faults.add(
          new Fault(
              "control/CURRENT",
              "names %s, not %s; the next run mends it".formatted(found.strip(), wanted.strip())));
    }
  }
}
