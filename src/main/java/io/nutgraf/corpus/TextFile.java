package io.nutgraf.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;

/** Opens a small text file that stands beside the corpus, such as a dictionary. */
public final class TextFile {
  private TextFile() {}

  /**
   * Opens a file of any Hadoop file system, unpacked when its name ends with .gz or .zst.
   *
   * @throws InputMissingException if there is no such file
   */
  public static Reader open(Configuration hadoop, String file) throws IOException {
    Path path = new Path(file);
    CompressionCodec codec = new CompressionCodecFactory(hadoop).getCodec(path);
    try {
      var bytes = path.getFileSystem(hadoop).open(path);
      return new InputStreamReader(codec == null ? bytes : codec.createInputStream(bytes), UTF_8);
    } catch (FileNotFoundException e) {
      throw new InputMissingException("No file " + file + "; give an existing one");
    }
  }
}
