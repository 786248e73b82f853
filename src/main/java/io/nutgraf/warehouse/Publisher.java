package io.nutgraf.warehouse;

import io.nutgraf.table.Table;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Moves staged tables to where analysts read them: one rename a table, so that nobody sees half a
 * table of a night. What was there before goes to the trash of the run.
 */
public final class Publisher {
  private final Warehouse warehouse;
  private final StagedTables staged;
  private final String runId;

  public Publisher(Warehouse warehouse, StagedTables staged, String runId) {
    this.warehouse = warehouse;
    this.staged = staged;
    this.runId = runId;
  }

  /**
   * Publishes staged tables under a night.
   *
   * @throws IOException when a folder cannot be moved; it names the folder and where it is now
   */
  public void publish(List<Table> tables, LocalDate night) throws IOException {
    for (Table table : tables) {
      Path published = warehouse.nightFolder(table, night);
      if (warehouse.files().exists(published)) {
        move(published, new Path(warehouse.trashFolder(runId), table.name() + "/date=" + night));
      }
      move(staged.folder(table), published);
    }
  }

  /** Moves the snapshots of all nights but the newest {@code keep} to the trash. */
  public void keepNewest(List<Table> snapshots, int keep) throws IOException {
    for (Table table : snapshots) {
      List<LocalDate> nights = warehouse.nights(table);
      for (LocalDate old : nights.subList(0, Math.max(0, nights.size() - keep))) {
        move(
            warehouse.nightFolder(table, old),
            new Path(warehouse.trashFolder(runId), table.name() + "/date=" + old));
      }
    }
  }

  /** Rename onto an existing folder would put the one inside the other and still say true. */
  private void move(Path from, Path to) throws IOException {
    FileSystem files = warehouse.files();
    files.mkdirs(to.getParent());
    if (files.exists(to)) {
      throw new IOException(
          "Cannot move %s: %s is already there. Move it away and run again".formatted(from, to));
    }
    if (!files.rename(from, to) || files.exists(from) || !files.exists(to)) {
      throw new IOException(
          "Could not move %s to %s. Check the permissions and the free space there, and run again"
              .formatted(from, to));
    }
  }
}
