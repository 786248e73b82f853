package io.nutgraf.actor;

import java.util.List;

/** What finds the dictionary's names; built once and shared by all threads. */
final class DictionaryIndex {
  private final List<SpanFinder> finders;
  private final ThreadLocal<ParagraphReader> reader;

  DictionaryIndex(Dictionary dictionary) {
    finders = List.of(new PhraseSpans(dictionary), new SurnameSpans(Surnames.of(dictionary)));
    reader = ThreadLocal.withInitial(() -> new ParagraphReader(finders));
  }

  /** The reader of this thread. */
  ParagraphReader reader() {
    return reader.get();
  }
}
