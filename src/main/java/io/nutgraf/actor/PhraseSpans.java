package io.nutgraf.actor;

import io.nutgraf.text.PhraseMatcher;
import io.nutgraf.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the phrases of the dictionary, those of no actor too. */
final class PhraseSpans implements SpanFinder {
  private final Dictionary dictionary;
  private final PhraseMatcher matcher;
  private final Set<String> blocked;

  PhraseSpans(Dictionary dictionary) {
    this.dictionary = dictionary;
    PhraseMatcher.Builder builder = new PhraseMatcher.Builder();
    for (OwnedPhrase owned : dictionary.phrases()) {
      builder.add(owned.phrase().text(), owned.phrase().caseRule());
    }
    matcher = builder.build();
    blocked =
        dictionary.actors().values().stream()
            .filter(actor -> actor.type().equals(DictionaryActor.NONE))
            .map(DictionaryActor::id)
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public List<FoundSpan> find(String paragraph, Tokens tokens, List<FoundSpan> found) {
    List<FoundSpan> spans = new ArrayList<>();
    matcher.find(
        tokens,
        (number, first, last) -> {
          OwnedPhrase owned = dictionary.phrase(number);
          boolean isBlocked = owned.actorIds().stream().anyMatch(blocked::contains);
          spans.add(
              isBlocked
                  ? new FoundSpan(first, last, FoundSpan.NO_ACTOR, List.of())
                  : new FoundSpan(first, last, owned.phrase().kind().method(), owned.actorIds()));
        });
    return spans;
  }
}
