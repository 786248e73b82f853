package io.nutgraf.text;

/** Is told where phrases stand in a text. */
@FunctionalInterface
public interface PhraseVisitor {

  /**
   * A phrase stands here.
   *
   * @param phrase its number, from {@link PhraseMatcher.Builder#add}
   * @param firstToken its first token
   * @param lastToken its last token, itself included
   */
  void visit(int phrase, int firstToken, int lastToken);
}
