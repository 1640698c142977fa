package dev.seguia.parse;

/// The limits of parsing. Every field of a document may be hostile: what exceeds a limit is left
/// out, without an error.
final class ParseLimits {
  private ParseLimits() {}

  /// Limit: entries of a document; the rest is ignored, with a warning.
  ///
  /// Real feeds hold 10 to 500 entries, whole archives a few thousand.
  static final int ENTRIES = 10_000;

  /// Limit: levels of XML elements; deeper ones are ignored.
  ///
  /// Deeper trees are attacks, or are so broken that their depth means nothing.
  static final int DEPTH = 200;

  /// Limit: tags and attributes of a document; the rest is ignored, with a warning.
  ///
  /// Tags and attributes of a document: 10,000 entries with 15 elements each come to as many.
  static final int MARKS = 300_000;

  /// Limit: values and names of a JSON document; a larger one is not read.
  ///
  /// Values and names of a document in JSON, likewise.
  static final int TOKENS = 1_000_000;

  /// Limit: characters of a text; a longer one is truncated.
  ///
  /// Long books are about a million characters; no article is longer.
  static final int CONTENT = 1_000_000;

  /// Limit: characters of a title as read; a longer one is truncated.
  ///
  /// A micro-post that is all title fits; a body in the wrong element does not.
  static final int TITLE = 5_000;

  /// Limit: characters of an id; a longer one is ignored.
  ///
  /// Ids of 5 KB have been seen; an id beyond this names nothing.
  static final int ID = 8_192;

  /// Limit: characters of a URL; a longer one is ignored.
  ///
  /// What servers accept as a request line.
  static final int URL = 8_192;

  /// Limit: characters of a name or category; a longer one is truncated.
  ///
  /// A person, a category, a language: what fits on a line or two.
  static final int NAME = 500;

  /// Limit: categories of an entry as read; further ones are ignored.
  static final int CATEGORIES = 200;

  /// Limit: authors of an entry as read; further ones are ignored.
  static final int AUTHORS = 50;

  /// Limit: enclosures of an entry as read; further ones are ignored.
  static final int ENCLOSURES = 200;

  /// Links of an entry, enclosures among them.
  static final int LINKS = 400;

  /// The limit of reported faults of a document.
  static final int WARNINGS = 20;
}
