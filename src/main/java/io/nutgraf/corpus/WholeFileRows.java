package io.nutgraf.corpus;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.apache.spark.sql.Row;

/** A file that is quarantined as a whole: it counts as one record, with the file's stored bytes. */
final class WholeFileRows implements SplitRows {
  private final Queue<Row> rows;

  /**
   * @param stored the first bytes of the file as they are stored
   */
  WholeFileRows(InputFile file, byte[] stored, RejectedException why) {
    RawRecord record = new RawRecord(0, stored, file.length());
    rows =
        new ArrayDeque<>(
            List.of(
                RecordRows.quarantined(file, record, why, RecordName.of(file)),
                RecordRows.summary(file, 0, 1, 0)));
  }

  @Override
  public Row next() {
    return rows.poll();
  }

  @Override
  public void close() {}
}
