package io.nutgraf.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes tokenised text ("Aug. 5 , 2008 ( AP )") as it would be printed; names move along. */
final class Detokenizer {
  private static final Set<String> CLOSING =
      Set.of(
          ",", ".", ":", ";", "?", "!", ")", "]", "}", "%", "...", "'", "''", "'s", "'S", "n't",
          "'re", "'ve", "'ll", "'d", "'m");
  private static final Set<String> OPENING = Set.of("(", "[", "{", "``", "$", "£", "#");
  private static final String QUOTE = "\"";

  private final String text;
  private final StringBuilder out = new StringBuilder();
  private final int[] moved;

  private Detokenizer(String text) {
    this.text = text;
    moved = new int[text.length()];
  }

  static LabelledText detokenize(LabelledText tokenised) {
    Detokenizer printed = new Detokenizer(tokenised.text());
    printed.print();
    List<Name> names = new ArrayList<>();
    for (Name name : tokenised.names()) {
      int end = printed.moved[name.end() - 1] + 1;
      names.add(new Name(printed.moved[name.start()], end, name.label()));
    }
    return new LabelledText(tokenised.document(), printed.out.toString(), names);
  }

  private void print() {
    boolean opened = true;
    boolean isQuoted = false;
    for (int start = 0; start < text.length(); ) {
      int blank = text.indexOf(' ', start);
      int end = blank < 0 ? text.length() : blank;
      String token = text.substring(start, end);
      boolean isQuote = token.equals(QUOTE);
      if (!opened && !CLOSING.contains(token) && !(isQuote && isQuoted)) {
        out.append(' ');
      }
      opened = OPENING.contains(token) || (isQuote && !isQuoted);
      isQuoted ^= isQuote;
      print(token, start);
      start = end + 1;
    }
  }

  private void print(String token, int start) {
    String printed = token.equals("``") || token.equals("''") ? QUOTE : token;
    for (int i = 0; i < token.length(); i++) {
      moved[start + i] = out.length() + Math.min(i, printed.length() - 1);
    }
    out.append(printed);
  }
}
