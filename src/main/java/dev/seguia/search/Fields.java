package dev.seguia.search;

/// The fields of the index.
final class Fields {
  /// Names the entry, as a term and as a value.
  static final String SEQ = "seq";

  static final String TITLE = "title";
  static final String TEXT = "text";

  /// The primary subtag of the language.
  static final String LANGUAGE = "lang";

  static final String TAG = "tag";

  /// Ids and hosts of the sources.
  static final String SOURCE = "source";

  /// Words of their titles.
  static final String SOURCE_TITLE = "sourcetitle";

  /// What related entries have in common, see [TitleFeatures].
  static final String FEATURE = "feature";

  /// The id of the source that was first.
  static final String ORIGIN = "origin";

  /// In seconds since 1970.
  static final String PUBLISHED = "published";

  /// In seconds since 1970.
  static final String ARRIVED = "arrived";

  private Fields() {}
}
