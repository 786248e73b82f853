package io.nutgraf.text;

import java.util.Set;

/**
 * The features of one token after another, as hashes (K. Weinberger et al., "Feature Hashing for
 * Large Scale Multitask Learning", ICML 2009). Not thread-safe; made anew for each text.
 */
public final class TaggerFeatures {
  private static final int MOST = 128;

  /** Text without any sentence is cut, so that memory stays bounded. */
  private static final int LONGEST_CHAIN = 1_000;

  private static final int OF = TaggerHash.ofLowerCased("of");
  private static final Set<Integer> OFFICES =
      Set.of(
          TaggerHash.ofLowerCased("secretary"),
          TaggerHash.ofLowerCased("secretaries"),
          TaggerHash.ofLowerCased("minister"),
          TaggerHash.ofLowerCased("ministers"));

  private final TaggerText text;
  private final int[] hashes = new int[MOST];
  private int size;
  private int wordsFrom;
  private int template;

  public TaggerFeatures(String text, TaggerLexicon lexicon) {
    this.text = new TaggerText(text, lexicon);
  }

  /** Number of tokens. */
  public int tokens() {
    return text.words.size;
  }

  public int start(int token) {
    return text.words.tokens.starts[token];
  }

  public int end(int token) {
    return text.words.tokens.ends[token];
  }

  /** Whether "Secretary of" or the like stands before the token, so that it names an office. */
  boolean followsOffice(int token) {
    return text.word(token - 1) == OF && OFFICES.contains(text.word(token - 2));
  }

  /**
   * The end of the chain of tokens that begins here and can hold names; the same token when it
   * cannot. What stands between chains is outside of names.
   */
  public int endOfChain(int token) {
    int end = token;
    while (end < tokens()
        && end - token < LONGEST_CHAIN
        && text.layout.candidate[end]
        && (end == token || !text.layout.startsSentence[end])) {
      end++;
    }
    return end;
  }

  /** Computes the features of a token, which replace those of the last. */
  public void describe(int token) {
    size = 0;
    TaggerSpelling.describe(text, token, at(0));
    TaggerContext.describe(text, token, at(32));
    TaggerKnowledge.describe(text, token, at(96));
    TaggerRuns.describe(text, token, at(160));
    wordsFrom = size;
    TaggerSpelling.describeWord(text, token, at(192));
  }

  /** Number of features of the token last described. */
  public int size() {
    return size;
  }

  public int hash(int feature) {
    return hashes[feature];
  }

  /** The first of the features that tell the word itself; training leaves them out at times. */
  public int wordsFrom() {
    return wordsFrom;
  }

  /** From here on features count from this template, so that parts may be left out. */
  TaggerFeatures at(int first) {
    template = first;
    return this;
  }

  void add(int value) {
    add(value, 0);
  }

  void add(int value, int other) {
    hashes[size++] = TaggerHash.feature(template++, value, other);
  }
}
