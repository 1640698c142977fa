package dev.seguia.store.database;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Values that are always read as a whole, in one column: as JSON, or as deflated JSON if long.
public final class JsonColumn {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private JsonColumn() {}

  public static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /// Writes a value as deflated JSON.
  public static byte[] deflate(Object value) {
    var plain = MAPPER.writeValueAsBytes(value);
    var deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      deflater.setInput(plain);
      deflater.finish();
      var out = new ByteArrayOutputStream(plain.length / 2 + 64);
      var buffer = new byte[8192];
      while (!deflater.finished()) out.write(buffer, 0, deflater.deflate(buffer));
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  public static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JacksonException e) {
      throw new StoreException("a value in the store is damaged", e);
    }
  }

  /// Reads what [#deflate(Object)] wrote.
  public static <T> T inflate(byte[] deflated, Class<T> type) {
    return inflate(
        deflated,
        json -> {
          try {
            return MAPPER.readValue(json, type);
          } catch (JacksonException e) {
            throw new StoreException("a value in the store is damaged", e);
          }
        });
  }

  /// Reads the text of the first property of an object from the beginning of its deflated JSON. The
  /// rest is not read, and may be missing.
  ///
  /// @return empty if the first property is another one, or does not end within these bytes
  public static Optional<String> firstText(byte[] deflated, String property) {
    return inflate(deflated, json -> firstText(json, property));
  }

  private static Optional<String> firstText(InputStream json, String property) {
    try (var parser = MAPPER.createParser(json)) {
      parser.nextToken();
      if (!property.equals(parser.nextName()) || parser.nextToken() != JsonToken.VALUE_STRING)
        return Optional.empty();
      return Optional.of(parser.getString());
    } catch (JacksonException breaksOff) {
      return Optional.empty();
    }
  }

  /// Reads deflated JSON through.
  ///
  /// @throws StoreException if it is damaged
  static void check(byte[] deflated) {
    inflate(deflated, Map.class);
  }

  private static <T> T inflate(byte[] deflated, Function<InputStream, T> reader) {
    var inflater = new Inflater(true);
    try (var plain = new InflaterInputStream(new ByteArrayInputStream(deflated), inflater)) {
      return reader.apply(plain);
    } catch (IOException e) {
      throw new StoreException("a text in the store is damaged", e);
    } finally {
      inflater.end();
    }
  }
}
