package dev.seguia.lists;

import dev.seguia.feed.Sha256;
import dev.seguia.fetch.Validators;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/// What is known about a list on the web; its document is in a file.
///
/// @param held the last good copy
/// @param validators of the copy; none where there is none
/// @param asked the time of the last request
/// @param notBefore the earliest next request that its server allows
/// @param failures in a row
/// @param trouble why the last times brought none, in plain words; empty if they did
record HeldList(
    URI url,
    Optional<Held> held,
    Validators validators,
    Instant asked,
    Instant notBefore,
    int failures,
    Optional<String> trouble) {
  /// No server puts itself off for longer.
  private static final Duration LONGEST = Duration.ofDays(1);

  /// A local copy.
  ///
  /// @param location where it was found, after redirects
  /// @param isPublic it came from a public address, or by way of one
  /// @param hash of the document
  record Held(URI location, boolean isPublic, String hash) {
    static String hash(byte[] document) {
      return HexFormat.of().formatHex(Sha256.of(document));
    }
  }

  /// A list that was never requested.
  static HeldList fresh(URI url) {
    return new HeldList(
        url,
        Optional.empty(),
        Validators.none(),
        Instant.EPOCH,
        Instant.EPOCH,
        0,
        Optional.empty());
  }

  /// Whether the list is due. Times in the future, or too far in it, come from a clock change.
  boolean isDue(Instant now, ListPace pace) {
    var mayBeAsked = !now.isBefore(notBefore) || notBefore.isAfter(now.plus(LONGEST));
    var isTime = !now.isBefore(asked.plus(pace.after(failures))) || asked.isAfter(now);
    return mayBeAsked && isTime;
  }

  /// The state at a request.
  ///
  /// @param wait that the server wants until the next time
  HeldList asked(Instant now, Optional<Duration> wait) {
    var until =
        wait.map(wish -> now.plus(wish.compareTo(LONGEST) < 0 ? wish : LONGEST))
            .orElse(Instant.EPOCH);
    return new HeldList(url, held, validators, now, until, failures, trouble);
  }

  HeldList with(Held newer, Validators its) {
    return new HeldList(url, Optional.of(newer), its, asked, notBefore, 0, Optional.empty());
  }

  HeldList unchanged(Validators renewed) {
    return new HeldList(url, held, renewed, asked, notBefore, 0, Optional.empty());
  }

  HeldList failed(String reason) {
    return new HeldList(url, held, validators, asked, notBefore, failures + 1, Optional.of(reason));
  }

  /// The state after the server asked for fewer requests. Once is no problem, if there is a copy.
  HeldList refused(String reason) {
    var isTrouble = failures > 0 || held.isEmpty();
    return isTrouble
        ? failed(reason)
        : new HeldList(url, held, validators, asked, notBefore, failures + 1, trouble);
  }

  /// Whether both have the same sources and the same problem.
  boolean saysAs(HeldList other) {
    return trouble.equals(other.trouble) && held.equals(other.held);
  }
}
