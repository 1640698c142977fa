package dev.seguia.fetch;

import java.time.Duration;

/// The verdict of a server's robots.txt on one of its pages.
public sealed interface RobotsResponse {
  /// The page may be fetched.
  ///
  /// @param pause between the beginnings of two such requests, as far as we go along with it
  record Allowed(Duration pause) implements RobotsResponse {}

  /// The page must not be fetched.
  ///
  /// @param reason in plain words, on one line
  record Forbidden(String reason) implements RobotsResponse {}

  /// The robots.txt could not be fetched; until it is, no page is fetched (RFC 9309 section
  /// 2.3.1.4).
  ///
  /// @param reason in plain words, on one line
  record Unknown(String reason) implements RobotsResponse {}
}
