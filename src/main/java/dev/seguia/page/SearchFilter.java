package dev.seguia.page;

import dev.seguia.query.Query;
import dev.seguia.query.QueryParser;
import dev.seguia.query.QueryResult.Malformed;
import dev.seguia.query.QueryResult.Parsed;
import dev.seguia.web.AskedQuery;
import dev.seguia.web.Request;
import java.util.Optional;
import java.util.regex.Pattern;

/// The filters of a search form, for people who do not write them into the query.
///
/// @param language a primary subtag, as in `fr`; empty for all
/// @param source its name, its site or its id; empty for all
record SearchFilter(String language, String source) {
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  static SearchFilter none() {
    return new SearchFilter("", "");
  }

  /// @throws BadRequestException if a field is not well encoded
  static SearchFilter of(Request request) {
    var language = request.parameter("lang").filter(LANGUAGE.asMatchPredicate()).orElse("");
    var source = request.parameter("source").map(SearchFilter::plain).orElse("");
    return new SearchFilter(language, source);
  }

  /// As it may stand between quotation marks.
  private static String plain(String text) {
    return text.replace('"', ' ').strip();
  }

  /// A query and the filter as one query.
  ///
  /// @return empty if nothing that can be found is left
  Optional<Query> with(Query query) {
    if (isEmpty()) return Optional.of(query);
    var text = new StringBuilder("(").append(query).append(')');
    if (!language.isEmpty()) text.append(" lang:").append(language);
    if (!source.isEmpty()) text.append(" source:\"").append(source).append('"');
    return switch (QueryParser.parse(text.toString())) {
      case Malformed _ -> Optional.empty();
      case Parsed(var both) -> Optional.of(both);
    };
  }

  private boolean isEmpty() {
    return language.isEmpty() && source.isEmpty();
  }

  /// As it stands in a URL behind other parameters.
  String inUrl() {
    return (language.isEmpty() ? "" : "&lang=" + language)
        + (source.isEmpty() ? "" : "&source=" + AskedQuery.encoded(source));
  }
}
