package dev.seguia.search;

import dev.seguia.search.SearchEntry.Carrier;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/// Builds the index document of an entry.
public final class EntryDocument {
  private static final FieldType FEATURE_TYPE = featureType();

  private final Analysis analysis;

  public EntryDocument(Analysis analysis) {
    this.analysis = analysis;
  }

  /// A field type with norms (the number of features affects the score), but without positions.
  private static FieldType featureType() {
    var type = new FieldType();
    type.setIndexOptions(IndexOptions.DOCS);
    type.setTokenized(false);
    type.freeze();
    return type;
  }

  /// The term that identifies an entry by its number.
  public static Term name(long seq) {
    var bytes = new byte[Long.BYTES];
    NumericUtils.longToSortableBytes(seq, bytes, 0);
    return new Term(Fields.SEQ, new BytesRef(bytes));
  }

  /// All fields, for queries and other uses.
  public Document whole(SearchEntry entry) {
    var document = asked(entry);
    document.add(new StringField(Fields.SEQ, name(entry.seq()).bytes(), Field.Store.NO));
    document.add(new NumericDocValuesField(Fields.SEQ, entry.seq()));
    document.add(time(Fields.PUBLISHED, entry.published()));
    document.add(time(Fields.ARRIVED, entry.arrived()));
    entry.carriers().stream()
        .findFirst()
        .ifPresent(first ->
            document.add(new SortedDocValuesField(Fields.ORIGIN, new BytesRef(first.id()))));
    for (var feature : TitleFeatures.of(entry.title(), entry.language()).keySet())
      document.add(new Field(Fields.FEATURE, feature, FEATURE_TYPE));
    return document;
  }

  /// The fields for queries.
  public Document asked(SearchEntry entry) {
    var language = Language.of(entry.language());
    var document = new Document();
    document.add(words(Fields.TITLE, language, entry.title()));
    document.add(words(Fields.TEXT, language, entry.text()));
    Language.primary(entry.language())
        .ifPresent(primary -> document.add(key(Fields.LANGUAGE, primary)));
    for (var tag : entry.tags()) document.add(key(Fields.TAG, tag.name()));
    for (var name : names(entry)) document.add(key(Fields.SOURCE, name));
    var titles = entry.carriers().stream().map(Carrier::title).collect(Collectors.joining(" / "));
    document.add(words(Fields.SOURCE_TITLE, Language.OTHER, titles));
    return document;
  }

  private WordField words(String field, Language language, String text) {
    return new WordField(field, text, () -> analysis.terms(language, field, text));
  }

  /// With the bounds of each few thousand entries, by which most of them are skipped.
  private static Field time(String field, Instant time) {
    return NumericDocValuesField.indexedField(field, time.getEpochSecond());
  }

  private static Field key(String field, String value) {
    return new StringField(field, value, Field.Store.NO);
  }

  private static Set<String> names(SearchEntry entry) {
    var names = new TreeSet<String>();
    for (var carrier : entry.carriers()) {
      names.add(carrier.id().toLowerCase(Locale.ROOT));
      names.addAll(Hosts.of(carrier.url()));
    }
    return names;
  }
}
