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
    var pages = section(this::pages);
    var dedup = section(() -> new DedupSettings(get(Keys.DEDUP_ENABLED), get(Keys.DEDUP_WINDOW)));
    var rules = TagRules.read(get(Keys.TAGS_RULES), this);
    var tags = new TagSettings(rules, get(Keys.TAGS_ALIASES), get(Keys.TAGS_DROP));
    var search = new SearchSettings(get(Keys.SEARCH_ENABLED));
    var retention = section(() -> new RetentionSettings(get(Keys.RETENTION_KEEP)));
    var store =
        section(() ->
            new StoreSettings(get(Keys.STORE_URL), get(Keys.STORE_USER), get(Keys.STORE_PASSWORD)));
    var log = new LogSettings(get(Keys.LOG_FORMAT), get(Keys.LOG_LEVEL));
    return section(() ->
        new Config(
            http,
            polling,
            fetch,
            feeds,
            pages,
            dedup,
            tags,
            search,
            retention,
            store,
            log,
            Locale.forLanguageTag(get(Keys.LANGUAGE))));
  }

  private HttpSettings http() {
    return new HttpSettings(
        get(Keys.HTTP_BIND), get(Keys.HTTP_PORT), get(Keys.HTTP_BASE_URL), get(Keys.HTTP_TOKEN));
  }

  private PollingSettings polling() {
    return new PollingSettings(
        get(Keys.POLLING_MIN_INTERVAL),
        get(Keys.POLLING_MAX_INTERVAL),
        get(Keys.POLLING_BUDGET_PER_DAY),
        get(Keys.POLLING_NEW_PER_SECOND),
        get(Keys.POLLING_CONCURRENCY),
        get(Keys.POLLING_PER_HOST));
  }

  private FetchSettings fetch() {
    return new FetchSettings(
        get(Keys.FETCH_TIMEOUT),
        get(Keys.FETCH_MAX_BODY),
        get(Keys.FETCH_USER_AGENT),
        get(Keys.FETCH_CONTACT),
        get(Keys.FETCH_ALLOW_ADDRESSES));
  }

  private PageSettings pages() {
    return new PageSettings(
        get(Keys.PAGES_INDEX), get(Keys.PAGES_IMAGES), get(Keys.PAGES_TIME_ZONE));
  }

  private FeedSettings feeds() {
    return new FeedSettings(
        get(Keys.FEEDS_SIZE),
        get(Keys.FEEDS_MAX_SIZE),
        new LinkedHashSet<>(get(Keys.FEEDS_FORMATS)));
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
    return Keys.NAMES.stream().filter(name -> name.startsWith(section) && given.containsKey(name));
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
    return "the default is " + Keys.named(key).map(Key::fallback).orElse("none");
  }

  private static String described(Value value) {
    return switch (value) {
      case Scalar scalar -> "'" + scalar.text() + "'";
      case Sequence sequence -> "a list of " + sequence.values().size();
      case Mapping mapping -> "a map of " + mapping.pairs().size();
    };
  }
}
