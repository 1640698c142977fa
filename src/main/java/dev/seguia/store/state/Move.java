package dev.seguia.store.state;

import java.net.URI;
import java.util.Optional;

/// A permanent redirect of a source's address (RFC 9110 sections 15.4.2 and 15.4.9).
///
/// @param seen in how many polls in a row a feed was found there
public record Move(URI to, int seen) {
  /// Limit: polls in a row that must be redirected permanently before a source is moved.
  ///
  /// One response may be a mistake, or the landing page of a new owner of the name.
  private static final int ENOUGH = 2;

  /// Whether the new address is used from now on.
  public boolean isAdopted() {
    return seen >= ENOUGH;
  }

  /// One that is beyond doubt.
  static Move found(URI to) {
    return new Move(to, ENOUGH);
  }

  /// What is known after a poll of the old address.
  ///
  /// @param led where permanent redirects led this time
  static Optional<Move> after(Optional<Move> before, Optional<URI> led) {
    return led.map(to ->
        new Move(
            to, before.filter(move -> move.to.equals(to)).map(move -> move.seen + 1).orElse(1)));
  }
}
