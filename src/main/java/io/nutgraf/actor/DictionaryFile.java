package io.nutgraf.actor;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What was read from one dictionary.
 *
 * @param entries one an actor, in file order
 * @param malformed lines left out, in file order
 */
public record DictionaryFile(
    String name, DictionaryFormat format, List<ActorEntry> entries, List<MalformedLine> malformed) {

  public DictionaryFile {
    entries = List.copyOf(entries);
    malformed = List.copyOf(malformed);
  }

  /**
   * Checks that no line had to be left out.
   *
   * @throws DictionaryException listing all malformed lines of all files
   */
  public static void requireWellFormed(List<DictionaryFile> files) {
    List<MalformedLine> faults = files.stream().flatMap(f -> f.malformed().stream()).toList();
    if (!faults.isEmpty()) {
      throw new DictionaryException(
          faults.stream()
              .map(MalformedLine::toString)
              .collect(
                  Collectors.joining(
                      "\n  ", faults.size() + " malformed dictionary lines:\n  ", "")));
    }
  }
}
