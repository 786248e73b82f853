package io.nutgraf.actor;

/** Whether the statistical tagger looks for names that no dictionary has. */
public enum Tagging {
  ON,
  OFF
}
