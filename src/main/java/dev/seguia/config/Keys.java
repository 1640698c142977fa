package dev.seguia.config;

import dev.seguia.text.NearestName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All settings, as the records of the sections declare them. The shipped file and the reference
/// page are generated from these.
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

  /// The key that an unknown name was probably meant to be: one that begins with the name, or else
  /// one of that name in another section, or else one in the section meant, or else one of similar
  /// spelling. Empty if no key is similar.
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

  /// The section, or else the key, that an unknown name outside all sections was probably meant to
  /// be. Empty if nothing is similar.
  static Optional<String> nearestAtTheTopTo(String name) {
    var sections =
        SECTIONS.stream().filter(known -> name.startsWith(known) || isLike(known, name)).toList();
    return NearestName.to(name, sections).or(() -> nearestTo(name));
  }

  /// Whether at least half of the letters are the same: names that differ more are not typing
  /// errors.
  private static boolean isLike(String known, String name) {
    return 2 * NearestName.distance(known, name) <= known.length();
  }

  private static boolean stands(String name, String section) {
    return NearestName.distance(name.substring(0, Math.max(0, name.indexOf('.'))), section)
            <= MISTYPED
        && name.contains(".");
  }
}
