package dev.seguia.config;

import dev.seguia.config.Value.Mapping;
import dev.seguia.config.Value.Scalar;
import dev.seguia.config.Value.Sequence;
import dev.seguia.url.BaseUrl;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The kind of a value: how it is read, and how error messages describe it.
///
/// @param expected as in `a duration, as in 90s, 15m, 6h or 7d`
/// @param nested the value is a list or a map, so its text is read as YAML
/// @param reader gives an empty result for a value of another kind
record Kind<T>(String expected, boolean nested, Function<Value, Optional<T>> reader) {
  static final Kind<String> TEXT = scalar("text", text -> Optional.of(text));

  static final Kind<Boolean> YES_OR_NO =
      scalar(
          "true or false",
          text ->
              switch (text) {
                case "true" -> Optional.of(true);
                case "false" -> Optional.of(false);
                default -> Optional.empty();
              });

  static final Kind<Integer> WHOLE_NUMBER =
      scalar("a whole number", text -> number(text, Integer::parseInt));

  static final Kind<Double> NUMBER =
      scalar("a number", text -> number(text, Double::parseDouble).filter(Double::isFinite));

  static final Kind<BaseUrl> BASE_URL =
      scalar("an http or https URL, without ? and #", BaseUrl::parse);

  static final Kind<Duration> DURATION =
      scalar("a duration, as in 90s, 15m, 6h or 7d", Units::duration);

  static final Kind<Long> SIZE = scalar("a size, as in 512KB or 10MB", Units::size);

  static final Kind<Optional<ZoneId>> ZONE_OR_SYSTEM =
      orWord("system", scalar("a time zone, as in Africa/Casablanca or UTC", Kind::zone));

  static final Kind<Optional<Duration>> DURATION_OR_FOREVER = orWord("forever", DURATION);

  static final Kind<Optional<String>> TEXT_OR_NONE = orWord("none", TEXT);

  static final Kind<List<String>> TEXTS =
      new Kind<>("a list, as in [one, two]", true, value -> all(value, TEXT));

  static final Kind<Map<String, List<String>>> ALIASES =
      new Kind<>(
          "a map from a label to the labels that mean the same, as in {usa: [États-Unis]}",
          true,
          Kind::aliases);

  static final Kind<List<Mapping>> MAPS = new Kind<>("a list of maps", true, Kind::maps);

  Optional<T> read(Value value) {
    return reader.apply(value);
  }

  static <E extends Enum<E>> Kind<E> oneOf(Class<E> choices) {
    var names = Stream.of(choices.getEnumConstants()).map(Kind::nameOf).toList();
    return scalar(
        "one of " + String.join(", ", names),
        text ->
            Arrays.stream(choices.getEnumConstants())
                .filter(choice -> nameOf(choice).equals(text))
                .findFirst());
  }

  static <T> Kind<List<T>> listOf(Kind<T> kind) {
    return new Kind<>("a list, each " + kind.expected, true, value -> all(value, kind));
  }

  private static <T> Kind<T> scalar(String expected, Function<String, Optional<T>> reader) {
    return new Kind<>(
        expected,
        false,
        value ->
            value instanceof Scalar scalar
                ? reader.apply(scalar.text().strip())
                : Optional.empty());
  }

  private static String nameOf(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  /// A value, or a word that means that there is none.
  private static <T> Kind<Optional<T>> orWord(String word, Kind<T> kind) {
    return new Kind<>(
        word + " or " + kind.expected,
        false,
        value ->
            value instanceof Scalar scalar && scalar.text().strip().equals(word)
                ? Optional.of(Optional.empty())
                : present(kind.read(value)));
  }

  private static <T> Optional<Optional<T>> present(Optional<T> read) {
    return read.isPresent() ? Optional.of(read) : Optional.empty();
  }

  private static Optional<ZoneId> zone(String text) {
    try {
      return Optional.of(ZoneId.of(text));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private static <T> Optional<T> number(String text, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(text));
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }

  /// Reads a list; a single value is a list of one.
  private static <T> Optional<List<T>> all(Value value, Kind<T> kind) {
    var values = value instanceof Sequence sequence ? sequence.values() : List.of(value);
    var read = values.stream().map(kind::read).toList();
    if (read.stream().anyMatch(Optional::isEmpty)) return Optional.empty();
    return Optional.of(read.stream().flatMap(Optional::stream).toList());
  }

  private static Optional<Map<String, List<String>>> aliases(Value value) {
    if (!(value instanceof Mapping mapping)) return Optional.empty();
    var aliases = new LinkedHashMap<String, List<String>>();
    for (var pair : mapping.pairs()) {
      var labels = TEXTS.read(pair.value());
      if (labels.isEmpty()) return Optional.empty();
      aliases.put(pair.key(), labels.get());
    }
    return Optional.of(aliases);
  }

  private static Optional<List<Mapping>> maps(Value value) {
    if (!(value instanceof Sequence sequence)) return Optional.empty();
    if (!sequence.values().stream().allMatch(Mapping.class::isInstance)) return Optional.empty();
    return Optional.of(sequence.values().stream().map(Mapping.class::cast).toList());
  }
}
