package io.nutgraf.table;

import java.util.List;

/** The mentions of the night before an analyst's corrections; made only where there are some. */
public final class ResolvedMentions {
  public static final Table TABLE =
      new Table(
          "resolved_mentions",
          Table.Kind.STAGED,
          "a mention before corrections",
          Mentions.TABLE.schema(),
          List.of(Mentions.ARTICLE_ID, Mentions.PARAGRAPH, Mentions.START, Mentions.END));

  private ResolvedMentions() {}
}
