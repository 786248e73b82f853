package io.nutgraf.actor;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Set;

/** Dictionaries written inside tests. */
final class DictionaryText {
  private DictionaryText() {}

  static DictionaryFile read(String text, DictionaryFormat format, Set<String> states) {
    try {
      return new DictionaryReader(states).read("test", new StringReader(text), format);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
