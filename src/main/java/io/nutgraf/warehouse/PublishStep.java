package io.nutgraf.warehouse;

/** How far a publication is, for those who watch it. */
public enum PublishStep {
  /** All tables were read back and are whole. */
  AUDITED,
  /** What will be done is written down: from here on a crash is finished by the next run. */
  PREPARED,
  /** One more folder is where it belongs. */
  MOVED,
  /** The new manifest counts. */
  COMMITTED,
  /** Readers are told. */
  POINTED,
  /** Nothing is left to do. */
  DONE
}
