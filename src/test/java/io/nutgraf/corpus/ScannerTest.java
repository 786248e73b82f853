package io.nutgraf.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScannerTest {

  @Test
  void cutsLinesAtLineFeedsAndKnowsTheirOffsets() throws IOException {
    LineScanner lines = new LineScanner(stream("ab\r\n\nc"), 0, Long.MAX_VALUE, 100);
    assertThat(all(lines)).containsExactly("0:ab\r", "4:", "5:c");
  }

  @Test
  void theLastLineFeedStartsNoLine() throws IOException {
    assertThat(all(new LineScanner(stream("ab\n"), 0, Long.MAX_VALUE, 100)))
        .containsExactly("0:ab");
    assertThat(all(new LineScanner(stream(""), 0, Long.MAX_VALUE, 100))).isEmpty();
  }

  @Test
  void leavesLinesThatStartBehindTheRange() throws IOException {
    assertThat(all(new LineScanner(stream("ab\ncd\nef"), 0, 4, 100)))
        .containsExactly("0:ab", "3:cd");
  }

  @Test
  void ofARecordOverTheCapOnlyTheFirstBytesAreHeld() throws IOException {
    LineScanner lines = new LineScanner(stream("x".repeat(200_000) + "\ny"), 0, Long.MAX_VALUE, 10);
    RawRecord large = lines.next();
    assertThat(large.bytes()).hasSize(10);
    assertThat(large.length()).isEqualTo(200_000);
    assertThat(large.isWhole()).isFalse();
    assertThat(all(lines)).containsExactly("200001:y");
  }

  @Test
  void aLineBreakBetweenQuotesBelongsToTheCsvRecord() throws IOException {
    CsvScanner records =
        new CsvScanner(stream("a,\"b\nc\"\r\n\"d \"\"\ne\"\"\"\nf\"g\nh,\"\"\ni"), 0, 100);
    assertThat(all(records))
        .containsExactly("0:a,\"b\nc\"\r", "9:\"d \"\"\ne\"\"\"", "20:f\"g", "24:h,\"\"", "29:i");
    assertThat(records.isQuoteOpen()).isFalse();
  }

  @Test
  void knowsAQuoteThatIsNotClosed() throws IOException {
    CsvScanner records = new CsvScanner(stream("a\n\"b\nc\n"), 0, 100);
    assertThat(all(records)).containsExactly("0:a", "2:\"b\nc\n");
    assertThat(records.isQuoteOpen()).isTrue();
  }

  @Test
  void anEmptyFileIsStillOneWholeRecord() throws IOException {
    assertThat(all(new WholeScanner(stream(""), 0, 100))).containsExactly("0:");
    assertThat(all(new WholeScanner(stream("a\nb\n"), 0, 100))).containsExactly("0:a\nb\n");
  }

  /** Every read gives one byte, so that every record also meets the end of a block. */
  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8)) {
      @Override
      public synchronized int read(byte[] target, int offset, int length) {
        return super.read(target, offset, Math.min(length, 1));
      }
    };
  }

  private static List<String> all(RecordScanner scanner) throws IOException {
    List<String> records = new ArrayList<>();
    for (RawRecord record = scanner.next(); record != null; record = scanner.next()) {
      assertThat(record.isWhole()).isTrue();
      records.add(record.offset() + ":" + new String(record.bytes(), UTF_8));
    }
    return records;
  }
}
