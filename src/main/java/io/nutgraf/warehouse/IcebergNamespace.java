package io.nutgraf.warehouse;

import io.nutgraf.setting.WrongSettingException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A namespace of a Spark catalog, and the names of what is in it as SQL has them.
 *
 * @param parts the catalog, then one level of the namespace or more
 */
public record IcebergNamespace(List<String> parts) {
  private static final String PART = "`(?:[^`]|``)+`|[^.`]+";
  private static final Pattern NAME = Pattern.compile("(?:%1$s)(?:[.](?:%1$s))+".formatted(PART));

  public IcebergNamespace {
    parts = List.copyOf(parts);
  }

  /**
   * Reads {@code CATALOG.NAMESPACE}; as in SQL, a part that has a dot in it stands in backticks.
   *
   * @throws WrongSettingException when it is something else
   */
  public static IcebergNamespace parse(String name) {
    if (name == null || !NAME.matcher(name).matches()) {
      throw new WrongSettingException(
          "--iceberg-namespace is %s; give a catalog and a namespace in it, for example lake.news"
              .formatted(name));
    }
    List<String> parts = new ArrayList<>();
    Matcher part = Pattern.compile(PART).matcher(name);
    while (part.find()) {
      boolean isQuoted = part.group().startsWith("`");
      parts.add(
          isQuoted
              ? part.group().substring(1, part.group().length() - 1).replace("``", "`")
              : part.group());
    }
    return new IcebergNamespace(parts);
  }

  String catalog() {
    return parts.get(0);
  }

  /** The namespaces above this one, outermost first, and this one. */
  List<IcebergNamespace> path() {
    return Stream.iterate(2, levels -> levels <= parts.size(), levels -> levels + 1)
        .map(levels -> new IcebergNamespace(parts.subList(0, levels)))
        .toList();
  }

  /** The name of something in it; of itself without arguments. */
  String quoted(String... below) {
    return Stream.concat(parts.stream(), Stream.of(below))
        .map(IcebergNamespace::identifier)
        .collect(Collectors.joining("."));
  }

  /** As {@link #parse} reads it. */
  String option() {
    return parts.stream()
        .map(part -> part.matches("[^.`]+") ? part : identifier(part))
        .collect(Collectors.joining("."));
  }

  static String identifier(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  static String literal(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  @Override
  public String toString() {
    return String.join(".", parts);
  }
}
