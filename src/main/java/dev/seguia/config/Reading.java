package dev.seguia.config;

import dev.seguia.config.InvalidSettings.Violation;
import dev.seguia.config.Value.Mapping;
import dev.seguia.config.Value.Place;
import dev.seguia.config.Value.Scalar;
import dev.seguia.config.Value.Sequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Converts the given values to settings, and collects all errors: an invalid value is replaced by
/// the default, so that one error does not hide the next.
final class Reading {
  private static final Place NOWHERE = new Place("default", 0);

  private final Map<String, Value> given = new HashMap<>();
  private final List<Complaint> complaints = new ArrayList<>();

  static Config defaults() {
    return new Reading().config();
  }

  /// Sets the value of a key, in place of an earlier one; an empty value means the default.
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
    var http = section(HttpSettings::read);
    var polling = section(PollingSettings::read);
    var fetch = section(FetchSettings::read);
    var feeds = section(FeedSettings::read);
    var pages = section(PageSettings::read);
    var dedup = section(DedupSettings::read);
    var tags = section(TagSettings::read);
    var search = section(SearchSettings::read);
    var retention = section(RetentionSettings::read);
    var store = section(StoreSettings::read);
    var log = section(LogSettings::read);
    return section(_ ->
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
            Locale.forLanguageTag(get(Config.LANGUAGE))));
  }

  /// Reads a section; if it is invalid, reports why and uses the defaults instead.
  private <S> S section(Function<Reading, S> read) {
    try {
      return read.apply(this);
    } catch (InvalidSettings e) {
      e.violations().forEach(this::complain);
      e.violations().forEach(violation -> forget(violation.key().name()));
      return read.apply(this);
    }
  }

  private void complain(Violation violation) {
    complain(place(violation.key().name()), violation.what(), mend(violation.key()));
  }

  /// The place of a key, or else of another one in its section: a rule may concern two keys of
  /// which only one is given.
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

  /// The value of a key: the given one, or else the default.
  <T> T get(Key<T> key) {
    var value = given.get(key.name());
    if (value == null) return key.defaultValue();
    var read = key.kind().read(value);
    if (read.isPresent()) return read.get();
    given.remove(key.name());
    var what = key.name() + " must be " + key.kind().expected() + ", not " + described(value);
    complain(value.place(), what, mend(key));
    return key.defaultValue();
  }

  private static String mend(Key<?> key) {
    return "the default is " + key.fallback();
  }

  private static String described(Value value) {
    return switch (value) {
      case Scalar scalar -> "'" + scalar.text() + "'";
      case Sequence sequence -> "a list of " + sequence.values().size();
      case Mapping mapping -> "a map of " + mapping.pairs().size();
    };
  }
}
