package dev.seguia.page;

import java.time.Duration;
import java.time.Instant;

/// The times of entries in a list that has a heading for each day: how long ago where that is less
/// than a day, or else the time of day. They count from a moment that lasts for five minutes, so
/// that a page can be cached meanwhile.
record EntryTimes(Messages words, Instant now) {
  private static final Duration STEP = Duration.ofMinutes(5);

  /// The number of the moment: grows by one when the times of a page are to be written again.
  static long moment(Instant now) {
    return now.getEpochSecond() / STEP.toSeconds();
  }

  /// @param now the present, to the second
  static EntryTimes at(Messages words, Instant now) {
    return new EntryTimes(words, Instant.ofEpochSecond(moment(now) * STEP.toSeconds()));
  }

  String of(Instant published) {
    var age = Duration.between(published, now);
    if (age.compareTo(STEP) < 0) return words.say("time.now");
    if (age.toHours() == 0)
      return words.counted("time.minutes-ago", age.dividedBy(STEP) * STEP.toMinutes());
    if (age.toDays() == 0) return words.counted("time.hours-ago", age.toHours());
    return words.timeOfDay(published);
  }
}
