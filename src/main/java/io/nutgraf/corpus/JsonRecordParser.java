package io.nutgraf.corpus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One JSON object a record. Fields that are not mapped are checked for form and skipped. A repeated
 * key is a fault, because which of the two was meant cannot be known.
 */
final class JsonRecordParser implements RecordParser {
  // Records are bounded before they come here, so the length of a string in them need not be.
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  private final ColumnMapping mapping;
  private final Set<String> names;

  JsonRecordParser(ColumnMapping mapping) {
    this.mapping = mapping;
    this.names = mapping.names();
  }

  @Override
  public Map<Field, String> parse(RawRecord record) throws RejectedException {
    String line = record.decode();
    try (JsonParser json = JSON.createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw bad("a line must be one JSON object, but starts with " + typeOf(json.currentToken()));
      }
      Map<String, String> values = new HashMap<>();
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (names.contains(name)) {
          values.put(name, read(name, value, json));
        } else {
          json.skipChildren();
        }
      }
      if (json.nextToken() != null) {
        throw bad(
            "after the object comes %s, at column %d"
                .formatted(typeOf(json.currentToken()), json.currentLocation().getColumnNr()));
      }
      return mapping.pick(values::get);
    } catch (JsonProcessingException e) {
      int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
      throw bad("%s (column %d)".formatted(e.getOriginalMessage(), column));
    } catch (IOException e) {
      throw new UncheckedIOException("A string in memory could not be read", e);
    }
  }

  private String read(String name, JsonToken value, JsonParser json)
      throws IOException, RejectedException {
    boolean isTime = mapping.gives(name, Field.PUBLISHED_AT);
    boolean isTaken =
        switch (value) {
          case VALUE_STRING -> true;
          case VALUE_NUMBER_INT -> isTime || mapping.gives(name, Field.ARTICLE_ID);
          case VALUE_NUMBER_FLOAT -> isTime;
          default -> false;
        };
    if (isTaken) {
      return json.getText();
    }
    if (value == JsonToken.VALUE_NULL) {
      return null;
    }
    throw new RejectedException(
        Reason.WRONG_TYPE,
        "field %s is %s; it must be %s or null"
            .formatted(name, typeOf(value), isTime ? "a string, a number" : "a string"));
  }

  private static RejectedException bad(String message) {
    return new RejectedException(Reason.BAD_JSON, message);
  }

  private static String typeOf(JsonToken token) {
    if (token == null) {
      return "nothing";
    }
    return switch (token) {
      case START_OBJECT, END_OBJECT -> "an object";
      case START_ARRAY, END_ARRAY -> "a list";
      case VALUE_STRING, FIELD_NAME -> "a string";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_TRUE, VALUE_FALSE -> "a boolean";
      case VALUE_NULL -> "null";
      default -> token.name().toLowerCase(Locale.ROOT);
    };
  }
}
