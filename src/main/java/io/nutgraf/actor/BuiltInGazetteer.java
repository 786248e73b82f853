package io.nutgraf.actor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The states, organisations and office holders that come with the job, in our own CSV format. */
public final class BuiltInGazetteer {
  /** Its name in the load report. */
  public static final String NAME = "built-in";

  private static final List<String> FILES =
      List.of("states.csv", "organisations.csv", "office_holders.csv", "not_actors.csv");
  private static final String STATE_ID = "state:";

  private BuiltInGazetteer() {}

  /** Reads it. Its files count as one dictionary. */
  public static DictionaryFile read() {
    List<ActorEntry> entries = new ArrayList<>();
    List<MalformedLine> malformed = new ArrayList<>();
    for (String file : FILES) {
      DictionaryFile part = read(file);
      entries.addAll(part.entries());
      malformed.addAll(part.malformed());
    }
    return new DictionaryFile(NAME, DictionaryFormat.CSV, entries, malformed);
  }

  /** The alpha-3 codes of its states. */
  public static Set<String> states(DictionaryFile gazetteer) {
    Set<String> states = new TreeSet<>();
    for (ActorEntry entry : gazetteer.entries()) {
      if (entry.actor().id().startsWith(STATE_ID)) {
        states.add(entry.actor().id().substring(STATE_ID.length()));
      }
    }
    return states;
  }

  private static DictionaryFile read(String file) {
    String resource = "gazetteer/" + file;
    try (InputStream bytes = BuiltInGazetteer.class.getResourceAsStream(resource)) {
      if (bytes == null) {
        throw new IllegalStateException("The jar lacks the gazetteer's file " + resource);
      }
      return new DictionaryReader(Set.of())
          .read(file, new InputStreamReader(bytes, UTF_8), DictionaryFormat.CSV);
    } catch (IOException e) {
      throw new UncheckedIOException("The gazetteer's file " + resource + " cannot be read", e);
    }
  }
}
