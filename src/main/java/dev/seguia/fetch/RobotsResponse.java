package dev.seguia.fetch;

import java.time.Duration;

/// What a server's robots.txt says of one of its pages.
public sealed interface RobotsResponse {
  /// It may be fetched.
  ///
  /// @param pause between the beginnings of two such requests, as far as we go along with it
  record Allowed(Duration pause) implements RobotsResponse {}

  /// It is not for us.
  ///
  /// @param reason in plain words, on one line
  record Forbidden(String reason) implements RobotsResponse {}

  /// What it says could not be found out, and until it is, nothing is fetched (RFC 9309 section
  /// 2.3.1.4).
  ///
  /// @param reason in plain words, on one line
  record Unknown(String reason) implements RobotsResponse {}
}
