package io.nutgraf.corpus;

/**
 * An accepted article. Url, title, source and time may be null.
 *
 * @param publishedAtMicros microseconds since 1970
 * @param isCleaned whether characters of the text were replaced
 */
record Article(
    String articleId,
    String source,
    String url,
    String title,
    Long publishedAtMicros,
    String text,
    boolean isCleaned) {}
