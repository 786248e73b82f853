package io.nutgraf.duplicate;

import java.io.Serializable;

/** The keys by which somebody of interest can be met, by their ranks. */
@FunctionalInterface
interface WantedKeys extends Serializable {
  boolean has(long rank);
}
