package dev.seguia.fetch;

import java.net.URI;
import java.util.Optional;

/// One place on the way from the URL that was asked for to the document.
///
/// @param number of redirects before this place
/// @param isPermanent whether all of them were permanent
/// @param isPublic whether one of those places, or this one, was found at a public address
record Hop(URI url, int number, boolean isPermanent, boolean isPublic) {
  static Hop first(URI url) {
    return new Hop(url, 0, true, false);
  }

  Hop next(URI to, boolean permanent) {
    return new Hop(to, number + 1, isPermanent && permanent, isPublic);
  }

  /// The same place, in the plain spelling of its URL.
  Hop at(URI spelling) {
    return new Hop(spelling, number, isPermanent, isPublic);
  }

  /// The same place, now that its server has answered.
  Hop answered(boolean fromPublicAddress) {
    return new Hop(url, number, isPermanent, isPublic || fromPublicAddress);
  }

  /// The address to ask from now on, if it is another.
  Optional<URI> movedTo() {
    return number > 0 && isPermanent ? Optional.of(url) : Optional.empty();
  }
}
