package io.nutgraf.warehouse;

import java.util.Map;

/**
 * A takedown that has not erased all yet, and what whoever finishes it must know; no content.
 *
 * @param runId the takedown
 * @param removedRows rows it takes out by table, for its receipt
 * @param sink what else is to be erased, as {@link Sink#options}; empty for nothing, null when an
 *     earlier version wrote it, which did not say
 * @param warehouseDone whether only the sink is left
 */
public record PendingErasure(
    String runId, Map<String, Long> removedRows, String sink, boolean warehouseDone) {

  public PendingErasure {
    removedRows = Map.copyOf(removedRows);
  }

  /** This one when the warehouse itself is done. */
  public PendingErasure withWarehouseDone() {
    return new PendingErasure(runId, removedRows, sink, /* warehouseDone= */ true);
  }

  /** Whether a sink is to be erased, and it is another than this one. */
  public boolean needsOtherThan(Sink given) {
    return sink != null && !sink.isEmpty() && !sink.equals(given.options());
  }
}
