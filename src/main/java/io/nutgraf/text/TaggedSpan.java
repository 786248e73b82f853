package io.nutgraf.text;

/**
 * A name that the {@link Tagger} found in a text.
 *
 * @param start first UTF-16 unit of the name
 * @param end the UTF-16 unit after its last
 * @param type what the name stands for
 */
public record TaggedSpan(int start, int end, Type type) {

  /** What a name stands for. */
  public enum Type {
    PERSON,
    ORGANISATION,
    /** A state, town, region, river, building. */
    LOCATION,
    /** A nationality, a religion, the followers of a party. */
    OTHER
  }

  public TaggedSpan {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException(
          "A span must start at 0 or later and not be empty, but is " + start + ".." + end);
    }
  }

  /** The name as it stands in its text. */
  public String in(String text) {
    return text.substring(start, end);
  }
}
