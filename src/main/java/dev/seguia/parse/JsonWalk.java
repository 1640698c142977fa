package dev.seguia.parse;

import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Streams a JSON feed, with one item at a time as a tree in memory.
final class JsonWalk {
  private static final StreamReadConstraints BOUNDS =
      StreamReadConstraints.builder()
          .maxNestingDepth(64)
          .maxStringLength(20_000_000)
          .maxNumberLength(100)
          .maxNameLength(1_000)
          .maxTokenCount(ParseLimits.TOKENS)
          .build();
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(BOUNDS)
                  .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                  .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                  .build())
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final ObjectNode header = JSON.createObjectNode();
  private final Consumer<JsonNode> reader;
  private boolean hasItems;
  private int items;

  private JsonWalk(Consumer<JsonNode> reader) {
    this.reader = reader;
  }

  /// What was found.
  ///
  /// @param header all but the items
  /// @param items how many there are
  /// @param isWhole whether the document could be read to its end
  record Found(JsonNode header, boolean hasItems, int items, boolean isWhole) {}

  /// @param reader takes the items, one after the other, up to the limit
  /// @throws tools.jackson.core.JacksonException if the document is broken
  static Found walk(String text, Consumer<JsonNode> reader) {
    return new JsonWalk(reader).walk(text);
  }

  private Found walk(String text) {
    try (var json = JSON.createParser(text)) {
      if (json.nextToken() == JsonToken.START_OBJECT)
        for (var name = json.nextName(); name != null; name = json.nextName()) member(json, name);
      return new Found(header, hasItems, items, true);
    } catch (StreamConstraintsException beyondBounds) {
      return new Found(header, hasItems, items, false);
    }
  }

  private void member(JsonParser json, String name) {
    var isList = json.nextToken() == JsonToken.START_ARRAY;
    if (name.equals("items") && isList) items(json);
    else header.set(name, JSON.readTree(json));
  }

  private void items(JsonParser json) {
    hasItems = true;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (items < ParseLimits.ENTRIES) reader.accept(JSON.readTree(json));
      else json.skipChildren();
      items++;
    }
  }
}
