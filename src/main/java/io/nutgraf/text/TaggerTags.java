package io.nutgraf.text;

/**
 * The tags of a token: outside, or the beginning, inside, last or only (unit) token of a name of
 * some kind (BILOU; L. Ratinov and D. Roth, "Design Challenges and Misconceptions in Named Entity
 * Recognition", CoNLL 2009).
 *
 * <p>A fifth kind (works, events, products, laws) is told apart so that it is not taken for an
 * actor; it is never reported.
 */
public final class TaggerTags {
  public static final int OUTSIDE = 0;
  public static final int BEGIN = 0;
  public static final int INSIDE = 1;
  public static final int LAST = 2;
  public static final int UNIT = 3;

  /** Kinds of names: person, organisation, location, other, and what is not reported. */
  public static final int KINDS = 5;

  /** Number of tags. */
  public static final int SIZE = 1 + 4 * KINDS;

  private static final TaggedSpan.Type[] TYPES = TaggedSpan.Type.values();

  /** The tag of a place (begin, inside, last, unit) in a name of a kind. */
  public static int tag(int kind, int place) {
    return 1 + 4 * kind + place;
  }

  static int kind(int tag) {
    return (tag - 1) >> 2;
  }

  static int place(int tag) {
    return (tag - 1) & 3;
  }

  /** The reported type of a kind, or null when it is not reported. */
  static TaggedSpan.Type type(int kind) {
    return kind < TYPES.length ? TYPES[kind] : null;
  }

  /** Whether the tag starts a name or stands outside, so that no name may be open before it. */
  public static boolean isEntry(int tag) {
    return tag == OUTSIDE || place(tag) == BEGIN || place(tag) == UNIT;
  }

  /** Whether the tag ends a name or stands outside, so that no name is open after it. */
  public static boolean isExit(int tag) {
    return tag == OUTSIDE || place(tag) == LAST || place(tag) == UNIT;
  }

  /** Whether the second tag may follow the first. */
  public static boolean follows(int first, int second) {
    if (isExit(first) || isEntry(second)) {
      return isExit(first) && isEntry(second);
    }
    return kind(first) == kind(second);
  }

  private TaggerTags() {}
}
