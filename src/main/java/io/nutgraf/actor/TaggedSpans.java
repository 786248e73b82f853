package io.nutgraf.actor;

import io.nutgraf.text.TaggedSpan;
import io.nutgraf.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Finds the persons and organisations that a tagger sees, known from a dictionary or not.
 *
 * <p>What the dictionary found wins, unless the tagged name is longer and of the same type: "World
 * Bank Group" is not the World Bank. A person's single name is a surname to be resolved in its
 * article. A place of several words ("County Kerry") is no actor, but keeps surnames in it from
 * being found.
 */
final class TaggedSpans implements SpanFinder {
  private final Dictionary dictionary;
  private final TaggedNames names;
  private final Function<String, List<TaggedSpan>> tagger;

  TaggedSpans(Dictionary dictionary, Function<String, List<TaggedSpan>> tagger) {
    this.dictionary = dictionary;
    this.names = new TaggedNames(dictionary);
    this.tagger = tagger;
  }

  @Override
  public List<FoundSpan> find(String paragraph, Tokens tokens, List<FoundSpan> found) {
    List<FoundSpan> spans = new ArrayList<>();
    int first = 0;
    for (TaggedSpan tagged : tagger.apply(paragraph)) {
      while (first < tokens.size() && tokens.end(first) <= tagged.start()) {
        first++;
      }
      int last = first;
      while (last + 1 < tokens.size() && tokens.start(last + 1) < tagged.end()) {
        last++;
      }
      if (first < tokens.size() && tokens.start(first) < tagged.end()) {
        FoundSpan span = span(tagged.type(), tokens, first, last);
        if (span != null && found.stream().allMatch(other -> stands(span, other))) {
          spans.add(span);
        }
        first = last + 1;
      }
    }
    return spans;
  }

  /** Null when it is nothing to us. */
  private FoundSpan span(TaggedSpan.Type type, Tokens tokens, int first, int last) {
    return switch (type) {
      case PERSON -> person(tokens, first, last);
      case ORGANISATION -> actor(first, last, names.organisations(tokens.surface(first, last)));
      case LOCATION ->
          first < last ? new FoundSpan(first, last, FoundSpan.NO_ACTOR, List.of()) : null;
      case OTHER -> null;
    };
  }

  private FoundSpan person(Tokens tokens, int first, int last) {
    PersonName name = PersonName.of(tokens.surface(first, last));
    if (name.isFull()) {
      return actor(first, last, names.persons(name));
    }
    boolean hasOffice = Titles.isOffice(Titles.before(tokens, first));
    return new FoundSpan(first, last, hasOffice ? Span.TITLE_SURNAME : Span.SURNAME, List.of());
  }

  private static FoundSpan actor(int first, int last, List<String> ids) {
    return ids.isEmpty() ? null : new FoundSpan(first, last, Span.TAGGED, ids);
  }

  private boolean stands(FoundSpan tagged, FoundSpan other) {
    if (!tagged.overlaps(other)) {
      return true;
    }
    boolean mayStand = other.isNoActor() || typeOf(other).equals(typeOf(tagged));
    return mayStand && tagged.tokens() > other.tokens();
  }

  private String typeOf(FoundSpan span) {
    if (span.candidates().isEmpty()) {
      return span.isNoActor() ? DictionaryActor.NONE : DictionaryActor.PERSON;
    }
    String id = span.candidates().get(0);
    DictionaryActor known = dictionary.actor(id);
    if (known != null) {
      return known.type();
    }
    return id.startsWith(TaggedNames.PERSON_ID)
        ? DictionaryActor.PERSON
        : DictionaryActor.ORGANISATION;
  }
}
