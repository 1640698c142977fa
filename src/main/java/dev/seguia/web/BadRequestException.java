package dev.seguia.web;

/// A malformed request: the response is 400 (RFC 9110 section 15.5.1), and the client reads the
/// message.
public final class BadRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param message in words, with how to mend it
  public BadRequestException(String message) {
    super(message, null, false, false);
  }

  /// The words for the client.
  String words() {
    return String.valueOf(getMessage());
  }
}
