package io.nutgraf.warehouse;

import io.nutgraf.setting.WrongSettingException;
import io.nutgraf.table.Table;
import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Writes nights of many small files again in fewer: the same rows. A cluster leaves a file for each
 * task, and readers pay for each file.
 *
 * @param targetBytes how large a file should be
 */
public record CompactNights(long targetBytes) {

  public CompactNights {
    if (targetBytes < 1) {
      throw new WrongSettingException("targetBytes must be positive, but is " + targetBytes);
    }
  }

  /**
   * Stages the nights of some tables that have more files than they need.
   *
   * @return how many files there are fewer
   * @throws IOException when a night has other rows once written
   */
  public int stage(List<Table> tables, PublishedTables published, StagedTables staged)
      throws IOException {
    int fewer = 0;
    for (Table table : tables) {
      for (Manifest.Night night : published.nights(table)) {
        long bytes = night.files().stream().mapToLong(Manifest.DataFile::bytes).sum();
        int wanted = (int) Math.max(1, (bytes + targetBytes - 1) / targetBytes);
        if (night.files().size() > wanted) {
          Dataset<Row> rows = published.read(table, List.of(night)).drop("date").coalesce(wanted);
          long written = staged.write(table, night.day(), rows).count();
          if (written != night.rows()) {
            throw new IOException(
                "Table %s of %s has %,d rows, but %,d once written again"
                    .formatted(table.name(), night.date(), night.rows(), written));
          }
          fewer += night.files().size() - wanted;
        }
      }
    }
    return fewer;
  }
}
