package io.nutgraf.train;

import io.nutgraf.text.TaggerFeatures;
import io.nutgraf.text.TaggerLexicon;
import io.nutgraf.text.TaggerTags;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Turns labelled texts into chains of tokens with features and true tags. */
final class Chains {
  private static final List<String> KINDS =
      List.of(Name.PERSON, Name.ORGANISATION, Name.LOCATION, Name.GROUP, Name.WORK);
  private static final byte UNKNOWN = -1;

  private final TaggerLexicon lexicon;
  private final List<Chain> chains = new ArrayList<>();

  Chains(TaggerLexicon lexicon) {
    this.lexicon = lexicon;
  }

  List<Chain> all() {
    return chains;
  }

  /** Adds a text; a chain with an unsure name, or one that cuts a token, is left out. */
  void add(LabelledText text, float weight) {
    TaggerFeatures features = new TaggerFeatures(text.text(), lexicon);
    byte[] tags = tags(text, features);
    int from = 0;
    while (from < tags.length) {
      int to = features.endOfChain(from);
      byte[] chainTags = Arrays.copyOfRange(tags, from, to);
      if (to > from && isLegal(chainTags)) {
        chains.add(chain(features, from, chainTags, weight));
      }
      from = Math.max(to, from + 1);
    }
  }

  private static Chain chain(TaggerFeatures features, int from, byte[] tags, float weight) {
    int[][] hashes = new int[tags.length][];
    byte[] wordsFrom = new byte[tags.length];
    for (int i = 0; i < tags.length; i++) {
      features.describe(from + i);
      hashes[i] = new int[features.size()];
      for (int feature = 0; feature < features.size(); feature++) {
        hashes[i][feature] = features.hash(feature);
      }
      wordsFrom[i] = (byte) features.wordsFrom();
    }
    return new Chain(hashes, wordsFrom, tags, weight);
  }

  private static boolean isLegal(byte[] tags) {
    int before = TaggerTags.OUTSIDE;
    for (byte tag : tags) {
      if (tag == UNKNOWN || !TaggerTags.follows(before, tag)) {
        return false;
      }
      before = tag;
    }
    return TaggerTags.isExit(before);
  }

  private static byte[] tags(LabelledText text, TaggerFeatures features) {
    byte[] tags = new byte[features.tokens()];
    int i = 0;
    for (Name name : text.names()) {
      while (i < tags.length && features.end(i) <= name.start()) {
        i++;
      }
      int first = i;
      while (i < tags.length && features.start(i) < name.end()) {
        i++;
      }
      if (first < i) {
        tag(text.text(), name, features, first, i - 1, tags);
      }
    }
    return tags;
  }

  private static void tag(
      String text, Name name, TaggerFeatures features, int first, int last, byte[] tags) {
    int kind = KINDS.indexOf(name.label());
    int end = features.end(last);
    boolean endsInFullStop = end == name.end() + 1 && text.charAt(name.end()) == '.';
    boolean fits =
        kind >= 0 && features.start(first) == name.start() && (end == name.end() || endsInFullStop);
    for (int i = first; i <= last; i++) {
      int place =
          first == last
              ? TaggerTags.UNIT
              : i == first ? TaggerTags.BEGIN : i == last ? TaggerTags.LAST : TaggerTags.INSIDE;
      tags[i] = fits ? (byte) TaggerTags.tag(kind, place) : UNKNOWN;
    }
  }
}
