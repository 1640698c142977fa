package dev.seguia.config;

import dev.seguia.config.InvalidSettings.Violation;
import dev.seguia.config.Value.Mapping;
import dev.seguia.config.Value.Place;
import dev.seguia.config.Value.Scalar;
import dev.seguia.config.Value.Sequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Makes settings of the values that were given, and gathers every complaint on the way: a value
/// that is wrong gives way to the default, so that one fault does not hide the next.
final class Reading {
  private static final Place NOWHERE = new Place("default", 0);

  private final Map<String, Value> given = new HashMap<>();
  private final List<Complaint> complaints = new ArrayList<>();

  static Config defaults() {
    return new Reading().config();
  }

  /// The later value of a key stands; an empty one means the default.
  void give(Key<?> key, Value value) {
    if (value instanceof Scalar scalar && scalar.isNone()) given.remove(key.name());
    else given.put(key.name(), value);
  }

  void complain(Place place, String what, String mend) {
    complaints.add(new Complaint(place.file(), place.line(), what, mend));
  }

  ConfigResult result() {
    var config = config();
    if (complaints.isEmpty()) return new ConfigResult.Read(config);
    complaints.sort(Comparator.comparing(Complaint::file).thenComparingInt(Complaint::line));
    return new ConfigResult.Faulty(complaints);
  }

  private Config config() {
    var http = section(this::http);
    var polling = section(this::polling);
    var fetch = section(this::fetch);
    var feeds = section(this::feeds);
    var dedup = section(() -> new Config.Dedup(get(Key.DEDUP_ENABLED), get(Key.DEDUP_WINDOW)));
    var tags = new Config.Tags(get(Key.TAGS_RULES), get(Key.TAGS_ALIASES), get(Key.TAGS_DROP));
    var search = new Config.Search(get(Key.SEARCH_ENABLED));
    var websub = new Config.Websub(get(Key.WEBSUB_SUBSCRIBE), get(Key.WEBSUB_HUB));
    var retention = section(() -> new Config.Retention(get(Key.RETENTION_KEEP)));
    var store =
        section(() ->
            new Config.Store(get(Key.STORE_URL), get(Key.STORE_USER), get(Key.STORE_PASSWORD)));
    var log = new Config.Log(get(Key.LOG_FORMAT), get(Key.LOG_LEVEL));
    return section(() ->
        new Config(
            http,
            polling,
            fetch,
            feeds,
            dedup,
            tags,
            search,
            websub,
            retention,
            store,
            log,
            Locale.forLanguageTag(get(Key.LANGUAGE))));
  }

  private Config.Http http() {
    return new Config.Http(
        get(Key.HTTP_BIND), get(Key.HTTP_PORT), get(Key.HTTP_BASE_URL), get(Key.HTTP_TOKEN));
  }

  private Config.Polling polling() {
    return new Config.Polling(
        get(Key.POLLING_MIN_INTERVAL),
        get(Key.POLLING_MAX_INTERVAL),
        get(Key.POLLING_BUDGET_PER_DAY),
        get(Key.POLLING_NEW_PER_SECOND),
        get(Key.POLLING_CONCURRENCY),
        get(Key.POLLING_PER_HOST));
  }

  private Config.Fetch fetch() {
    return new Config.Fetch(
        get(Key.FETCH_TIMEOUT),
        get(Key.FETCH_MAX_BODY),
        get(Key.FETCH_USER_AGENT),
        get(Key.FETCH_CONTACT),
        get(Key.FETCH_ALLOW_ADDRESSES));
  }

  private Config.Feeds feeds() {
    return new Config.Feeds(
        get(Key.FEEDS_SIZE), get(Key.FEEDS_MAX_SIZE), new LinkedHashSet<>(get(Key.FEEDS_FORMATS)));
  }

  /// Makes a section; where it refuses, tells why and makes it of the defaults instead.
  private <S> S section(Supplier<S> make) {
    try {
      return make.get();
    } catch (InvalidSettings e) {
      e.violations().forEach(this::complain);
      e.violations().forEach(violation -> forget(violation.key()));
      return make.get();
    }
  }

  private void complain(Violation violation) {
    complain(place(violation.key()), violation.what(), mend(violation.key()));
  }

  /// Where the key stands, or else one of its section: a rule may join two, of which one is given.
  private Place place(String key) {
    var own = Optional.ofNullable(given.get(key));
    return own.or(() -> siblings(key).map(given::get).findFirst())
        .map(Value::place)
        .orElse(NOWHERE);
  }

  private void forget(String key) {
    siblings(key).toList().forEach(given::remove);
  }

  private Stream<String> siblings(String key) {
    var section = key.indexOf('.') < 0 ? key : key.substring(0, key.indexOf('.') + 1);
    return Key.NAMES.stream().filter(name -> name.startsWith(section) && given.containsKey(name));
  }

  private <T> T get(Key<T> key) {
    var value = given.get(key.name());
    if (value == null) return key.defaultValue();
    var read = key.kind().read(value);
    if (read.isPresent()) return read.get();
    given.remove(key.name());
    var what = key.name() + " must be " + key.kind().expected() + ", not " + described(value);
    complain(value.place(), what, mend(key.name()));
    return key.defaultValue();
  }

  private static String mend(String key) {
    return "the default is " + Key.named(key).map(Key::fallback).orElse("none");
  }

  private static String described(Value value) {
    return switch (value) {
      case Scalar scalar -> "'" + scalar.text() + "'";
      case Sequence sequence -> "a list of " + sequence.values().size();
      case Mapping mapping -> "a map of " + mapping.pairs().size();
    };
  }
}
