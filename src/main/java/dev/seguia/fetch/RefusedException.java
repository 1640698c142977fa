package dev.seguia.fetch;

import java.net.UnknownHostException;

/// A host or URL that our rules forbid, thrown through the HTTP client, whose resolvers may throw
/// only this type.
final class RefusedException extends UnknownHostException {
  private static final long serialVersionUID = 1;

  RefusedException(String reason) {
    super(reason);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
