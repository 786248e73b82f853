package io.nutgraf.corpus;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Which field of the input gives which field of an article. Unless told otherwise a field has its
 * own name, and {@code article_id} may also be called {@code id}. A field may be mapped to several
 * names, {@code body|text}: the first that a record has is taken, so that one mapping serves files
 * of several makes.
 */
final class ColumnMapping {
  private final Map<Field, List<String>> namesByField = new EnumMap<>(Field.class);

  /**
   * @param columns name in the input by name of ours, as checked by {@link ReadOptions}
   */
  ColumnMapping(Map<String, String> columns) {
    for (Field field : Field.values()) {
      String mapped = columns.get(field.column());
      List<String> names =
          mapped != null
              ? List.of(mapped.split("\\|"))
              : field == Field.ARTICLE_ID ? List.of(field.column(), "id") : List.of(field.column());
      namesByField.put(field, names);
    }
  }

  /** Every name of the input that is looked at. */
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    namesByField.values().forEach(names::addAll);
    return names;
  }

  /** Whether this name of the input gives this field. */
  boolean gives(String name, Field field) {
    return namesByField.get(field).contains(name);
  }

  /** The name under which a field stands among the columns found. */
  Optional<String> find(Field field, Collection<String> found) {
    return namesByField.get(field).stream().filter(found::contains).findFirst();
  }

  /**
   * The fields of an article from the values of the input by name; absent and null are the same.
   */
  Map<Field, String> pick(UnaryOperator<String> valueOf) {
    Map<Field, String> fields = new EnumMap<>(Field.class);
    namesByField.forEach(
        (field, names) -> {
          for (String name : names) {
            String value = valueOf.apply(name);
            if (value != null) {
              fields.putIfAbsent(field, value);
            }
          }
        });
    return fields;
  }

  /** The names under which the text may stand, for messages. */
  String textName() {
    return namesByField.get(Field.TEXT).get(0);
  }
}
