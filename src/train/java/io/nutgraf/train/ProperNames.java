package io.nutgraf.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the proper name in a mention as annotators mark it ("U.S. President Donald Trump's"). */
final class ProperNames {
  private static final Pattern TOKEN =
      Pattern.compile("[\\p{L}\\p{N}\\p{M}][\\p{L}\\p{N}\\p{M}.'’&/-]*|[^\\s]");

  /** Small words that may stand inside a name. */
  private static final Set<String> INNER =
      Set.of(
          "of", "the", "and", "for", "in", "on", "to", "at", "de", "del", "la", "du", "des", "van",
          "von", "der", "bin", "ibn", "al", "el", "et", "y", "da", "dos", "&", "-", ",", ".", "'");

  private static final Pattern WITH_PARTICLE = Pattern.compile("(?:al|el|ash|as|ad|ul|d|l)[-'’].+");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:st|nd|rd|th)?");
  private static final Pattern PRONOUN =
      Pattern.compile(
          "I|We|He|She|It|They|You|Its?|Their|His|Her|Our|My|This|That|Who|Which|Some|Others|Many"
              + "|These|Those|Most|People|One|All|Both");

  /** A possessive, a bracket or a clause inside: more than one name, or less. */
  private static final Pattern COMPOUND = Pattern.compile("['’] ?s |s['’] |\\(|-\\p{Ll}+$");

  /** In a person's mention: an office described, not a name. */
  private static final Pattern PHRASE =
      Pattern.compile("(?:^|\\s)(?:of|for|in|at|and|the|to|,)(?:\\s|$)");

  /** One word at the start of a sentence that is common with a small letter. */
  private static final Pattern COMMON =
      Pattern.compile("\\p{Lu}\\p{Ll}+s|Police|Government|Parliament|Congress(?:men|man)");

  private static final Pattern SENTENCE_START = Pattern.compile("(?s).*[.\\n!?“\"] ?");

  private ProperNames() {}

  /** The name in a mention, unsure when it cannot be told; empty when there is none. */
  static Optional<Name> nameIn(String text, int start, int end, String label) {
    Optional<Name> trimmed = Names.trimmed(text, start, end, label);
    if (trimmed.isEmpty() || isCommon(text, trimmed.get())) {
      return Optional.empty();
    }
    Name mention = trimmed.get();
    String words = mention.in(text);
    int from = label.equals(Name.PERSON) ? afterTitles(words) : 0;
    String rest = words.substring(from).strip();
    if (!hasCapital(rest)) {
      return Optional.empty();
    }
    boolean isUnsure =
        !isPure(rest)
            || COMPOUND.matcher(words).find()
            || (label.equals(Name.LOCATION) && words.contains(","))
            || (label.equals(Name.PERSON) && PHRASE.matcher(rest).find());
    return isUnsure
        ? Optional.of(mention.as(Name.UNSURE))
        : Names.trimmed(text, mention.start() + from, mention.end(), label);
  }

  /** An unsure mention gives way to the sure names in it. */
  static List<Name> sureFirst(List<Name> names) {
    List<Name> sure = names.stream().filter(name -> !name.isUnsure()).toList();
    List<Name> kept = new ArrayList<>(sure);
    for (Name name : names) {
      if (name.isUnsure() && sure.stream().noneMatch(name::overlaps)) {
        kept.add(name);
      }
    }
    return kept;
  }

  private static boolean isCommon(String text, Name mention) {
    String words = mention.in(text);
    String before = text.substring(Math.max(0, mention.start() - 2), mention.start());
    boolean isFirst = mention.start() == 0 || SENTENCE_START.matcher(before).matches();
    return !hasCapital(words)
        || PRONOUN.matcher(words).matches()
        || (isFirst && COMMON.matcher(words).matches());
  }

  /** Where a person's name starts: after the last title and the last common word. */
  private static int afterTitles(String words) {
    int from = 0;
    Matcher token = TOKEN.matcher(words);
    while (token.find()) {
      String word = token.group();
      boolean isTitle = Titles.WORDS.contains(word.replace(".", "").toLowerCase(Locale.ROOT));
      if (isTitle || (!hasCapital(word) && !INNER.contains(word) && word.length() > 1)) {
        from = token.end();
      }
    }
    return from;
  }

  private static boolean isPure(String words) {
    Matcher token = TOKEN.matcher(words);
    while (token.find()) {
      String word = token.group();
      boolean fits =
          hasCapital(word)
              || (INNER.contains(word) && token.start() > 0)
              || WITH_PARTICLE.matcher(word).matches()
              || NUMBER.matcher(word).matches();
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasCapital(String words) {
    return words.codePoints().anyMatch(Character::isUpperCase) && !words.equals("I");
  }
}
