package dev.seguia.scrape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A structured-data item in the vocabulary of schema.org: an article, a person, a list.
public final class SchemaItem {
  /// A property's value; if it is an item of its own, with the text that represents it.
  private sealed interface Value {
    record Words(String text) implements Value {}

    record Nested(SchemaItem thing) implements Value {}
  }

  private final Map<String, List<Value>> properties = new LinkedHashMap<>();

  /// All things of the page that have a name there, so that one can point to another.
  private final Map<String, SchemaItem> named;

  SchemaItem(Map<String, SchemaItem> named) {
    this.named = named;
  }

  void add(String property, String text) {
    var name = word(property);
    add(name, new Value.Words(text));
    if (name.equals("@id")) named.putIfAbsent(text, this);
  }

  void add(String property, SchemaItem thing) {
    add(word(property), new Value.Nested(thing));
  }

  private void add(String property, Value value) {
    properties.computeIfAbsent(property, _ -> new ArrayList<>()).add(value);
  }

  /// `headline` of `schema:headline` and `http://schema.org/headline`.
  private static String word(String name) {
    if (name.startsWith("@")) return name;
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1);
  }

  /// Its types, as in `NewsArticle`.
  public List<String> types() {
    return texts("@type").stream().map(SchemaItem::word).toList();
  }

  public boolean isA(String type) {
    return types().contains(type);
  }

  /// The first text of a property.
  public Optional<String> text(String property) {
    return texts(property).stream().findFirst();
  }

  /// The texts of a property; for an item its value, name, or URL.
  public List<String> texts(String property) {
    return values(property)
        .flatMap(value ->
            switch (value) {
              case Value.Words(var text) -> Stream.of(text);
              case Value.Nested(var thing) -> thing.standIn().stream();
            })
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private Optional<String> standIn() {
    return Stream.of("@value", "name", "url", "contentUrl", "@id")
        .flatMap(property -> target().values(property))
        .flatMap(value -> value instanceof Value.Words(var text) ? Stream.of(text) : Stream.of())
        .findFirst();
  }

  /// The items of a property, with references resolved.
  public List<SchemaItem> things(String property) {
    return values(property)
        .flatMap(value ->
            value instanceof Value.Nested(var thing) ? Stream.of(thing.target()) : Stream.of())
        .toList();
  }

  /// What it holds, in the order of the page; not what it only points to.
  List<SchemaItem> held() {
    return properties.values().stream()
        .flatMap(List::stream)
        .flatMap(value -> value instanceof Value.Nested(var thing) ? Stream.of(thing) : Stream.of())
        .toList();
  }

  private Stream<Value> values(String property) {
    return properties.getOrDefault(property, List.of()).stream();
  }

  /// A thing that has nothing but a name points to the one that has that name.
  private SchemaItem target() {
    if (properties.size() > 2 || properties.keySet().stream().anyMatch(key -> !isPointer(key)))
      return this;
    return values("@id")
        .flatMap(value -> value instanceof Value.Words(var id) ? Stream.of(id) : Stream.of())
        .findFirst()
        .map(id -> named.getOrDefault(id, this))
        .orElse(this);
  }

  private static boolean isPointer(String property) {
    return property.equals("@id") || property.equals("@type");
  }
}
