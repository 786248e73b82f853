package io.nutgraf.warehouse;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The manifests of a warehouse, {@code control/manifests/00000042.json}. The one with the highest
 * number is what is published; {@code control/CURRENT} names it for readers.
 */
final class Manifests {
  private static final String NAME = "[0-9]{8}[.]json";
  private static final Pattern NAME_IN_CURRENT = Pattern.compile("manifests/([0-9]{8})[.]json");
  private static final int MAX_LOOKS = 3;

  private final Warehouse warehouse;

  Manifests(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /**
   * What is published; without nights when nothing is.
   *
   * @throws LostManifestException when {@code CURRENT} names a newer one than there is. That it
   *     names an older one, or is not there, is how a run that died leaves it
   */
  Manifest newest() throws IOException {
    // Looked at first, or a run that publishes in between would look like a loss.
    String named = current().strip();
    Manifest newest = newestThere();
    Matcher name = NAME_IN_CURRENT.matcher(named);
    if (name.matches() && Long.parseLong(name.group(1)) > newest.number()) {
      throw new LostManifestException(warehouse.controlFile("CURRENT"), named, newest);
    }
    return newest;
  }

  /** The newest that there is, whatever {@code CURRENT} names. */
  Manifest newestThere() throws IOException {
    return readNewest(
            warehouse.files(),
            warehouse.controlFile(""),
            file -> Json.parse(warehouse.wholeFile().read(file), Manifest.class))
        .orElse(Manifest.EMPTY);
  }

  /** What {@code CURRENT} says; empty when it is not there. */
  String current() throws IOException {
    Path current = warehouse.controlFile("CURRENT");
    return warehouse.files().exists(current) ? warehouse.wholeFile().read(current) : "";
  }

  /** Is another one once something else is published, or readers are told. */
  String state() throws IOException {
    return current() + newestFile(warehouse.files(), warehouse.controlFile("")).orElse(null);
  }

  /** What is done with a file. */
  interface Reading<T> {
    T read(Path file) throws IOException;
  }

  /** Reads the newest manifest in a control folder; empty when there is none. */
  static <T> Optional<T> readNewest(FileSystem files, Path control, Reading<T> reading)
      throws IOException {
    for (int look = 1; ; look++) {
      Optional<Path> newest = newestFile(files, control);
      try {
        return newest.isEmpty() ? Optional.empty() : Optional.of(reading.read(newest.get()));
      } catch (FileNotFoundException e) {
        // A takedown deletes all but the one it publishes: there is a newer one now.
        if (look == MAX_LOOKS) {
          throw e;
        }
      }
    }
  }

  private static Optional<Path> newestFile(FileSystem files, Path control) throws IOException {
    return all(files, control).stream()
        .map(FileStatus::getPath)
        .filter(path -> path.getName().matches(NAME))
        .max(Comparator.comparing(Path::getName));
  }

  /** The commit: from here on it is this manifest that counts. */
  void commit(Manifest manifest) throws IOException {
    warehouse.wholeFile().write(file(manifest), Json.format(manifest));
  }

  /** Names the newest manifest for readers; never an older one, whoever woke up late. */
  void point(Manifest manifest) throws IOException {
    String name = file(manifest).getName();
    if (newestFile(warehouse.files(), warehouse.controlFile(""))
        .filter(newest -> newest.getName().compareTo(name) > 0)
        .isPresent()) {
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
    for (FileStatus file : all(warehouse.files(), warehouse.controlFile(""))) {
      String name = file.getPath().getName();
      if (name.matches(NAME) && Long.parseLong(name.substring(0, 8)) < newest.number() - keep) {
        warehouse.files().delete(file.getPath(), /* recursive= */ false);
      }
    }
  }

  private static List<FileStatus> all(FileSystem files, Path control) throws IOException {
    return Listing.of(files, new Path(control, "manifests"));
  }

  private Path file(Manifest manifest) {
    return warehouse.controlFile("manifests/%08d.json".formatted(manifest.number()));
  }
}
