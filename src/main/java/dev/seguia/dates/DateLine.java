package dev.seguia.dates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A written date, from which recognised parts are removed one by one.
final class DateLine {
  private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{M}]+");
  private static final Pattern FIGURES = Pattern.compile("\\d+");

  private final StringBuilder rest;

  /// Where the part that was taken last stood.
  private int taken;

  DateLine(String line) {
    rest = new StringBuilder(line);
  }

  /// Takes the first part of that form out, a blank in its place, and gives its groups; a group
  /// that is not there is empty.
  Optional<List<String>> take(Pattern form) {
    var matcher = form.matcher(rest);
    if (!matcher.find()) return Optional.empty();
    var groups = groups(matcher);
    rest.replace(matcher.start(), matcher.end(), " ");
    taken = matcher.start() + 1;
    return Optional.of(groups);
  }

  /// Takes out the first part of that form whose groups will do.
  Optional<List<String>> first(Pattern form, Predicate<List<String>> will) {
    var matcher = form.matcher(rest);
    for (var from = 0; from <= rest.length() && matcher.find(from); from = matcher.start() + 1) {
      var groups = groups(matcher);
      if (!will.test(groups)) continue;
      rest.replace(matcher.start(), matcher.end(), " ");
      taken = matcher.start() + 1;
      return Optional.of(groups);
    }
    return Optional.empty();
  }

  /// Cuts the first part of that form that stands behind a place, if it can be read.
  <T> Optional<T> cut(Pattern form, int from, Function<List<String>, Optional<T>> reading) {
    var matcher = form.matcher(rest).region(from, rest.length());
    if (!matcher.find()) return Optional.empty();
    var read = reading.apply(groups(matcher));
    if (read.isPresent()) rest.delete(matcher.start(), matcher.end());
    return read;
  }

  static List<String> groups(Matcher found) {
    var groups = new ArrayList<String>();
    for (var number = 0; number <= found.groupCount(); number++) {
      @Nullable String text = found.group(number);
      groups.add(text == null ? "" : text);
    }
    return groups;
  }

  int taken() {
    return Math.min(taken, rest.length());
  }

  void cutEnd(String end) {
    if (rest.toString().endsWith(end)) rest.setLength(rest.length() - end.length());
  }

  void replace(Pattern form, String by) {
    var replaced = form.matcher(rest).replaceAll(by);
    rest.replace(0, rest.length(), replaced);
  }

  boolean has(Pattern form) {
    return form.matcher(rest).find();
  }

  boolean hasFigures() {
    return has(FIGURES);
  }

  List<String> figures() {
    return all(FIGURES);
  }

  List<String> words() {
    return all(WORDS);
  }

  private List<String> all(Pattern form) {
    return form.matcher(rest).results().map(MatchResult::group).toList();
  }

  int length() {
    return rest.length();
  }

  String rest() {
    return rest.toString().strip();
  }

  /// All that was left is explained.
  void clear() {
    rest.setLength(0);
  }
}
