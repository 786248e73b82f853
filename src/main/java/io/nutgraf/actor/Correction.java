package io.nutgraf.actor;

import java.io.Serializable;

/**
 * What an analyst wants of a name.
 *
 * @param line in the merge file, counted from 1
 * @param from a surface or an actor's id
 * @param to the actor that is meant, or {@link #DROP}
 */
public record Correction(long line, String from, String to) implements Serializable {
  /** No actor is meant: the mention is dropped. */
  public static final String DROP = "!";
}
