package dev.seguia.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/// How often a document is worth requesting, by its own metadata (`ttl`, `skipHours`, `skipDays`).
///
/// @param ttl the minimum time between requests (RSS `ttl`, `sy:updatePeriod`)
/// @param skipHours hours of the day in GMT, 0 to 23, in which it does not change (RSS `skipHours`)
/// @param skipDays days of the week in GMT on which it does not change (RSS `skipDays`)
public record Rhythm(Optional<Duration> ttl, Set<Integer> skipHours, Set<DayOfWeek> skipDays) {
  private static final int HOURS = 24;
  private static final int DAYS = 7;

  /// A document that skips all hours or all days misunderstands the element, which is then ignored.
  public Rhythm {
    skipHours = skipHours.size() < HOURS ? Set.copyOf(skipHours) : Set.of();
    skipDays = skipDays.size() < DAYS ? Set.copyOf(skipDays) : Set.of();
  }

  /// No such metadata.
  public static Rhythm none() {
    return new Rhythm(Optional.empty(), Set.of(), Set.of());
  }

  /// The first moment from this one on that is not skipped.
  public Instant awake(Instant from) {
    var moment = from;
    for (var hour = 0; isSkipped(moment) && hour <= HOURS * DAYS; hour++)
      moment = moment.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    return moment;
  }

  private boolean isSkipped(Instant moment) {
    var gmt = moment.atOffset(ZoneOffset.UTC);
    return skipHours.contains(gmt.getHour()) || skipDays.contains(gmt.getDayOfWeek());
  }
}
