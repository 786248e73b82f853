package io.nutgraf.quality;

/**
 * A check that a night must pass before it is published.
 *
 * @param name as in run.json
 * @param isPassed whether the night may be published as far as this check goes
 * @param detail what was found and what was allowed
 */
public record Gate(String name, boolean isPassed, String detail) {}
