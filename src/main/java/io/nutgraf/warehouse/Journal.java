package io.nutgraf.warehouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publications under way, {@code control/journal/RUN.json}. Written before the first folder is
 * moved and deleted after the last step; whoever finds one finishes it. Every step can be repeated.
 */
final class Journal {
  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

  private final Warehouse warehouse;
  private final Manifests manifests;

  Journal(Warehouse warehouse) {
    this.warehouse = warehouse;
    this.manifests = new Manifests(warehouse);
  }

  /** From here on the publication happens, whoever finishes it. */
  void prepare(Publication publication) throws IOException {
    warehouse.wholeFile().write(file(publication), Json.format(publication));
  }

  /** Publications that a run began and did not end. */
  List<Publication> unfinished() throws IOException {
    List<Publication> found = new ArrayList<>();
    for (Path file : journals()) {
      found.add(parse(file));
    }
    return found;
  }

  /** Their files. */
  List<Path> journals() throws IOException {
    return journals(warehouse.files(), warehouse.controlFile(""));
  }

  /** The same in a control folder of which no more is known. */
  static List<Path> journals(FileSystem files, Path control) throws IOException {
    return Listing.of(files, new Path(control, "journal")).stream()
        .map(FileStatus::getPath)
        .filter(file -> file.getName().endsWith(".json"))
        .toList();
  }

  /** Throws when the warehouse is no longer held. */
  interface Held {
    void check() throws IOException;
  }

  /** Does all that is not done yet. */
  void finish(Publication publication, Consumer<PublishStep> watcher) throws IOException {
    finish(publication, () -> {}, watcher);
  }

  /** The same for a run that may sleep meanwhile and be overtaken: it looks before every step. */
  void finish(Publication publication, Held held, Consumer<PublishStep> watcher)
      throws IOException {
    Map<String, Manifest.Night> nightByFolder = publication.nightByFolder();
    for (Publication.Move move : publication.moves()) {
      held.check();
      carryOut(move, publication, nightByFolder);
      watcher.accept(PublishStep.MOVED);
    }
    held.check();
    manifests.commit(publication.next());
    watcher.accept(PublishStep.COMMITTED);
    held.check();
    manifests.point(publication.next());
    watcher.accept(PublishStep.POINTED);
    drop(publication);
    watcher.accept(PublishStep.DONE);
  }

  /** From here on nobody finishes it: it is done, or its run was overtaken before it began. */
  void drop(Publication publication) throws IOException {
    warehouse.files().delete(file(publication), /* recursive= */ false);
  }

  /**
   * Makes a move that is not made yet; where a run died before, it may be. What is to be published
   * must be there with all its files in the end, or the manifest would name what nobody has.
   */
  private void carryOut(
      Publication.Move move, Publication publication, Map<String, Manifest.Night> nightByFolder)
      throws IOException {
    boolean isToThere = warehouse.files().exists(warehouse.below(move.to()));
    if (warehouse.files().exists(warehouse.below(move.from()))) {
      if (hasArrived(nightByFolder.get(move.from()))) {
        // A later move has brought it, into the place that this one cleared.
        return;
      }
      if (isToThere) {
        throw bothThere(move, publication);
      }
      rename(warehouse.below(move.from()), warehouse.below(move.to()));
    } else if (move.retires() && !isToThere) {
      LOG.warn("{} is lost; it is replaced, and nothing of it is kept", move.from());
    }
    if (!move.retires() && !hasArrived(nightByFolder.get(move.to()))) {
      throw notThere(move, publication);
    }
  }

  /** Whether what the publication brings into a folder is there, and not what was there before. */
  private boolean hasArrived(Manifest.Night night) throws IOException {
    return night != null && warehouse.holds(night);
  }

  /**
   * Rename onto an existing folder would put the one inside the other and still say true, so what
   * is there is looked at before and after.
   */
  private void rename(Path from, Path to) throws IOException {
    FileSystem files = warehouse.files();
    files.mkdirs(to.getParent());
    if (!files.rename(from, to) || files.exists(from) || !files.exists(to)) {
      throw new IOException(
          "Could not move %s to %s. Check the permissions and the free space there, and run again"
              .formatted(from, to));
    }
  }

  /**
   * Somebody put a folder there, or died in a rename that copies: of an object store, and of a
   * local disk from one mount to another. Such a one leaves a part of the files in each.
   */
  private IOException bothThere(Publication.Move move, Publication publication) {
    String gather =
        "bring those files that %s lists for the second folder together in the first, "
            .formatted(file(publication));
    return new IOException(
        "Cannot finish publishing run %s: %s should be moved to %s, but both are there."
                .formatted(
                    publication.runId(), warehouse.below(move.from()), warehouse.below(move.to()))
            + " Nothing is overwritten. If no other run is alive, "
            + (move.retires() ? "" : gather)
            + "take the second out of the warehouse, and start any command that changes the"
            + " warehouse: it goes on from there");
  }

  /** Without the journal a night is partly replaced, and snapshots must not be reckoned from it. */
  private IOException notThere(Publication.Move move, Publication publication) {
    return new IOException(
        "Cannot finish publishing run %s: %s is not there, and %s has not the files that it had."
                .formatted(
                    publication.runId(), warehouse.below(move.from()), warehouse.below(move.to()))
            + " Bring the first back from a backup and start any command that changes the"
            + " warehouse. If there is none, delete %s and the folder %s, and run the nights again"
                .formatted(file(publication), warehouse.below(SnapshotState.FOLDER))
            + " that nutgraf verify names then");
  }

  private Publication parse(Path file) throws IOException {
    try {
      return Json.parse(warehouse.wholeFile().read(file), Publication.class);
    } catch (JsonProcessingException e) {
      throw new IOException("Not a journal: " + file + ": " + e.getOriginalMessage(), e);
    }
  }

  private Path file(Publication publication) {
    return warehouse.controlFile("journal/" + publication.runId() + ".json");
  }
}
