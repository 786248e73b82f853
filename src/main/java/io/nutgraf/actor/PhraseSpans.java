package io.nutgraf.actor;

import io.nutgraf.text.PhraseMatcher;
import io.nutgraf.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/** Finds the phrases of the dictionary. */
final class PhraseSpans implements SpanFinder {
  private final Dictionary dictionary;
  private final PhraseMatcher matcher;

  PhraseSpans(Dictionary dictionary) {
    this.dictionary = dictionary;
    PhraseMatcher.Builder builder = new PhraseMatcher.Builder();
    for (OwnedPhrase owned : dictionary.phrases()) {
      builder.add(owned.phrase().text(), owned.phrase().caseRule());
    }
    matcher = builder.build();
  }

  @Override
  public List<FoundSpan> find(Tokens tokens, List<FoundSpan> found) {
    List<FoundSpan> spans = new ArrayList<>();
    matcher.find(
        tokens,
        (number, first, last) -> {
          OwnedPhrase owned = dictionary.phrase(number);
          spans.add(new FoundSpan(first, last, owned.phrase().kind().method(), owned.actorIds()));
        });
    return spans;
  }
}
