package io.nutgraf.actor;

import java.util.List;

/**
 * What finds the dictionary's names, and names that it lacks; built once, shared by all threads.
 */
final class DictionaryIndex {
  private final ThreadLocal<ParagraphReader> reader;
  private final ThreadLocal<ParagraphReader> taggingReader;

  DictionaryIndex(Dictionary dictionary) {
    SpanFinder phrases = new PhraseSpans(dictionary);
    SpanFinder surnames = new SurnameSpans(Surnames.of(dictionary));
    SpanFinder tagged = new TaggedSpans(dictionary, text -> SharedTagger.get().tag(text));
    reader = ThreadLocal.withInitial(() -> new ParagraphReader(List.of(phrases, surnames)));
    taggingReader =
        ThreadLocal.withInitial(() -> new ParagraphReader(List.of(phrases, tagged, surnames)));
  }

  /** The reader of this thread. */
  ParagraphReader reader(Tagging tagging) {
    return tagging == Tagging.ON ? taggingReader.get() : reader.get();
  }
}
