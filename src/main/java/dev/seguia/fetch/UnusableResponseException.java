package dev.seguia.fetch;

import java.io.IOException;

/// A response that cannot be used, with the reason.
final class UnusableResponseException extends IOException {
  private static final long serialVersionUID = 1;

  private final boolean isAbsent;

  UnusableResponseException(String reason) {
    this(reason, false);
  }

  /// @param isAbsent it says that there is no such document
  UnusableResponseException(String reason, boolean isAbsent) {
    super(reason);
    this.isAbsent = isAbsent;
  }

  UnusableResponseException(String reason, Throwable cause) {
    super(reason, cause);
    isAbsent = false;
  }

  boolean isAbsent() {
    return isAbsent;
  }
}
