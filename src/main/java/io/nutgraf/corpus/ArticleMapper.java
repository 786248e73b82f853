package io.nutgraf.corpus;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Makes an article of the fields as they stand in the input, or says why not. Blank is the same as
 * absent. An identifier that is given is taken as it is, up to 1024 characters; one that is not is
 * made as {@link DerivedId} says. Control characters and lone surrogates are replaced in every
 * field as {@link Cleaned} says.
 */
final class ArticleMapper {
  private static final int MAX_ID_CHARACTERS = 1024;
  private static final int MAX_SHOWN_CHARACTERS = 100;

  private final PublishedAt publishedAt;
  private final int maxArticleBytes;

  ArticleMapper(ReadOptions options) {
    this.publishedAt = new PublishedAt(options.zone());
    this.maxArticleBytes = options.maxArticleBytes();
  }

  /**
   * @throws RejectedException with the first fault found, in the order text, identifier, time
   */
  Article map(Map<Field, String> fields) throws RejectedException {
    Cleaned text = text(fields.get(Field.TEXT));
    String source = clean(fields.get(Field.SOURCE));
    String url = clean(fields.get(Field.URL));
    String title = clean(fields.get(Field.TITLE));
    String given = clean(fields.get(Field.ARTICLE_ID));
    if (given != null && given.length() > MAX_ID_CHARACTERS) {
      throw new RejectedException(
          Reason.BAD_ID,
          "article_id has %d characters; at most %d are taken"
              .formatted(given.length(), MAX_ID_CHARACTERS));
    }
    return new Article(
        given == null ? DerivedId.of(url, source, title, text.value()) : given,
        source,
        url,
        title,
        micros(clean(fields.get(Field.PUBLISHED_AT))),
        text.value(),
        text.isChanged());
  }

  /** What a record calls itself that is not taken in, by the same rules as if it were. */
  RecordName name(Map<Field, String> fields) {
    String source = clean(fields.get(Field.SOURCE));
    String given = clean(fields.get(Field.ARTICLE_ID));
    if (given != null) {
      return new RecordName(given, source);
    }
    String url = clean(fields.get(Field.URL));
    String text = fields.get(Field.TEXT);
    if (url == null && text == null) {
      return new RecordName(null, source);
    }
    String plain = text == null ? "" : Cleaned.of(text).value();
    return new RecordName(DerivedId.of(url, source, clean(fields.get(Field.TITLE)), plain), source);
  }

  private Cleaned text(String given) throws RejectedException {
    Cleaned text = Cleaned.of(given == null ? "" : given);
    if (text.isBlank()) {
      throw new RejectedException(
          Reason.MISSING_TEXT,
          given == null
              ? "there is no text; if it has another name in the input, map it to text"
              : "the text is blank");
    }
    long bytes = text.utf8Length();
    if (bytes > maxArticleBytes) {
      throw new RejectedException(
          Reason.ARTICLE_TOO_LARGE,
          "the text is %d bytes; at most %d are taken. Split it, or raise the limit"
              .formatted(bytes, maxArticleBytes));
    }
    return text;
  }

  private Long micros(String value) throws RejectedException {
    if (value == null) {
      return null;
    }
    try {
      return ChronoUnit.MICROS.between(Instant.EPOCH, publishedAt.parse(value));
    } catch (DateTimeException e) {
      throw new RejectedException(
          Reason.BAD_PUBLISHED_AT,
          "published_at is \"%s\"; known are %s".formatted(shorten(value), PublishedAt.FORMS));
    }
  }

  private static String clean(String value) {
    if (value == null) {
      return null;
    }
    Cleaned cleaned = Cleaned.of(value);
    return cleaned.isBlank() ? null : cleaned.value();
  }

  private static String shorten(String value) {
    return value.length() <= MAX_SHOWN_CHARACTERS
        ? value
        : value.substring(0, MAX_SHOWN_CHARACTERS) + "...";
  }
}
