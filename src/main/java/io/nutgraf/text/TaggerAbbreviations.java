package io.nutgraf.text;

import java.util.Locale;
import java.util.Set;

/** Words that are followed by a full stop which does not end a sentence. */
final class TaggerAbbreviations {
  private static final Set<String> WORDS =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "sen", "sens", "rep", "reps", "gov", "govs", "gen", "lt",
          "col", "sgt", "capt", "maj", "cpl", "pvt", "cmdr", "adm", "amb", "atty", "pres", "rev",
          "hon", "st", "ste", "mt", "ft", "jr", "sr", "inc", "corp", "co", "cos", "ltd", "bros",
          "dept", "univ", "assn", "vs", "no", "nos", "jan", "feb", "mar", "apr", "jun", "jul",
          "aug", "sept", "sep", "oct", "nov", "dec", "ala", "ariz", "ark", "calif", "colo", "conn",
          "del", "fla", "ga", "ill", "ind", "kan", "ky", "la", "mass", "md", "mich", "minn", "miss",
          "mo", "mont", "neb", "nev", "okla", "ore", "pa", "tenn", "tex", "vt", "va", "wash", "wis",
          "wyo", "ph", "messrs", "fr", "msgr", "bp", "supt", "insp", "det", "ave", "blvd", "rd");
  private static final int LONGEST = 5;

  /** Whether the part of the text is such a word, whatever its case. */
  static boolean contains(String text, int start, int end) {
    if (end - start > LONGEST || !Character.isUpperCase(text.charAt(start))) {
      return end - start == 2 && text.startsWith("vs", start);
    }
    return WORDS.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
  }

  private TaggerAbbreviations() {}
}
