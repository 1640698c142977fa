package dev.seguia.cli;

import dev.seguia.source.Source;
import dev.seguia.text.NearestName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Finds a source by a name on the command line: its URL, its id or its title.
final class SourceName {
  private static final int MOST_SHOWN = 5;
  private static final int LETTERS_A_MISTAKE = 4;

  private SourceName() {}

  /// The source of that name.
  ///
  /// @throws UnknownSource if there is none
  static Source find(String name, List<Source> sources) {
    return look(name, sources)
        .orElseThrow(
            () -> new UnknownSource(name, similar(name, sources), "seguia sources lists them"));
  }

  /// The source of that name, if it is listed.
  static Optional<Source> look(String name, List<Source> sources) {
    return first(sources, source -> source.url().toString().equals(name))
        .or(() -> first(sources, source -> source.id().equals(name)))
        .or(() -> first(sources, source -> source.title().equalsIgnoreCase(name)));
  }

  /// The error for a name that is no source, no file and no URL.
  static UnknownSource nothing(String name, List<Source> sources) {
    return new UnknownSource(
        name,
        similar(name, sources),
        "and it is neither a file nor a URL that begins with http:// or https://");
  }

  private static Optional<Source> first(List<Source> sources, Predicate<Source> test) {
    return sources.stream().filter(test).findFirst();
  }

  private static List<String> similar(String name, List<Source> sources) {
    var wanted = name.toLowerCase(Locale.ROOT);
    return sources.stream()
        .map(Source::title)
        .filter(title -> isLike(title.toLowerCase(Locale.ROOT), wanted))
        .limit(MOST_SHOWN)
        .toList();
  }

  /// It holds the name, or is spelt much the same.
  private static boolean isLike(String title, String wanted) {
    return title.contains(wanted)
        || NearestName.distance(title, wanted) <= Math.max(1, wanted.length() / LETTERS_A_MISTAKE);
  }

  /// No listed source has the name.
  static final class UnknownSource extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param otherwise what to say where no name is like it
    UnknownSource(String name, List<String> similar, String otherwise) {
      super(
          "no source has the URL, id or title "
              + name
              + (similar.isEmpty()
                  ? "; " + otherwise
                  : similar.stream().collect(Collectors.joining(", ", "; did you mean ", "?"))));
    }
  }
}
