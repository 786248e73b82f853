package io.nutgraf.warehouse;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * Compares what is published with what the manifest says: every file is read from end to end on the
 * executors, and the folders are looked through for files that nobody published.
 *
 * <p>It takes no lock. Where a run publishes meanwhile, what looks wrong may only be replaced, so
 * it looks again, with the newer manifest. Files that a run is making, or was when it died, are no
 * faults: the next run removes them.
 */
public record VerifyFiles(SparkSession spark, Warehouse warehouse) {
  private static final int MAX_LOOKS = 3;
  private static final Pattern RUN_IN_PATH = Pattern.compile("/run=([^/]+)/");

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

  /**
   * Looks, and again while what it finds wrong may have been replaced.
   *
   * @throws FileNotFoundException when nothing is published there
   */
  public Finding apply() throws IOException {
    return apply(() -> {});
  }

  /** What happens between the manifest and the files. */
  interface Meanwhile {
    void happens() throws IOException;
  }

  Finding apply(Meanwhile meanwhile) throws IOException {
    Manifests manifests = new Manifests(warehouse);
    for (int look = 1; ; look++) {
      String before = manifests.state();
      Finding found = look(meanwhile);
      if (found.faults().isEmpty() || look == MAX_LOOKS || manifests.state().equals(before)) {
        return found;
      }
    }
  }

  private Finding look(Meanwhile meanwhile) throws IOException {
    Manifest manifest;
    try {
      manifest = warehouse.manifest();
    } catch (LostManifestException e) {
      String what = "is not there, but control/CURRENT names it; bring it back from a backup";
      return new Finding(0, 0, 0, List.of(new Fault("control/" + e.manifest(), what)));
    }
    if (manifest.number() == 0) {
      throw new FileNotFoundException(
          "No manifest under %s: nothing is published there. Give the folder of a warehouse with"
                  .formatted(warehouse.controlFile("manifests"))
              + " --warehouse");
    }
    meanwhile.happens();
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
    if (!faults.isEmpty()) {
      nameJournals(faults);
    }
    faults.sort(Comparator.comparing(Fault::path));
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
    List<Path> strangers = new ArrayList<>();
    for (String pattern : List.of("tables/*/date=*/*", "tables/*/date=*/run=*/*")) {
      for (FileStatus file : Listing.matching(warehouse.files(), warehouse.below(pattern))) {
        Path path = file.getPath();
        String relative = warehouse.relative(path);
        boolean isRetired =
            manifest.retired().stream()
                .anyMatch(retired -> relative.startsWith(retired.folder() + "/"));
        if (file.isFile()
            && path.getName().endsWith(".parquet")
            && !known.containsKey(relative)
            && !isRetired) {
          strangers.add(path);
        }
      }
    }
    // After the files: a run that began in between is among these, and has none of those.
    List<String> runs = new Recovery(warehouse).unfinishedRuns();
    for (Path stranger : strangers) {
      String relative = warehouse.relative(stranger);
      Matcher run = RUN_IN_PATH.matcher(relative);
      if (!run.find() || !runs.contains(run.group(1))) {
        faults.add(new Fault(relative, "is in no manifest"));
      }
    }
  }

  /** They may be why something is wrong. */
  private void nameJournals(List<Fault> faults) throws IOException {
    for (Path journal : new Journal(warehouse).journals()) {
      faults.add(
          new Fault(
              warehouse.relative(journal),
              "is there: a run publishes, or died while it did. When none is alive any more, start"
                  + " any command that changes the warehouse, which finishes it, and verify"
                  + " again"));
    }
  }

  private void checkPointer(Manifest manifest, List<Fault> faults) throws IOException {
    String wanted = Manifests.pointer(manifest);
    String current = new Manifests(warehouse).current();
    String found = current.isEmpty() ? "nothing" : current;
    if (manifest.number() > 0 && !found.equals(wanted)) {
      faults.add(
          new Fault(
              "control/CURRENT",
              "names %s, not %s; the next run mends it".formatted(found.strip(), wanted.strip())));
    }
  }
}
