package io.nutgraf.cooccurrence;

import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;

import org.apache.spark.sql.Column;

/** Pairs made inside one row, so that no table is ever joined with itself. */
final class Pairs {
  private Pairs() {}

  /**
   * All pairs of a sorted array without repeats, as {@code array<struct<a, b>>} with a before b: n
   * (n-1) / 2 of them.
   */
  static Column of(Column sorted) {
    return flatten(
        transform(
            sorted,
            (a, i) ->
                transform(
                    slice(sorted, i.plus(2), size(sorted)), b -> struct(a.as("a"), b.as("b")))));
  }
}
