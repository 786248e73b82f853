package io.nutgraf.corpus;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;

/**
 * Opens a split for reading. A fault that concerns the whole file is found here; such a file is
 * quarantined by the split that starts it, and its other splits are empty.
 */
final class SplitOpener {
  private final Configuration hadoop;
  private final ReadOptions options;
  private final ColumnMapping mapping;
  private final ArticleMapper mapper;

  SplitOpener(Configuration hadoop, ReadOptions options) {
    this.hadoop = hadoop;
    this.options = options;
    this.mapping = new ColumnMapping(options.columns());
    this.mapper = new ArticleMapper(options);
  }

  SplitRows open(Split split) throws IOException {
    InputFile file = split.file();
    try {
      if (file.format() == null) {
        throw new RejectedException(
            Reason.UNKNOWN_FORMAT,
            "the name ends in none of .jsonl .ndjson .json .csv .txt (each also with .gz or .zst) and"
                + " .parquet (which must not start with _ or .); rename it, or name the format of"
                + " all input");
      }
      if (file.format() == InputFormat.PARQUET) {
        new ParquetProbe(hadoop, mapping).check(file);
        throw new IOException("it was damaged when looked at first, and now it is not");
      }
      if (file.compression() != Compression.NONE) {
        new ProbeCompressed(options.maxDecompressionRatio()).check(file, stored(file));
      }
      int mark;
      try (InputStream plain = file.compression().open(stored(file))) {
        mark = PlainStart.check(plain);
      }
      return scan(split, mark);
    } catch (RejectedException why) {
      return wholeFile(split, why);
    }
  }

  /** The rows of a file that is quarantined as a whole; none for its second and later splits. */
  SplitRows wholeFile(Split split, RejectedException why) throws IOException {
    if (split.start() > 0) {
      return new NoRows();
    }
    try (InputStream stored = stored(split.file())) {
      return new WholeFileRows(split.file(), stored.readNBytes(RecordRows.MAX_RAW_BYTES), why);
    }
  }

  private SplitRows scan(Split split, int mark) throws IOException, RejectedException {
    InputFile file = split.file();
    // A range starts with the line after the first line break at or after the byte before it.
    boolean startsLine = split.start() <= mark;
    long from = startsLine ? mark : split.start() - 1;
    FSDataInputStream stored = stored(file);
    try {
      if (!startsLine) {
        stored.seek(from);
      }
      InputStream plain = file.compression().open(stored);
      if (startsLine) {
        plain.skipNBytes(mark);
      }
      RecordScanner scanner = scanner(split, plain, from);
      if (!startsLine && scanner instanceof LineScanner lines) {
        lines.skipLine();
      }
      return new ScannedRows(split, scanner, parser(file, scanner), mapper);
    } catch (IOException | RejectedException e) {
      stored.close();
      throw e;
    }
  }

  private RecordScanner scanner(Split split, InputStream plain, long from) {
    int max = options.maxRecordBytes();
    return switch (split.file().format()) {
      case CSV -> new CsvScanner(plain, from, max);
      case TEXT -> new WholeScanner(plain, from, max);
      default -> new LineScanner(plain, from, split.end(), max);
    };
  }

  private RecordParser parser(InputFile file, RecordScanner scanner)
      throws IOException, RejectedException {
    return switch (file.format()) {
      case CSV -> CsvRecordParser.of(scanner.next(), mapping);
      case TEXT -> new TextRecordParser(file, options.textSource());
      default -> new JsonRecordParser(mapping);
    };
  }

  private FSDataInputStream stored(InputFile file) throws IOException {
    Path path = new Path(file.path());
    return path.getFileSystem(hadoop).open(path);
  }

  private record NoRows() implements SplitRows {
    @Override
    public Row next() {
      return null;
    }

    @Override
    public void close() {}
  }
}
