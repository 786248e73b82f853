package io.nutgraf.corpus;

/**
 * What a rejected record calls itself, as far as it could be read, so that it is known should it
 * have been taken down.
 *
 * @param articleId null if it is not known
 * @param source null if it is not known
 */
record RecordName(String articleId, String source) {
  private static final RecordName UNKNOWN = new RecordName(null, null);

  /** That of a record of which nothing could be read: a plain text is named by its path. */
  static RecordName of(InputFile file) {
    return file.format() == InputFormat.TEXT
        ? new RecordName(file.textId(), file.folderName())
        : UNKNOWN;
  }
}
