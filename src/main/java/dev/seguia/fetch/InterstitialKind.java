package dev.seguia.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A kind of interstitial page, and the signs by which it is recognised.
///
/// @param words what such a page means for a source
record InterstitialKind(String words, Map<Sign, List<Pattern>> signs) {
  private static final String LIST = "interstitial-pages.txt";

  /// The part of a page that has the sign.
  enum Sign {
    MARK,
    TITLE,
    TEXT,
    FORM,
    ADDRESS
  }

  InterstitialKind {
    signs = Map.copyOf(signs);
  }

  /// All kinds, the surest first.
  static List<InterstitialKind> all() {
    var kinds = new ArrayList<InterstitialKind>();
    var signs = new EnumMap<Sign, List<Pattern>>(Sign.class);
    var words = "";
    for (var line : lines()) {
      if (line.startsWith("[")) {
        if (!signs.isEmpty()) kinds.add(new InterstitialKind(words, signs));
        words = line.substring(1, line.length() - 1);
        signs = new EnumMap<>(Sign.class);
      } else {
        var sign = Sign.valueOf(line.substring(0, line.indexOf(' ')).toUpperCase(Locale.ROOT));
        signs
            .computeIfAbsent(sign, _ -> new ArrayList<>())
            .add(pattern(line.substring(line.indexOf(' ') + 1)));
      }
    }
    kinds.add(new InterstitialKind(words, signs));
    return List.copyOf(kinds);
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
  }

  private static List<String> lines() {
    try (var list =
        Objects.requireNonNull(InterstitialKind.class.getResourceAsStream(LIST), LIST)) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether a page with little text is one of these.
  boolean isOf(String html, List<String> titles) {
    return has(Sign.MARK, html) || titles.stream().anyMatch(title -> has(Sign.TITLE, title));
  }

  /// Whether a page with hardly any text is one of these.
  boolean isOfNotice(String html, String text) {
    return has(Sign.TEXT, text) || has(Sign.FORM, html);
  }

  /// Whether pages at an address are these.
  boolean isAt(URI location) {
    return Stream.of(location.getHost(), location.getPath())
        .anyMatch(part -> part != null && has(Sign.ADDRESS, part));
  }

  private boolean has(Sign sign, String text) {
    return signs.getOrDefault(sign, List.of()).stream()
        .anyMatch(pattern -> pattern.matcher(text).find());
  }
}
