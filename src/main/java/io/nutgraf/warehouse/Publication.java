package io.nutgraf.warehouse;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All that publishing a run takes, written down before the first step so that it can be finished by
 * somebody else.
 *
 * @param moves in this order
 * @param next the manifest once they are made
 */
record Publication(String runId, List<Move> moves, Manifest next) {

  /** A folder to rename; paths below the root of the warehouse. */
  record Move(String from, String to) {

    /** Whether what is moved is not published any more. */
    boolean retires() {
      return to.startsWith("trash/");
    }
  }

  Publication {
    moves = List.copyOf(moves);
  }

  /** What lies in a folder once all is done. */
  Map<String, Manifest.Night> nightByFolder() {
    return next.nights().stream()
        .collect(Collectors.toMap(Manifest.Night::folder, night -> night, (a, b) -> a));
  }
}
