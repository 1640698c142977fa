package dev.seguia.lists;

import dev.seguia.fetch.Validators;
import dev.seguia.source.WebLists.Copy;
import dev.seguia.source.WebLists.Holding;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// What we hold of a list on the web.
///
/// @param copy the last good one
/// @param validators of the copy; none where there is none
/// @param due when it is asked for again
/// @param failures in a row
/// @param trouble why the last time brought none, in plain words; empty if it did
record HeldList(
    URI url,
    Optional<Copy> copy,
    Validators validators,
    Instant due,
    int failures,
    Optional<String> trouble) {
  /// Nothing is put off for longer: a due time beyond is of a clock that was set.
  private static final Duration LONGEST = Duration.ofDays(1);

  /// One that was never asked for.
  static HeldList fresh(URI url) {
    return new HeldList(
        url, Optional.empty(), Validators.none(), Instant.EPOCH, 0, Optional.empty());
  }

  boolean isDue(Instant now) {
    return !now.isBefore(due) || due.isAfter(now.plus(LONGEST));
  }

  Holding holding() {
    return new Holding(copy, trouble);
  }

  HeldList with(Copy newer, Validators its, Instant next) {
    return new HeldList(url, Optional.of(newer), its, next, 0, Optional.empty());
  }

  HeldList unchanged(Validators renewed, Instant next) {
    return new HeldList(url, copy, renewed, next, 0, Optional.empty());
  }

  HeldList failed(String reason, Instant next) {
    return new HeldList(url, copy, validators, next, failures + 1, Optional.of(reason));
  }

  HeldList putOff(Instant next) {
    return new HeldList(url, copy, validators, next, failures, trouble);
  }

  /// Whether it says what the other says: the same sources, the same trouble.
  boolean saysAs(HeldList other) {
    return trouble.equals(other.trouble)
        && copy.isPresent() == other.copy.isPresent()
        && copy.map(mine -> isSame(mine, other.copy.orElse(mine))).orElse(true);
  }

  private static boolean isSame(Copy one, Copy other) {
    return one.isPublic() == other.isPublic()
        && one.location().equals(other.location())
        && Arrays.equals(one.document(), other.document());
  }
}
