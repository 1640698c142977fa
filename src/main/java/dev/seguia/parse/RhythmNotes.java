package dev.seguia.parse;

import dev.seguia.feed.Rhythm;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdom2.Element;

/// Reads how often a document changes, by its own metadata (`ttl`, `skipHours`, the syndication
/// module). Values that make no sense are ignored.
final class RhythmNotes {
  private static final int MOST_CHILDREN = 50;
  private static final long MOST_MINUTES = 100_000;

  private Optional<Duration> ttl = Optional.empty();
  private Set<Integer> skipHours = Set.of();
  private Set<DayOfWeek> skipDays = Set.of();

  /// The first wish counts.
  void ttl(Duration value) {
    if (ttl.isEmpty() && value.isPositive()) ttl = Optional.of(value);
  }

  void ttlInMinutes(String text) {
    Numbers.positive(text)
        .ifPresent(minutes -> ttl(Duration.ofMinutes(Math.min(minutes, MOST_MINUTES))));
  }

  /// RSS 2.0 counts from 0 to 23; before, 24 was midnight.
  void skipHours(Element element) {
    var hours = new HashSet<Integer>();
    for (var text : children(element, "hour"))
      if (text.matches("\\d{1,2}") && Integer.parseInt(text) <= 24)
        hours.add(Integer.parseInt(text) % 24);
    skipHours = hours;
  }

  void skipDays(Element element) {
    var days = EnumSet.noneOf(DayOfWeek.class);
    for (var text : children(element, "day"))
      for (var day : DayOfWeek.values())
        if (day.name().equals(text.toUpperCase(Locale.ROOT))) days.add(day);
    skipDays = days;
  }

  private static List<String> children(Element element, String name) {
    return element.getChildren().stream()
        .filter(child -> child.getName().equalsIgnoreCase(name))
        .limit(MOST_CHILDREN)
        .map(child -> child.getText().strip())
        .toList();
  }

  Rhythm rhythm() {
    return new Rhythm(ttl, skipHours, skipDays);
  }
}
