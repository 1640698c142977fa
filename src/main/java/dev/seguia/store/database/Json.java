package dev.seguia.store.database;

import java.io.InputStream;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Values that are read whole or not at all lie in one column, as JSON.
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private Json() {}

  public static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  public static byte[] writeBytes(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  public static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JacksonException e) {
      throw new StoreException("a value in the store is damaged", e);
    }
  }

  public static <T> T read(InputStream json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JacksonException e) {
      throw new StoreException("a value in the store is damaged", e);
    }
  }

  /// The text of a property, where it is the first one of an object. What comes behind it is not
  /// read, and may be missing.
  public static Optional<String> firstText(InputStream json, String property) {
    try (var parser = MAPPER.createParser(json)) {
      parser.nextToken();
      if (!property.equals(parser.nextName()) || parser.nextToken() != JsonToken.VALUE_STRING)
        return Optional.empty();
      return Optional.of(parser.getString());
    } catch (JacksonException breaksOff) {
      return Optional.empty();
    }
  }
}
