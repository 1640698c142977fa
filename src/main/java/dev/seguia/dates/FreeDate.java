package dev.seguia.dates;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A date written by hand or by a program with habits of its own. The parts that are sure are taken
/// out one by one (clock, zone, weekday), and what is left must be a day; figures that remain
/// unexplained make the whole no date.
final class FreeDate {
  private static final Pattern OFFSET =
      Pattern.compile(
          "(?<!\\d)(?:([a-z]{1,5}) ?)?:?-?([+-]\\d{2}(?::?\\d{2})?)(?![\\d:])z?(?![a-z])");
  private static final Pattern NAMED =
      Pattern.compile("\\(?\\b([a-z]{1,5}|[a-z]+(?:/[a-z_]+)+)\\)?\\W*$");
  private static final Pattern ISO =
      Pattern.compile("(\\d{4})[-/.](0?\\d{1,2})(?:[-/.](\\d{1,2}))?(?!\\d)");
  private static final Pattern COMPACT =
      Pattern.compile(
          "(?<!\\d)((?:19|20)\\d{2})(\\d{2})(\\d{2})(?:t?(\\d{2})(\\d{2})(\\d{2})?)?(?!\\d)");
  private static final Pattern ASIAN =
      Pattern.compile("(\\d{4}) ?[년年] ?(\\d{1,2}) ?[월月] ?(\\d{1,2}) ?[일日]");
  private static final Pattern EPOCH = Pattern.compile("(\\d{9,10})(\\d{3})?");

  /// Dates in the characters of Korea and Japan come without a zone, and mean the one they share.
  private static final ZoneId EAST_ASIA = ZoneOffset.ofHours(9);

  private final DateLine line;
  private final boolean american;
  private ZoneId zone;

  /// A zone by name stands after the clock, if there is one.
  private int afterClock;

  private FreeDate(String text, ZoneId usual) {
    line = new DateLine(text);
    zone = usual;
    american = text.matches(".*\\d ?[ap]m\\b.*") || text.contains(" - ");
  }

  static Optional<Instant> parse(String text, ZoneId usual) {
    var epoch = EPOCH.matcher(text);
    if (epoch.matches())
      return Optional.of(Instant.ofEpochSecond(Long.parseLong(DateLine.groups(epoch).get(1))));
    return new FreeDate(text, usual).read();
  }

  private Optional<Instant> read() {
    if (line.has(COMPACT)) return compact();
    var asian = line.take(ASIAN);
    if (asian.isPresent()) zone = EAST_ASIA;
    var written = asian.or(() -> line.take(ISO));
    var clock = FreeClock.take(line);
    if (clock.isPresent()) afterClock = line.taken();
    if (clock.isPresent()) takeZone();
    else takeZoneAlone();
    var date = written.isPresent() ? FreeDay.ordered(written.get()) : FreeDay.take(line, american);
    if (date.isEmpty() || line.hasFigures()) return Optional.empty();
    return Optional.of(clock.orElse(FreeClock.MIDNIGHT).on(date.get(), zone));
  }

  private Optional<Instant> compact() {
    return line.cut(COMPACT, 0, Optional::of).flatMap(this::compact);
  }

  private Optional<Instant> compact(List<String> parts) {
    var day = FreeDay.ordered(parts);
    var clock = FreeClock.compact(parts.get(4), parts.get(5), parts.get(6));
    takeZone();
    return line.hasFigures() ? Optional.empty() : day.map(date -> clock.on(date, zone));
  }

  private void takeZone() {
    var offset = line.take(OFFSET);
    if (offset.isPresent()) {
      zone = DateWords.zone(offset.get().get(2)).orElse(zone);
      return;
    }
    takeZoneAlone();
    line.cutEnd(" 00");
  }

  private void takeZoneAlone() {
    zone =
        line.cut(
                NAMED,
                afterClock,
                found -> DateWords.zone(found.get(1)).or(() -> DateWords.region(found.get(1))))
            .orElse(zone);
  }
}
