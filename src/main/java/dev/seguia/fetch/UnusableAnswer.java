package dev.seguia.fetch;

import java.io.IOException;

/// An answer that cannot be used, with the reason in plain words.
final class UnusableAnswer extends IOException {
  private static final long serialVersionUID = 1;

  UnusableAnswer(String reason) {
    super(reason);
  }

  UnusableAnswer(String reason, Throwable cause) {
    super(reason, cause);
  }
}
