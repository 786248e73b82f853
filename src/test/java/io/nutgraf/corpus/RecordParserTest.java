package io.nutgraf.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordParserTest {
  private static final ColumnMapping DEFAULT = new ColumnMapping(Map.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[1] | BAD_JSON | a line must be one JSON object, but starts with a list",
        "\"a\" | BAD_JSON | a line must be one JSON object, but starts with a string",
        "{\"text\":\"a\"} {} | BAD_JSON | after the object comes an object, at column 15",
        "{\"text\":\"a\"}] | BAD_JSON | Unexpected close marker",
        "{\"text\":\"a | BAD_JSON | Unexpected end-of-input",
        "{\"text\":\"a\",\"text\":\"b\"} | BAD_JSON | Duplicate field 'text'",
        "{\"x\":{\"y\":1,\"y\":2},\"text\":\"b\"} | BAD_JSON | Duplicate field 'y'",
        "{'text':'a'} | BAD_JSON | Unexpected character",
        "{\"text\":[\"a\"]} | WRONG_TYPE | field text is a list; it must be a string or null",
        "{\"title\":5} | WRONG_TYPE | field title is a number; it must be a string or null",
        "{\"id\":1.5} | WRONG_TYPE | field id is a number; it must be a string or null",
        "{\"id\":{}} | WRONG_TYPE | field id is an object; it must be a string or null",
        "{\"published_at\":true} | WRONG_TYPE | field published_at is a boolean; it must be a string, a number or null"
      })
  void saysWhatIsWrongWithALine(String line, Reason reason, String message) {
    assertRejected(() -> new JsonRecordParser(DEFAULT).parse(raw(line)), reason, message);
  }

  @Test
  void takesMappedFieldsAndSkipsTheRest() throws RejectedException {
    JsonRecordParser parser = new JsonRecordParser(new ColumnMapping(Map.of("text", "body")));

    assertThat(
            parser.parse(
                raw(
                    "{\"id\":7,\"body\":\"b\",\"text\":[1,{}],\"title\":null,\"published_at\":1189427400}\r")))
        .isEqualTo(
            Map.of(Field.ARTICLE_ID, "7", Field.TEXT, "b", Field.PUBLISHED_AT, "1189427400"));
  }

  @Test
  void articleIdGoesBeforeIdUnlessMapped() throws RejectedException {
    RawRecord both = raw("{\"id\":\"i\",\"article_id\":\"a\"}");
    assertThat(new JsonRecordParser(DEFAULT).parse(both)).containsEntry(Field.ARTICLE_ID, "a");
    ColumnMapping mapped = new ColumnMapping(Map.of("article_id", "id", "url", "id"));
    assertThat(new JsonRecordParser(mapped).parse(both))
        .isEqualTo(Map.of(Field.ARTICLE_ID, "i", Field.URL, "i"));
  }

  @Test
  void readsCsvCellsUnderTheHeader() throws RejectedException {
    CsvRecordParser parser = CsvRecordParser.of(raw(" id,text ,more\r"), DEFAULT);

    assertThat(parser.parse(raw("1,\"a \"\"b\"\"\nc, d\",x\r")))
        .isEqualTo(Map.of(Field.ARTICLE_ID, "1", Field.TEXT, "a \"b\"\nc, d"));
    assertThat(parser.parse(raw(",\"\","))).isEmpty();
  }

  @Test
  void saysWhatIsWrongWithACsvRecord() throws RejectedException {
    CsvRecordParser parser = CsvRecordParser.of(raw("id,text"), DEFAULT);
    assertRejected(
        () -> parser.parse(raw("1,2,3")),
        Reason.WRONG_COLUMNS,
        "the record has 3 cells, the header 2");
    assertRejected(() -> parser.parse(raw("1,\"a\"b")), Reason.BAD_CSV, "not RFC 4180");
    assertRejected(() -> parser.parse(raw("1,a\rb,c")), Reason.BAD_CSV, "carriage return");
  }

  @Test
  void saysWhatIsWrongWithACsvHeader() {
    assertRejected(
        () -> CsvRecordParser.of(raw("id,body"), DEFAULT),
        Reason.BAD_HEADER,
        "the header has no column text; found are [id, body]. Map the right one to text");
    assertRejected(
        () -> CsvRecordParser.of(raw("id,text,id"), DEFAULT),
        Reason.BAD_HEADER,
        "the column id twice");
    assertRejected(() -> CsvRecordParser.of(null, DEFAULT), Reason.BAD_HEADER, "no header");
    assertRejected(
        () -> CsvRecordParser.of(raw("\"id,text\n"), DEFAULT),
        Reason.BAD_HEADER,
        "in the header: ");
  }

  @Test
  void aReplacementCharacterOfTheTextsOwnIsNoFault() throws RejectedException {
    assertThat(raw("a\uFFFDb").decode()).isEqualTo("a\uFFFDb");
    RawRecord broken = new RawRecord(0, new byte[] {'a', (byte) 0xff, 'b'}, 3);
    assertRejected(broken::decode, Reason.INVALID_UTF8, "byte 1 of the record (0xff) is not UTF-8");
  }

  private static void assertRejected(ThrowingCallable parsing, Reason reason, String message) {
    assertThatThrownBy(parsing)
        .isInstanceOfSatisfying(
            RejectedException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessageContaining(message);
  }

  private static RawRecord raw(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return new RawRecord(0, bytes, bytes.length);
  }
}
