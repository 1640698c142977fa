package dev.seguia.search;

/// The fields of the index.
public final class Fields {
  /// Names the entry, as a term and as a value.
  public static final String SEQ = "seq";

  public static final String TITLE = "title";
  public static final String TEXT = "text";

  /// The primary subtag of the language.
  public static final String LANGUAGE = "lang";

  public static final String TAG = "tag";

  /// Ids and hosts of the sources.
  public static final String SOURCE = "source";

  /// Words of their titles.
  public static final String SOURCE_TITLE = "sourcetitle";

  /// What related entries have in common, see [TitleFeatures].
  public static final String FEATURE = "feature";

  /// The id of the source that was first.
  public static final String ORIGIN = "origin";

  /// In seconds since 1970.
  public static final String PUBLISHED = "published";

  /// In seconds since 1970.
  public static final String ARRIVED = "arrived";

  private Fields() {}
}
