package io.nutgraf.quality;

/**
 * What became of the records of a night. Nothing may be lost between reading and publishing.
 *
 * @param read records seen by the readers
 * @param accepted articles taken in
 * @param superseded records that lost to a later one with the same article_id
 * @param quarantined rejected records, kept with their reason
 * @param blank blank lines and rows
 * @param forgotten articles that must not be taken in again, and rejected records that name one
 */
public record Intake(
    long read, long accepted, long superseded, long quarantined, long blank, long forgotten) {

  /** Whether every record that was read is accounted for. */
  public boolean addsUp() {
    return read == accepted + superseded + quarantined + blank + forgotten;
  }

  @Override
  public String toString() {
    return "read %,d = accepted %,d + superseded %,d + quarantined %,d + blank %,d%s"
        .formatted(
            read,
            accepted,
            superseded,
            quarantined,
            blank,
            forgotten == 0 ? "" : " + forgotten %,d".formatted(forgotten));
  }
}
