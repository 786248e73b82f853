package io.nutgraf.actor;

import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;

/** The lines of a merge file; each applies to what is written so, or was taken for that actor. */
public final class Corrections implements Serializable {
  private static final long serialVersionUID = 1L;

  public static final Corrections NONE = new Corrections(List.of());

  private final LinkedHashMap<String, Correction> byFrom = new LinkedHashMap<>();

  Corrections(List<Correction> lines) {
    lines.forEach(line -> byFrom.put(line.from(), line));
  }

  /** Every line, in the order of the file. */
  public Collection<Correction> lines() {
    return Collections.unmodifiableCollection(byFrom.values());
  }

  public boolean isEmpty() {
    return byFrom.isEmpty();
  }

  /** The line that applies, the surface before the actor; null for none. */
  Correction of(String surface, String actorId) {
    Correction bySurface = byFrom.get(surface);
    return bySurface != null || actorId == null ? bySurface : byFrom.get(actorId);
  }
}
