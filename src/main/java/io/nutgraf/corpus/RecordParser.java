package io.nutgraf.corpus;

import java.util.Map;

/** Reads the fields of an article from the bytes of one record. */
interface RecordParser {
  /**
   * The fields that are given; absent and null are the same.
   *
   * @throws RejectedException if the record breaks the rules of its format
   */
  Map<Field, String> parse(RawRecord record) throws RejectedException;
}
