package io.nutgraf.actor;

import io.nutgraf.text.Tagger;

/** The one tagger of a JVM, loaded on first use. It never travels: each JVM has it in its jar. */
final class SharedTagger {
  private SharedTagger() {}

  private static final class Holder {
    static final Tagger TAGGER = Tagger.load();
  }

  static Tagger get() {
    return Holder.TAGGER;
  }
}
