package io.nutgraf.train;

import io.nutgraf.text.TaggedSpan;
import io.nutgraf.text.Tagger;
import java.util.List;
import java.util.Optional;

/** The project's tagger, its spans written as names. */
record SmallTagger(Tagger tagger) {

  List<Name> names(String text) {
    return tagger.tag(text).stream()
        .map(span -> Names.trimmed(text, span.start(), span.end(), label(span.type())))
        .flatMap(Optional::stream)
        .toList();
  }

  private static String label(TaggedSpan.Type type) {
    return switch (type) {
      case PERSON -> Name.PERSON;
      case ORGANISATION -> Name.ORGANISATION;
      case LOCATION -> Name.LOCATION;
      case OTHER -> Name.GROUP;
    };
  }
}
