package io.nutgraf.warehouse;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The lock of a warehouse as somebody found it.
 *
 * @param content of the file; empty or half a text where its writer died or found the disk full
 * @param lastSign of life: when the lock was written, or its owner's heart beat
 */
record FoundLock(String content, Instant lastSign) {

  /** None when the lock cannot be read. */
  Optional<LockOwner> owner() throws IOException {
    try {
      return Optional.ofNullable(LockOwner.parse(content)).filter(owner -> owner.runId() != null);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /**
   * @param now by the clock of the files
   */
  Duration silence(Instant now) {
    Duration silence = Duration.between(lastSign, now);
    return silence.isNegative() ? Duration.ZERO : silence;
  }

  /** A name for this lock alone, however often the warehouse is taken. */
  String key() {
    return UUID.nameUUIDFromBytes((content + lastSign).getBytes(UTF_8)).toString();
  }
}
