package io.nutgraf.warehouse;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * The manifests of a warehouse, {@code control/manifests/00000042.json}. The one with the highest
 * number is what is published; {@code control/CURRENT} names it for readers.
 */
final class Manifests {
  private final Warehouse warehouse;

  Manifests(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /** What is published; without nights when nothing is. */
  Manifest newest() throws IOException {
    Optional<Path> newest = newestFile();
    return newest.isEmpty()
        ? Manifest.EMPTY
        : Json.parse(warehouse.wholeFile().read(newest.get()), Manifest.class);
  }

  /** The commit: from here on it is this manifest that counts. */
  void commit(Manifest manifest) throws IOException {
    warehouse.wholeFile().write(file(manifest), Json.format(manifest));
  }

  private Optional<Path> newestFile() throws IOException {
    return Arrays.stream(all())
        .map(FileStatus::getPath)
        .filter(path -> path.getName().matches("[0-9]{8}[.]json"))
        .max(Comparator.comparing(Path::getName));
  }

  /** Names the newest manifest for readers; never an older one, whoever woke up late. */
  void point(Manifest manifest) throws IOException {
    String name = file(manifest).getName();
    if (newestFile().filter(newest -> newest.getName().compareTo(name) > 0).isPresent()) {
      return;
    }
    warehouse.wholeFile().write(warehouse.controlFile("CURRENT"), pointer(manifest));
  }

  /** What CURRENT says when it names this manifest. */
  static String pointer(Manifest manifest) {
    return "manifests/%08d.json\n".formatted(manifest.number());
  }

  /** Deletes all manifests older than this one but for the last {@code keep}. */
  void prune(Manifest newest, int keep) throws IOException {
    for (FileStatus file : all()) {
      String name = file.getPath().getName();
      if (name.matches("[0-9]{8}[.]json")
          && Long.parseLong(name.substring(0, 8)) < newest.number() - keep) {
        warehouse.files().delete(file.getPath(), /* recursive= */ false);
      }
    }
  }

  private FileStatus[] all() throws IOException {
    Path folder = warehouse.controlFile("manifests");
    return warehouse.files().exists(folder)
        ? warehouse.files().listStatus(folder)
        : new FileStatus[0];
  }

  private Path file(Manifest manifest) {
    return warehouse.controlFile("manifests/%08d.json".formatted(manifest.number()));
  }
}
