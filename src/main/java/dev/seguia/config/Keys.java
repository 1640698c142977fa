package dev.seguia.config;

import dev.seguia.text.NearestName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Every setting that there is, as the records of the sections declare them. The shipped file and
/// the reference page are made of these.
final class Keys {
  private Keys() {}

  private static final List<Section> DECLARED =
      List.of(
          HttpSettings.SECTION,
          PollingSettings.SECTION,
          FetchSettings.SECTION,
          FeedSettings.SECTION,
          PageSettings.SECTION,
          DedupSettings.SECTION,
          TagSettings.SECTION,
          SearchSettings.SECTION,
          RetentionSettings.SECTION,
          StoreSettings.SECTION,
          LogSettings.SECTION);

  /// In the order of the file.
  static final List<Key<?>> ALL =
      Stream.concat(
              DECLARED.stream().flatMap(section -> section.keys().stream()),
              Stream.of(Config.LANGUAGE))
          .toList();

  private static final int MISTYPED = 2;

  static final List<String> NAMES = ALL.stream().map(Key::name).toList();

  static final List<String> SECTIONS = ALL.stream().map(Key::section).distinct().toList();

  static Optional<Key<?>> named(String name) {
    return ALL.stream().filter(key -> key.name().equals(name)).findFirst();
  }

  /// The key that someone who wrote this name will have meant: one that begins so, or that has the
  /// right name in another section, or that stands in the section meant, before one that is merely
  /// spelt alike. None where no name is like it.
  static Optional<String> nearestTo(String name) {
    var last = name.substring(name.lastIndexOf('.') + 1);
    var section = name.substring(0, Math.max(0, name.indexOf('.')));
    return Stream.of(
            NAMES.stream().filter(known -> known.startsWith(name)),
            NAMES.stream().filter(known -> known.endsWith("." + last)),
            NAMES.stream().filter(known -> stands(known, section)),
            NAMES.stream().filter(known -> isLike(known, name)))
        .flatMap(candidates -> NearestName.to(name, candidates.toList()).stream())
        .findFirst();
  }

  /// The section, or else the key, that someone who wrote this name outside all sections will have
  /// meant. None where no name is like it.
  static Optional<String> nearestAtTheTopTo(String name) {
    var sections =
        SECTIONS.stream().filter(known -> name.startsWith(known) || isLike(known, name)).toList();
    return NearestName.to(name, sections).or(() -> nearestTo(name));
  }

  /// Whether half of the letters or more are the same: a name further off is no slip of the keys.
  private static boolean isLike(String known, String name) {
    return 2 * NearestName.distance(known, name) <= known.length();
  }

  private static boolean stands(String name, String section) {
    return NearestName.distance(name.substring(0, Math.max(0, name.indexOf('.'))), section)
            <= MISTYPED
        && name.contains(".");
  }
}
