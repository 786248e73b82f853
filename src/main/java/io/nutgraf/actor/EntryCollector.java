package io.nutgraf.actor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what a reader finds in one dictionary. Lines with the same actor become one entry. */
final class EntryCollector {
  private final String file;
  private final Map<String, ActorEntry> entries = new LinkedHashMap<>();
  private final List<MalformedLine> malformed = new ArrayList<>();

  EntryCollector(String file) {
    this.file = file;
  }

  void add(DictionaryActor actor, List<Phrase> phrases) {
    entries.merge(actor.id(), new ActorEntry(actor, phrases), ActorEntry::with);
  }

  void addMalformed(long line, String found, String expected) {
    malformed.add(new MalformedLine(file, line, found.strip(), expected));
  }

  DictionaryFile finished(DictionaryFormat format) {
    return new DictionaryFile(file, format, List.copyOf(entries.values()), malformed);
  }
}
