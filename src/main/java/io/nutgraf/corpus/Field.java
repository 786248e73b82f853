package io.nutgraf.corpus;

import java.util.Locale;

/** The fields of an article that an input can give. */
enum Field {
  ARTICLE_ID,
  SOURCE,
  URL,
  TITLE,
  PUBLISHED_AT,
  TEXT;

  /** The name in our tables. */
  String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
