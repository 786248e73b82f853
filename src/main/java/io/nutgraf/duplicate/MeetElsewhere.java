package io.nutgraf.duplicate;

import io.nutgraf.text.CandidateKeys;
import io.nutgraf.text.HashOrder;
import io.nutgraf.text.OverlapFilter;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.api.java.UDF4;

/** Whether two paragraphs are tried with each other in a bucket that was and is within the cap. */
record MeetElsewhere(
    CandidateKeys keys, OverlapFilter filter, Broadcast<HashOrder> order, CrowdedKeys crowded)
    implements UDF4<byte[], Integer, byte[], Integer, Boolean> {

  @Override
  public Boolean call(byte[] shinglesA, Integer wordsA, byte[] shinglesB, Integer wordsB) {
    KeysOfParagraph a = KeysOfParagraph.choose(shinglesA, wordsA, keys, order.value());
    KeysOfParagraph b = KeysOfParagraph.choose(shinglesB, wordsB, keys, order.value());
    int i = 0;
    int j = 0;
    while (i < a.size() && j < b.size()) {
      int byKey = Long.compare(a.key(i), b.key(j));
      if (byKey == 0
          && !crowded.has(a.key(i))
          && filter.mayMatch(a.place(i, keys, filter), b.place(j, keys, filter))) {
        return true;
      }
      i += byKey <= 0 ? 1 : 0;
      j += byKey >= 0 ? 1 : 0;
    }
    return false;
  }
}
