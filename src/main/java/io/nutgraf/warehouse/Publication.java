package io.nutgraf.warehouse;

import java.util.List;

/**
 * All that publishing a run takes, written down before the first step so that it can be finished by
 * somebody else.
 *
 * @param moves in this order
 * @param next the manifest once they are made
 */
record Publication(String runId, List<Move> moves, Manifest next) {

  /** A folder to rename; paths below the root of the warehouse. */
  record Move(String from, String to) {}

  Publication {
    moves = List.copyOf(moves);
  }
}
