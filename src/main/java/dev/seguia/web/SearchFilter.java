package dev.seguia.web;

import dev.seguia.feed.EntryFilter;
import dev.seguia.query.Query;
import dev.seguia.query.QueryParser;
import dev.seguia.query.QueryResult.Malformed;
import dev.seguia.query.QueryResult.Parsed;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The filters of a search, parameters `lang` and `source`, for those who do not write them into
/// the query. They become its terms `lang:` and `source:`.
///
/// @param languages primary subtags, as in `fr`; all if there are none
/// @param sources names, sites or ids; all if there are none
public record SearchFilter(List<String> languages, List<String> sources) {
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
  private static final Pattern IDS = Pattern.compile("[0-9a-f]{12}(,[0-9a-f]{12})+");
  private static final String BAD_LANGUAGE =
      "A search knows a language by its code of two or three letters only, as in ?lang=fr,ar";

  /// Says why a query and the filter make no query.
  public static final String TOO_MUCH =
      "The source cannot exist, or the query is too long with it.";

  public SearchFilter {
    languages = List.copyOf(new TreeSet<>(languages));
    sources = List.copyOf(new TreeSet<>(sources));
  }

  /// The filter of a request. A field of a form that was left empty is none.
  ///
  /// @throws BadRequestException if a value is none
  public static SearchFilter of(Request request) {
    var isAll = request.parameter("lang").filter(String::isEmpty).isPresent();
    var languages = isAll ? List.<String>of() : AskedFilter.languages(request);
    if (!languages.stream().allMatch(LANGUAGE.asMatchPredicate()))
      throw new BadRequestException(BAD_LANGUAGE);
    var sources = request.parameter("source").map(SearchFilter::plain).orElse("");
    return new SearchFilter(languages, sources.isEmpty() ? List.of() : sources(sources));
  }

  /// A name may have a comma; ids have none.
  private static List<String> sources(String text) {
    if (!IDS.matcher(text).matches()) return List.of(text);
    var ids = List.of(text.split(",", -1));
    if (ids.size() > EntryFilter.MOST) throw AskedFilter.badSource();
    return ids;
  }

  /// As it may stand between quotation marks.
  private static String plain(String text) {
    return text.replace('"', ' ').strip();
  }

  /// A query and the filter as one query.
  ///
  /// @return empty if nothing that can be found is left
  public Optional<Query> with(Query query) {
    if (languages.isEmpty() && sources.isEmpty()) return Optional.of(query);
    var text = new StringBuilder("(").append(query).append(')');
    if (!languages.isEmpty()) text.append(" lang:").append(either(languages.stream()));
    if (!sources.isEmpty())
      text.append(" source:").append(either(sources.stream().map(one -> '"' + one + '"')));
    return switch (QueryParser.parse(text.toString())) {
      case Malformed _ -> Optional.empty();
      case Parsed(var both) -> Optional.of(both);
    };
  }

  private static String either(Stream<String> words) {
    return words.collect(Collectors.joining(" OR ", "(", ")"));
  }

  /// The languages as one value.
  public String language() {
    return String.join(",", languages);
  }

  /// The sources as one value.
  public String source() {
    return String.join(",", sources);
  }

  /// As it stands in a URL behind other parameters.
  public String inUrl() {
    return (languages.isEmpty() ? "" : "&lang=" + language())
        + (sources.isEmpty() ? "" : "&source=" + AskedQuery.encoded(source()));
  }
}
