package io.nutgraf.actor;

import io.nutgraf.text.CaseRule;
import io.nutgraf.text.PhraseMatcher;
import io.nutgraf.text.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts dictionaries together in the order of their precedence.
 *
 * <p>Actors with one id become one: name and type as in the first dictionary that has it, roles of
 * all in order. A phrase that an earlier dictionary gives to another actor is shadowed: it keeps
 * its first owner. A phrase that one dictionary gives to several actors is ambiguous. Where two
 * dictionaries give a phrase to the same actor, the more specific kind counts, so that a capital
 * that CAMEO lists as a name of its state stays a capital.
 */
public final class DictionaryBuilder {
  private final Map<String, ActorEntry> actors = new LinkedHashMap<>();
  private final Map<String, Claim> claims = new LinkedHashMap<>();
  private final List<DictionaryLoad> loads = new ArrayList<>();
  private final Tokens tokens = new Tokens();

  /** A phrase, and who has it by which dictionary. */
  private static final class Claim {
    private final int dictionary;
    private final List<String> actorIds = new ArrayList<>();
    private Phrase phrase;

    Claim(int dictionary, Phrase phrase, String actorId) {
      this.dictionary = dictionary;
      this.phrase = phrase;
      actorIds.add(actorId);
    }

    void refine(PhraseKind kind) {
      boolean isMoreSpecific =
          phrase.kind() == PhraseKind.ALIAS
              && (kind == PhraseKind.DEMONYM || kind == PhraseKind.CAPITAL);
      if (isMoreSpecific) {
        phrase = new Phrase(phrase.text(), kind, phrase.caseRule());
      }
    }
  }

  /** Adds a dictionary; it comes after those added before. */
  public DictionaryBuilder add(DictionaryFile file) {
    int dictionary = loads.size();
    int claimed = claims.size();
    int shadowed = 0;
    for (ActorEntry entry : file.entries()) {
      actors.merge(entry.actor().id(), entry, DictionaryBuilder::rolesOfBoth);
      for (Phrase phrase : entry.phrases()) {
        shadowed += claim(phrase, entry.actor().id(), dictionary) ? 0 : 1;
      }
    }
    long ambiguous =
        claims.values().stream()
            .filter(claim -> claim.dictionary == dictionary && claim.actorIds.size() > 1)
            .count();
    loads.add(
        new DictionaryLoad(
            file.name(),
            file.format(),
            file.entries().size(),
            claims.size() - claimed + shadowed,
            shadowed,
            (int) ambiguous,
            file.malformed()));
    return this;
  }

  public Dictionary build() {
    Map<String, DictionaryActor> byId = new LinkedHashMap<>();
    actors.forEach((id, entry) -> byId.put(id, entry.actor()));
    return new Dictionary(
        byId,
        claims.values().stream()
            .map(claim -> new OwnedPhrase(claim.phrase, claim.actorIds))
            .toList());
  }

  /** What became of each dictionary, in the order added. */
  public List<DictionaryLoad> loads() {
    return List.copyOf(loads);
  }

  /** False when an earlier dictionary gives the phrase to another actor. */
  private boolean claim(Phrase phrase, String actorId, int dictionary) {
    String key = key(phrase);
    if (key.isEmpty()) {
      return true;
    }
    Claim claim = claims.get(key);
    if (claim == null) {
      claims.put(key, new Claim(dictionary, phrase, actorId));
    } else if (claim.actorIds.contains(actorId)) {
      claim.refine(phrase.kind());
    } else if (claim.dictionary == dictionary) {
      claim.actorIds.add(actorId);
    } else {
      return false;
    }
    return true;
  }

  /** Equal for phrases that are found at the same places. */
  private String key(Phrase phrase) {
    tokens.read(phrase.text());
    StringBuilder key = new StringBuilder();
    for (int i = PhraseMatcher.firstWord(tokens); i <= PhraseMatcher.lastWord(tokens); i++) {
      append(key, tokens.hash(i));
      if (phrase.caseRule() == CaseRule.EXACT) {
        append(key, tokens.capitals(i));
      }
    }
    return key.toString();
  }

  private static void append(StringBuilder key, long bits) {
    key.append((char) (bits >>> 48)).append((char) (bits >>> 32));
    key.append((char) (bits >>> 16)).append((char) bits);
  }

  private static ActorEntry rolesOfBoth(ActorEntry first, ActorEntry second) {
    return new ActorEntry(first.actor(), List.of()).with(new ActorEntry(second.actor(), List.of()));
  }
}
