package io.nutgraf.warehouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Publications under way, {@code control/journal/RUN.json}. Written before the first folder is
 * moved and deleted after the last step; whoever finds one finishes it. Every step can be repeated.
 */
final class Journal {
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
    Path folder = warehouse.controlFile("journal");
    List<Publication> found = new ArrayList<>();
    if (warehouse.files().exists(folder)) {
      for (FileStatus file : warehouse.files().listStatus(folder)) {
        if (file.getPath().getName().endsWith(".json")) {
          found.add(parse(file.getPath()));
        }
      }
    }
    return found;
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
    for (Publication.Move move : publication.moves()) {
      held.check();
      carryOut(move);
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
   * Rename onto an existing folder would put the one inside the other and still say true, so what
   * is there is looked at before and after.
   */
  private void carryOut(Publication.Move move) throws IOException {
    FileSystem files = warehouse.files();
    Path from = warehouse.below(move.from());
    Path to = warehouse.below(move.to());
    if (files.exists(to)) {
      return;
    }
    if (!files.exists(from)) {
      throw new IOException(
          "Cannot finish publishing: neither %s nor %s is there. Bring one back from a backup, or"
                  .formatted(from, to)
              + " delete the file in control/journal and run the night again");
    }
    files.mkdirs(to.getParent());
    if (!files.rename(from, to) || files.exists(from) || !files.exists(to)) {
      throw new IOException(
          "Could not move %s to %s. Check the permissions and the free space there, and run again"
              .formatted(from, to));
    }
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
