package io.nutgraf.text;

/**
 * What is known of words before a text is read: clusters of words used alike, the usual case, and
 * where a word stands in known names. Looked up by hash.
 *
 * <p>An entry is an int: 12 bits of cluster number (0 = none), 2 bits of usual case, then 2 bits
 * (never to mostly) for each of the {@link #PLACES}.
 */
public final class TaggerLexicon {
  public static final int CASE_SHIFT = 12;
  public static final int PLACE_SHIFT = CASE_SHIFT + 2;

  /** First in a person's name, last in one, in a location's, in an organisation's, in a work's. */
  public static final int PLACES = 5;

  /** Longer than any path of a cluster, in bits. */
  static final int WHOLE_PATH = 30;

  private final int[] paths;
  private final TaggerTable words;
  private final int[] entries;
  private final TaggerTable names;
  private final int[] kinds;
  private final TaggerTable spellings;
  private final int[] groups;

  public TaggerLexicon(TaggerParameters parameters) {
    paths = parameters.clusterPaths();
    words = new TaggerTable(parameters.words());
    entries = words.place(parameters.words(), parameters.wordEntries());
    names = new TaggerTable(parameters.names());
    kinds = names.place(parameters.names(), parameters.nameKinds());
    spellings = new TaggerTable(parameters.spellings());
    groups = spellings.place(parameters.spellings(), parameters.spellingGroups());
  }

  /** The entry of a lower-cased word, or 0. */
  int entry(int word) {
    int place = words.find(word);
    return place < 0 ? 0 : entries[place];
  }

  /** The kinds of a known name of several words, as bits, or 0. */
  int nameKinds(int name) {
    int place = names.find(name);
    return place < 0 ? 0 : kinds[place];
  }

  /** The group of words of like use that a spelling belongs to, or 0. */
  int group(int spelling) {
    int place = spellings.find(spelling);
    return place < 0 ? 0 : groups[place];
  }

  /** The first bits of the path to an entry's cluster, or the whole path when it is shorter. */
  int path(int entry, int bits) {
    int path = paths[entry & ((1 << CASE_SHIFT) - 1)];
    int excess = 31 - Integer.numberOfLeadingZeros(path | 1) - bits;
    return excess > 0 ? path >>> excess : path;
  }

  static int usualCase(int entry) {
    return (entry >>> CASE_SHIFT) & 3;
  }

  static int places(int entry) {
    return entry >>> PLACE_SHIFT;
  }
}
