package io.nutgraf.table;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;

/** Any number of rows for each row of a partition, made when they are asked for. */
public abstract class ExpandedRows implements Iterator<Row> {
  private final Iterator<Row> input;
  private final ArrayDeque<Row> ready = new ArrayDeque<>();
  private boolean isAtEnd;

  protected ExpandedRows(Iterator<Row> input) {
    this.input = input;
  }

  /** Gives out what the row makes. */
  protected abstract void expand(Row row);

  /** Gives out what is left after the last row. */
  protected void end() {}

  protected final void give(Row row) {
    ready.add(row);
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && !isAtEnd) {
      if (input.hasNext()) {
        expand(input.next());
      } else {
        isAtEnd = true;
        end();
      }
    }
    return !ready.isEmpty();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException("The partition has no more rows");
    }
    return ready.remove();
  }
}
