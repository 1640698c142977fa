package dev.seguia.feed;

/// A text as a source wrote it, with its format, as far as known.
///
/// What RFC 4287 section 3.1 calls a text construct. The value is not to be trusted: markup in it
/// is the source's own.
///
/// @param value the characters, with the entities of XML resolved; may be empty
public record Text(Kind kind, String value) {
  /// The format of a text.
  public enum Kind {
    /// Characters; a `<` is a less-than sign.
    PLAIN,
    /// Markup; XHTML is handed over as the HTML it is.
    HTML,
    /// The format does not say (RSS): plain, unless it looks like markup.
    UNKNOWN
  }

  private static final Text NONE = new Text(Kind.PLAIN, "");

  /// The empty text.
  public static Text none() {
    return NONE;
  }

  public static Text plain(String value) {
    return new Text(Kind.PLAIN, value);
  }

  public static Text html(String value) {
    return new Text(Kind.HTML, value);
  }

  public static Text unknown(String value) {
    return new Text(Kind.UNKNOWN, value);
  }

  public boolean isBlank() {
    return value.isBlank();
  }
}
