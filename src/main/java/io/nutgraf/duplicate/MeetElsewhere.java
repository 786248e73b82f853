package io.nutgraf.duplicate;

import io.nutgraf.text.CandidateKeys;
import io.nutgraf.text.HashOrder;
import io.nutgraf.text.OverlapFilter;
import io.nutgraf.text.ShingleBytes;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.api.java.UDF4;

/** Whether two paragraphs are tried with each other in a bucket that was and is within the cap. */
record MeetElsewhere(
    CandidateKeys keys, OverlapFilter filter, Broadcast<HashOrder> order, CrowdedKeys crowded)
    implements UDF4<byte[], Integer, byte[], Integer, Boolean> {

  @Override
  public Boolean call(byte[] shinglesA, Integer wordsA, byte[] shinglesB, Integer wordsB) {
    RankedSet a = ranked(shinglesA, wordsA);
    RankedSet b = ranked(shinglesB, wordsB);
    int i = 0;
    int j = 0;
    while (i < a.prefix() && j < b.prefix()) {
      int order = Long.compare(a.key(i), b.key(j));
      if (order == 0
          && !crowded.has(a.key(i))
          && filter.mayMatch(a.place(i, filter), b.place(j, filter))) {
        return true;
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return false;
  }

  private RankedSet ranked(byte[] shingles, int words) {
    return new RankedSet(ShingleBytes.toLongs(shingles), words, keys, order.value());
  }
}
