package dev.seguia.fetch;

import java.net.URI;
import java.util.Optional;

/// One URL on the redirect path from the requested URL to the document.
///
/// @param number of redirects before this place
/// @param isPermanent whether all of them were permanent
/// @param isPublic whether one of those places, or this one, was found at a public address
/// @param setsCookie whether one of those places set a cookie, which no other will get
record Hop(URI url, int number, boolean isPermanent, boolean isPublic, boolean setsCookie) {
  static Hop first(URI url) {
    return new Hop(url, 0, true, false, false);
  }

  Hop next(URI to, boolean permanent) {
    return new Hop(to, number + 1, isPermanent && permanent, isPublic, setsCookie);
  }

  /// The same place, to which a redirect led that set a cookie.
  Hop afterCookie() {
    return new Hop(url, number, isPermanent, isPublic, true);
  }

  /// The same hop, with its URL in normal form.
  Hop at(URI spelling) {
    return new Hop(spelling, number, isPermanent, isPublic, setsCookie);
  }

  /// The same hop, after its server has responded.
  Hop answered(boolean fromPublicAddress) {
    return new Hop(url, number, isPermanent, isPublic || fromPublicAddress, setsCookie);
  }

  /// The URL to request from now on (permanent redirect), if it is a different one.
  Optional<URI> movedTo() {
    return number > 0 && isPermanent ? Optional.of(url) : Optional.empty();
  }
}
