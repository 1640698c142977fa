package dev.seguia.fetch;

import java.net.UnknownHostException;

/// A host or URL that we do not ask, thrown to the edge of the fetch through the client, whose
/// resolvers may throw only this.
final class RefusedException extends UnknownHostException {
  private static final long serialVersionUID = 1;

  RefusedException(String reason) {
    super(reason);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
