package dev.seguia.web;

import dev.seguia.feed.EntryFilter;
import dev.seguia.feed.LanguageTag;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The languages and sources that a request narrows a list to, parameters `lang` and `source`.
public final class AskedFilter {
  private static final String WHERE =
      "The id of a source is in the address of its page, /sources/ID";
  private static final int LONGEST_ID = 40;

  private AskedFilter() {}

  /// The requested filter.
  ///
  /// @param isSource whether there is a source of an id
  /// @throws BadRequestException if a value is none
  public static EntryFilter of(Request request, Predicate<String> isSource) {
    var sources = values(request, "source").map(id -> source(id, isSource)).toList();
    if (sources.size() > EntryFilter.MOST) throw badSource();
    return new EntryFilter(languages(request), sources);
  }

  /// The requested languages.
  ///
  /// @throws BadRequestException if one of them is none, or if there are too many
  static List<String> languages(Request request) {
    var languages = values(request, "lang").map(AskedFilter::language).toList();
    if (languages.size() > EntryFilter.MOST) throw badLanguage();
    return languages;
  }

  private static Stream<String> values(Request request, String name) {
    return request
        .parameter(name)
        .map(list -> Stream.of(list.split(",", -1)).map(String::strip).distinct())
        .orElse(Stream.empty());
  }

  private static String language(String tag) {
    var language = tag.toLowerCase(Locale.ROOT);
    if (!LanguageTag.isOne(language)) throw badLanguage();
    return language;
  }

  private static String source(String id, Predicate<String> isSource) {
    if (id.isEmpty() || id.length() > LONGEST_ID) throw badSource();
    if (!isSource.test(id)) throw noSource(id);
    return id;
  }

  private static BadRequestException badLanguage() {
    return new BadRequestException(
        "lang must be language tags, %d at most, separated by commas, as in ?lang=fr,ar or ?lang=fr-ma"
            .formatted(EntryFilter.MOST));
  }

  static BadRequestException badSource() {
    return new BadRequestException(
        "source must be ids of sources, %d at most, separated by commas, as in ?source=0a1b2c3d4e5f. %s"
            .formatted(EntryFilter.MOST, WHERE));
  }

  private static BadRequestException noSource(String id) {
    return new BadRequestException(
        "There is no source with the id '%s'. %s; all sources are listed at /sources"
            .formatted(id, WHERE));
  }
}
