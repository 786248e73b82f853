package io.nutgraf.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** Data for the page's script as JSON that cannot end the script element it stands in. */
final class ScriptData {
  private static final ObjectMapper JSON = mapper();

  private ScriptData() {}

  static String of(Object data) {
    try {
      return JSON.writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("The data of the page cannot be written as JSON", e);
    }
  }

  private static ObjectMapper mapper() {
    ObjectMapper mapper = new ObjectMapper();
    mapper.getFactory().setCharacterEscapes(new NoMarkup());
    mapper.registerModule(
        new SimpleModule()
            .addSerializer(String.class, new VisibleStrings())
            .addSerializer(Instant.class, new Moments()));
    return mapper;
  }

  /** Escapes what HTML could take for markup. */
  private static final class NoMarkup extends CharacterEscapes {
    private final int[] escapes = standardAsciiEscapesForJSON();

    NoMarkup() {
      for (char markup : new char[] {'<', '>', '&'}) {
        escapes[markup] = ESCAPE_STANDARD;
      }
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return escapes.clone();
    }

    @Override
    public SerializableString getEscapeSequence(int character) {
      return new SerializedString(String.format("\\u%04x", character));
    }
  }

  private static final class VisibleStrings extends StdSerializer<String> {
    VisibleStrings() {
      super(String.class);
    }

    @Override
    public void serialize(String text, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(VisibleText.of(text));
    }
  }

  private static final class Moments extends StdSerializer<Instant> {
    Moments() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant at, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(at.toString());
    }
  }
}
