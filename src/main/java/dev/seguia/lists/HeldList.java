package dev.seguia.lists;

import dev.seguia.fetch.Validators;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What we know of a list on the web; the document itself lies in a file.
///
/// @param held the last good copy
/// @param validators of the copy; none where there is none
/// @param due when it is asked for again
/// @param failures in a row
/// @param trouble why the last times brought none, in plain words; empty if they did
record HeldList(
    URI url,
    Optional<Held> held,
    Validators validators,
    Instant due,
    int failures,
    Optional<String> trouble) {
  /// Nothing is put off for longer: a due time beyond is of a clock that was set.
  private static final Duration LONGEST = Duration.ofDays(1);

  /// A copy.
  ///
  /// @param location where it was found, after redirects
  /// @param isPublic it came from a public address, or by way of one
  /// @param hash of the document
  record Held(URI location, boolean isPublic, String hash) {}

  /// One that was never asked for.
  static HeldList fresh(URI url) {
    return new HeldList(
        url, Optional.empty(), Validators.none(), Instant.EPOCH, 0, Optional.empty());
  }

  boolean isDue(Instant now) {
    return !now.isBefore(due) || due.isAfter(now.plus(LONGEST));
  }

  HeldList with(Held newer, Validators its, Instant next) {
    return new HeldList(url, Optional.of(newer), its, next, 0, Optional.empty());
  }

  HeldList unchanged(Validators renewed, Instant next) {
    return new HeldList(url, held, renewed, next, 0, Optional.empty());
  }

  HeldList failed(String reason, Instant next) {
    return new HeldList(url, held, validators, next, failures + 1, Optional.of(reason));
  }

  /// The server asks for less. Once is no trouble, if there is a copy.
  HeldList refused(String reason, Instant next) {
    var isTrouble = failures > 0 || held.isEmpty();
    return isTrouble
        ? failed(reason, next)
        : new HeldList(url, held, validators, next, failures + 1, trouble);
  }

  HeldList putOff(Instant next) {
    return new HeldList(url, held, validators, next, failures, trouble);
  }

  /// Whether it says what the other says: the same sources, the same trouble.
  boolean saysAs(HeldList other) {
    return trouble.equals(other.trouble) && held.equals(other.held);
  }
}
