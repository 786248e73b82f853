package io.nutgraf.warehouse;

import io.nutgraf.table.Table;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which runs wrote the rows of each kept table. A run need not copy what it leaves as it is: it
 * adds a piece to those of earlier runs, or takes them over.
 *
 * @param byTable the pieces by the name of their table, oldest first
 */
record KeptPieces(Map<String, List<Piece>> byTable) {

  /**
   * What one run wrote of a table.
   *
   * @param rows how many
   */
  record Piece(String runId, long rows) {}

  KeptPieces {
    Map<String, List<Piece>> copy = new TreeMap<>();
    byTable.forEach((table, pieces) -> copy.put(table, List.copyOf(pieces)));
    byTable = Collections.unmodifiableMap(copy);
  }

  static KeptPieces none() {
    return new KeptPieces(Map.of());
  }

  List<Piece> of(Table table) {
    return byTable.getOrDefault(table.name(), List.of());
  }

  long rows(Table table) {
    return of(table).stream().mapToLong(Piece::rows).sum();
  }

  /** Whether a run's piece of a table is one of them. */
  boolean has(String table, String runId) {
    return byTable.getOrDefault(table, List.of()).stream()
        .anyMatch(piece -> piece.runId().equals(runId));
  }

  /** These with others of one table. */
  KeptPieces with(Table table, List<Piece> pieces) {
    Map<String, List<Piece>> others = new TreeMap<>(byTable);
    others.put(table.name(), pieces);
    return new KeptPieces(others);
  }
}
