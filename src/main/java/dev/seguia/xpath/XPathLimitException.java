package dev.seguia.xpath;

/// Evaluating expressions on a page takes too much time or memory. The message says what is too
/// large, in plain words.
public final class XPathLimitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  XPathLimitException(String message) {
    super(message);
  }
}
