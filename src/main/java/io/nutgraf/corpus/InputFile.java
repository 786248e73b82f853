package io.nutgraf.corpus;

import java.io.Serializable;
import java.util.Optional;
import org.apache.hadoop.fs.Path;

/**
 * A file to be read.
 *
 * @param path fully qualified
 * @param length stored bytes
 * @param format never {@link InputFormat#AUTO}; null if the name tells none that can be read
 * @param relativePath under the input it was found in: the name of that folder and the way from
 *     there, or the bare name of a file that was given itself
 */
record InputFile(String path, long length, InputFormat format, String relativePath)
    implements Serializable {
  private static final int MAX_TEXT_ID_CHARACTERS = 200;

  static InputFile of(String path, long length, InputFormat wanted, String relativePath) {
    String name = new Path(path).getName();
    Optional<InputFormat> format =
        wanted == InputFormat.AUTO ? InputFormat.ofFileName(name) : Optional.of(wanted);
    boolean isReadable =
        format.isPresent() && (format.get() != InputFormat.PARQUET || isPlainName(name));
    return new InputFile(path, length, isReadable ? format.get() : null, relativePath);
  }

  /** Spark's Parquet reader would skip other names without a word. */
  private static boolean isPlainName(String name) {
    return Compression.ofFileName(name) == Compression.NONE
        && !name.startsWith("_")
        && !name.startsWith(".");
  }

  String name() {
    return new Path(path).getName();
  }

  String folderName() {
    Path folder = new Path(path).getParent();
    return folder == null ? "" : folder.getName();
  }

  Compression compression() {
    return Compression.ofFileName(name());
  }

  /** The identifier of the one article in a plain-text file; stable when the input is moved. */
  String textId() {
    return relativePath.length() <= MAX_TEXT_ID_CHARACTERS
        ? relativePath
        : DerivedId.of(relativePath);
  }

  /** As the tables show it, null if there is none. */
  String formatCode() {
    return format == null ? null : format.code();
  }
}
