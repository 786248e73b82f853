package io.nutgraf.train;

/**
 * A name marked in a text.
 *
 * @param start first UTF-16 unit
 * @param end the unit after the last
 * @param label one of the constants here
 */
record Name(int start, int end, String label) {
  static final String PERSON = "PER";
  static final String ORGANISATION = "ORG";
  static final String LOCATION = "LOC";

  /** A nationality, a religion, the followers of a party. */
  static final String GROUP = "NORP";

  /** A work, event, product or law. */
  static final String WORK = "MISC";

  /** Something in it may be a name, but which words and of what kind cannot be told. */
  static final String UNSURE = "UNSURE";

  Name {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("A name must not be empty, but is " + start + ".." + end);
    }
  }

  boolean overlaps(Name other) {
    return start < other.end && other.start < end;
  }

  boolean isUnsure() {
    return label.equals(UNSURE);
  }

  Name as(String other) {
    return new Name(start, end, other);
  }

  String in(String text) {
    return text.substring(start, end);
  }
}
