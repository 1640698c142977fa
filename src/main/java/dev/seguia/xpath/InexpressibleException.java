package dev.seguia.xpath;

/// Aborts a translation; it becomes a [Translation.Inexpressible] and is never seen outside.
final class InexpressibleException extends Exception {
  private static final long serialVersionUID = 1L;

  InexpressibleException(String reason) {
    super(reason, null, false, false);
  }

  Translation.Inexpressible result() {
    return new Translation.Inexpressible(String.valueOf(getMessage()));
  }
}
