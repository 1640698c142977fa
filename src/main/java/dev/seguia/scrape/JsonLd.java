package dev.seguia.scrape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;

/// Parses the JSON-LD of a page. Templates that nobody tests generate it, so a truncated script
/// gives what precedes the truncation.
public final class JsonLd {
  private static final int SCRIPTS = 50;

  /// Limit: characters of JSON-LD of a page; more is ignored.
  private static final int LONGEST = 4_000_000;

  private static final StreamReadConstraints BOUNDS =
      StreamReadConstraints.builder()
          .maxNestingDepth(64)
          .maxStringLength(LONGEST)
          .maxNumberLength(100)
          .maxNameLength(1_000)
          .maxTokenCount(200_000)
          .build();
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(BOUNDS)
                  .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                  .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                  .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                  .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
                  .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                  .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                  .build())
          .build();

  /// What old templates put around a script so that older browsers did not show it.
  private static final Pattern WRAPPING =
      Pattern.compile("<!--|-->|(?://|/\\*)?\\s{0,9}(?:<!\\[CDATA\\[|\\]\\]>)\\s{0,9}(?:\\*/)?");

  private final Map<String, SchemaItem> named = new HashMap<>();
  private final List<SchemaItem> roots = new ArrayList<>();

  private JsonLd() {}

  /// The outermost things, in the order of the page.
  public static List<SchemaItem> roots(Document document) {
    var reader = new JsonLd();
    document.select("script[type*=ld+json]").stream()
        .limit(SCRIPTS)
        .map(Element::data)
        .filter(data -> data.length() <= LONGEST)
        .forEach(reader::read);
    return reader.roots;
  }

  private void read(String script) {
    var wrapped = script.contains("<!") || script.contains("-->");
    var text = wrapped ? withoutWrapping(script) : script;
    try (var json = JSON.createParser(text)) {
      for (var token = json.nextToken(); token != null; token = json.nextToken())
        value(json, roots::add, _ -> {});
    } catch (JacksonException breaksOff) {
      // what was read before is already among the roots
    }
  }

  /// Signs of wrapping may stand in texts as well: only those at the ends are meant.
  private static String withoutWrapping(String script) {
    var start = Math.max(0, Math.min(indexOf(script, '{'), indexOf(script, '[', "CDATA")));
    var end = Math.max(script.lastIndexOf('}'), start) + 1;
    var head = WRAPPING.matcher(script.substring(0, start)).replaceAll(" ");
    return head.isBlank() ? script.substring(start, Math.min(end, script.length())) : script;
  }

  private static int indexOf(String script, char bracket) {
    var at = script.indexOf(bracket);
    return at < 0 ? script.length() : at;
  }

  private static int indexOf(String script, char bracket, String word) {
    var at = script.indexOf(bracket);
    while (at >= 0 && (script.startsWith(word, at + 1) || script.startsWith(word, at - 5)))
      at = script.indexOf(bracket, at + 1);
    return at < 0 ? script.length() : at;
  }

  private void value(JsonParser json, Consumer<SchemaItem> things, Consumer<String> texts) {
    switch (json.currentToken()) {
      case START_OBJECT -> {
        var thing = new SchemaItem(named);
        things.accept(thing);
        members(json, thing);
      }
      case START_ARRAY -> {
        for (var token = json.nextToken(); goesOn(token); token = json.nextToken())
          value(json, things, texts);
      }
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
          texts.accept(json.getString());
      default -> {} // null, and the ends of what is not open
    }
  }

  private static boolean goesOn(JsonToken token) {
    return token != null && token != JsonToken.END_ARRAY;
  }

  private void members(JsonParser json, SchemaItem thing) {
    for (var name = json.nextName(); name != null; name = json.nextName()) {
      var property = name;
      if (json.nextToken() == null) return;
      value(json, held -> thing.add(property, held), text -> thing.add(property, text));
    }
  }
}
