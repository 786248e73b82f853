package io.nutgraf.actor;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The dictionary formats that are read as they are. */
public enum DictionaryFormat {
  /** Ours: CSV with a header, {@code actor_id,name,type} and more. */
  CSV,
  /** CAMEO, TABARI and PETRARCH actors: {@code JOHN_KERRY_ [USAGOV >130201]}. */
  CAMEO_ACTORS,
  /**
   * CAMEO, TABARI and PETRARCH agents: <code>FOREIGN_MINISTER {FOREIGN_MINISTERS} [~GOV]</code>.
   */
  CAMEO_AGENTS,
  /** JRC-Names: number, type, language and name with plus signs, between tabs. */
  JRC_NAMES,
  /** ICEWS actors: a table with {@code ||} between the aliases. */
  ICEWS;

  private static final Pattern CODE = Pattern.compile("\\[[^\\]\\[]*\\]");
  private static final Pattern AGENT_CODE = Pattern.compile("\\[\\s*(~[^\\]]*|[^\\]]*~\\s*)\\]");
  private static final Pattern JRC_LINE = Pattern.compile("\\d+\\t[^\\t]+\\t[^\\t]+\\t\\S.*");

  /**
   * Tells the format of a dictionary from its first lines.
   *
   * @throws DictionaryException if they look like none of the formats
   */
  public static DictionaryFormat of(String name, List<String> firstLines) {
    List<String> lines =
        firstLines.stream().filter(line -> !line.isBlank() && !isComment(line)).toList();
    String first = lines.isEmpty() ? "" : lines.get(0).toLowerCase(Locale.ROOT);
    if (first.contains("actor_id")) {
      return CSV;
    }
    if (first.contains("actor name") || lines.stream().anyMatch(line -> line.contains("||"))) {
      return ICEWS;
    }
    if (lines.stream().limit(20).anyMatch(line -> JRC_LINE.matcher(line).matches())) {
      return JRC_NAMES;
    }
    long agents = lines.stream().filter(line -> AGENT_CODE.matcher(line).find()).count();
    long codes = lines.stream().filter(line -> CODE.matcher(line).find()).count();
    if (codes > 0) {
      return 2 * agents > codes ? CAMEO_AGENTS : CAMEO_ACTORS;
    }
    throw new DictionaryException(
        name
            + ": no known dictionary format. Expected CSV with the header actor_id,name,type,"
            + " a CAMEO actors or agents file, JRC-Names or ICEWS; first line found: '"
            + (lines.isEmpty() ? "" : lines.get(0))
            + "'");
  }

  private static boolean isComment(String line) {
    return line.startsWith("#") || line.startsWith(";") || line.startsWith("<!");
  }
}
