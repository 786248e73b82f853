package io.nutgraf.actor;

import io.nutgraf.text.CaseRule;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads CAMEO agents: <code>PHRASE {PLURAL} [~CODE]</code>, {@code CODE~} where the code goes in
 * front, {@code !PERSON! = MAN, WOMAN} for sets of words. Without braces the plural is regular,
 * with empty ones there is none. Agents match in any case and become actors {@code agent:PHRASE}.
 */
final class CameoAgents {
  private static final Pattern SET = Pattern.compile("(![^!]+!)\\s*=\\s*(.+)");
  private static final Pattern AGENT =
      Pattern.compile(
          "([^\\[\\]{}~=]+?)\\s*(?:\\{([^{}]*)\\})?\\s*\\[\\s*(~[\\w/]+|[\\w/]+~)\\s*\\]");
  private static final Pattern SET_NAME = Pattern.compile("![^!]+!");

  private final EntryCollector entries;
  private final Map<String, List<String>> sets = new HashMap<>();

  CameoAgents(EntryCollector entries) {
    this.entries = entries;
  }

  void read(BufferedReader text) throws IOException {
    CameoLines lines = new CameoLines(text);
    for (String line = lines.next(); line != null; line = lines.next()) {
      String content = line.strip();
      Matcher set = SET.matcher(content);
      Matcher agent = AGENT.matcher(content);
      if (set.matches()) {
        sets.put(set.group(1), Stream.of(set.group(2).split(",")).map(String::strip).toList());
      } else if (!agent.matches() || !readAgent(agent)) {
        entries.addMalformed(
            lines.number(), line, "PHRASE {PLURAL} [~CODE], with sets of words declared before");
      }
    }
  }

  private boolean readAgent(Matcher agent) {
    String phrase = agent.group(1);
    List<String> singulars = expand(phrase);
    if (singulars.isEmpty()) {
      return false;
    }
    List<String> texts = new ArrayList<>(singulars);
    if (agent.group(2) == null) {
      singulars.forEach(singular -> texts.add(plural(singular)));
    } else if (!agent.group(2).isBlank()) {
      texts.add(agent.group(2));
    }
    String primary = CameoNames.text(phrase);
    entries.add(
        new DictionaryActor(
            "agent:" + primary.replace(' ', '_'),
            CameoNames.text(singulars.get(0)).toLowerCase(Locale.ROOT),
            DictionaryActor.AGENT,
            null,
            List.of(new Role(null, agent.group(3), null, null))),
        texts.stream()
            .map(text -> CameoNames.text(text).toLowerCase(Locale.ROOT))
            .distinct()
            .map(text -> new Phrase(text, PhraseKind.AGENT, CaseRule.ANY))
            .toList());
    return true;
  }

  /** The phrase with each word of its set; none when the set is unknown. */
  private List<String> expand(String phrase) {
    Matcher name = SET_NAME.matcher(phrase);
    if (!name.find()) {
      return List.of(phrase);
    }
    return sets.getOrDefault(name.group(), List.of()).stream()
        .map(word -> phrase.substring(0, name.start()) + word + phrase.substring(name.end()))
        .toList();
  }

  private static String plural(String singular) {
    String word = singular.replaceAll("_+$", "");
    String upper = word.toUpperCase(Locale.ROOT);
    if (upper.matches(".*[^AEIOU]Y")) {
      return word.substring(0, word.length() - 1) + "ies";
    }
    return upper.matches(".*(S|X|Z|CH|SH)") ? word + "es" : word + "s";
  }
}
