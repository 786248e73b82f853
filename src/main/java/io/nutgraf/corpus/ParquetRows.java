package io.nutgraf.corpus;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;

/** The records of rows of Parquet files, streamed, with a summary after the rows of each file. */
final class ParquetRows implements Iterator<Row> {
  private static final int FIRST_CELL = 2;

  private final Iterator<Row> rows;
  private final List<String> columns;
  private final ColumnMapping mapping;
  private final ArticleMapper mapper;
  private Row waiting;
  private String url = "";
  private InputFile file;
  private long start;
  private long read;

  ParquetRows(Iterator<Row> rows, List<String> columns, ReadOptions options) {
    this.rows = rows;
    this.columns = columns;
    this.mapping = new ColumnMapping(options.columns());
    this.mapper = new ArticleMapper(options);
  }

  @Override
  public boolean hasNext() {
    return waiting != null || file != null || rows.hasNext();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException("No row is left");
    }
    Row row = waiting != null ? waiting : rows.hasNext() ? rows.next() : null;
    waiting = null;
    if (file != null && (row == null || !row.getString(0).equals(url))) {
      waiting = row;
      Row summary = RecordRows.summary(file, start, read, 0);
      file = null;
      return summary;
    }
    if (file == null) {
      url = row.getString(0);
      file = new InputFile(new Path(URI.create(url)).toString(), 0, InputFormat.PARQUET, "");
      start = row.getLong(1);
      read = 0;
    }
    read++;
    return record(row);
  }

  private Row record(Row row) {
    long index = row.getLong(1);
    Map<String, String> values = new HashMap<>();
    RawRecord cell = null;
    try {
      for (int i = 0; i < columns.size(); i++) {
        byte[] bytes = row.getAs(FIRST_CELL + i);
        if (bytes != null) {
          cell = new RawRecord(index, bytes, bytes.length);
          values.put(columns.get(i), cell.decode());
        }
      }
    } catch (RejectedException why) {
      return RecordRows.quarantined(file, cell, why, name(row));
    }
    try {
      return RecordRows.article(file, index, mapper.map(mapping.pick(values::get)));
    } catch (RejectedException why) {
      byte[] json = JsonObject.of(values).getBytes(StandardCharsets.UTF_8);
      return RecordRows.quarantined(file, new RawRecord(index, json, json.length), why, name(row));
    }
  }

  /** The cells that are not UTF-8 name nobody. */
  private RecordName name(Row row) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      byte[] bytes = row.getAs(FIRST_CELL + i);
      if (bytes != null) {
        values.put(columns.get(i), new String(bytes, StandardCharsets.UTF_8));
      }
    }
    return mapper.name(mapping.pick(values::get));
  }
}
