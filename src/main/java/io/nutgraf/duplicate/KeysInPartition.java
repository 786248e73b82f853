package io.nutgraf.duplicate;

import io.nutgraf.text.CandidateKeys;
import io.nutgraf.text.OverlapFilter;
import java.util.Iterator;
import org.apache.spark.api.java.function.Function0;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/**
 * {@link KeysOfParagraph} -> {@link KeyBlocks} of those keys that are wanted.
 *
 * @param wanted asked once for a partition: to look up a broadcast takes a lock
 * @param areKnown whether the paragraphs are marked as such, whose pairs with each other are known
 */
record KeysInPartition(
    CandidateKeys keys,
    OverlapFilter filter,
    Function0<WantedKeys> wanted,
    boolean areKnown,
    int groups)
    implements MapPartitionsFunction<Row, Row> {

  @Override
  public Iterator<Row> call(Iterator<Row> keysOfParagraphs) throws Exception {
    return new KeyBlocks(keysOfParagraphs, this, wanted.call());
  }

  /** Where the paragraph meets others by a key, with what else the join must know of it. */
  long place(KeysOfParagraph own, int i) {
    long place = own.place(i, keys, filter);
    return areKnown ? OverlapFilter.known(place) : place;
  }
}
