package io.nutgraf.actor;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads CAMEO actors: {@code PRIMARY_PHRASE_ [CODE]}, then {@code +SYNONYM_} and indented codes.
 *
 * <p>An entry whose undated code is the alpha-3 code of a known state is that state, so that it
 * merges with the gazetteer's; any other is {@code cameo:PRIMARY_PHRASE}. For persons see {@link
 * CameoNames#personName}; all else is an organisation. A primary phrase may come again: its codes
 * are added. Malformed codes are left out one by one.
 */
final class CameoActors {
  private static final int STATE_LETTERS = 3;

  private final Set<String> states;
  private final EntryCollector entries;
  private final List<String> phrases = new ArrayList<>();
  private final List<Role> roles = new ArrayList<>();
  private String primaryLine = "";
  private long primaryNumber;
  private boolean hadMalformedCode;

  CameoActors(Set<String> states, EntryCollector entries) {
    this.states = states;
    this.entries = entries;
  }

  void read(BufferedReader text) throws IOException {
    CameoLines lines = new CameoLines(text);
    for (String line = lines.next(); line != null; line = lines.next()) {
      String content = line.strip();
      if (content.startsWith("[")) {
        readCodes(content, line, lines.number());
      } else if (content.startsWith("+") && !phrases.isEmpty()) {
        readPhrase(content.substring(1), line, lines.number());
      } else {
        finishEntry();
        primaryLine = line;
        primaryNumber = lines.number();
        readPhrase(content, line, lines.number());
      }
    }
    finishEntry();
  }

  private void readPhrase(String content, String line, long number) {
    int codes = content.indexOf('[');
    String phrase = CameoNames.text(codes < 0 ? content : content.substring(0, codes));
    if (!phrase.codePoints().anyMatch(Character::isLetter) || phrase.indexOf(']') >= 0) {
      entries.addMalformed(number, line, "a phrase, +SYNONYM or " + CameoCodes.EXPECTED);
      hadMalformedCode = true;
      return;
    }
    phrases.add(phrase);
    if (codes >= 0) {
      readCodes(content.substring(codes), line, number);
    }
  }

  private void readCodes(String blocks, String line, long number) {
    if (!CameoCodes.read(blocks, roles)) {
      entries.addMalformed(number, line, CameoCodes.EXPECTED);
      hadMalformedCode = true;
    }
  }

  private void finishEntry() {
    if (!phrases.isEmpty()) {
      if (roles.isEmpty() && !hadMalformedCode) {
        entries.addMalformed(primaryNumber, primaryLine, "a code for it: " + CameoCodes.EXPECTED);
      } else {
        entries.add(actor(), phrasesOf());
      }
    }
    phrases.clear();
    roles.clear();
    hadMalformedCode = false;
  }

  private DictionaryActor actor() {
    String primary = phrases.get(0);
    String undated = new DictionaryActor("", "", "", null, roles).codeOn(null);
    if (undated != null && states.contains(undated)) {
      return new DictionaryActor(
          "state:" + undated, CameoNames.shown(primary), DictionaryActor.STATE, undated, roles);
    }
    String person = CameoNames.personName(roles, phrases);
    return new DictionaryActor(
        "cameo:" + primary.replace(' ', '_'),
        CameoNames.shown(person == null ? primary : person),
        person == null ? DictionaryActor.ORGANISATION : DictionaryActor.PERSON,
        state(),
        roles);
  }

  /** The known state that the first code begins with. */
  private String state() {
    for (Role role : roles) {
      if (role.code() != null && role.code().length() >= STATE_LETTERS) {
        String start = role.code().substring(0, STATE_LETTERS);
        return states.contains(start) ? start : null;
      }
    }
    return null;
  }

  private List<Phrase> phrasesOf() {
    String person = CameoNames.personName(roles, phrases);
    String full = person == null ? phrases.get(0) : person;
    return phrases.stream()
        .map(
            text -> CameoNames.phrase(text, text.equals(full) ? PhraseKind.FULL : PhraseKind.ALIAS))
        .toList();
  }
}
