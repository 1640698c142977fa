package dev.seguia.page;

import dev.seguia.query.QueryResult.Malformed;
import dev.seguia.web.AskedQuery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The data of the search page. Public for its template alone.
///
/// @param text in the box, as the visitor wrote it
/// @param source in the box for it
/// @param complaint why it was not searched for
/// @param result empty without a query
public record SearchPage(
    Messages words,
    Frame frame,
    String text,
    String source,
    List<Choice> languages,
    Optional<Malformed> complaint,
    Optional<Result> result) {
  public SearchPage {
    languages = List.copyOf(languages);
  }

  /// The syntax error of the query, in the language of the page.
  public String reason(Malformed malformed) {
    return words.say(
        "query." + malformed.fault().key(), malformed.details().toArray(String[]::new));
  }

  /// A language in the filter.
  ///
  /// @param value empty for all
  public record Choice(String value, String label, boolean isChosen) {}

  /// The search results.
  ///
  /// @param total as far as it was counted
  /// @param isExact whether there are no more than `total`
  /// @param subscription to the search
  /// @param next the address of the next page; empty if this one is the last
  public record Result(
      List<EntryLine> entries,
      long total,
      boolean isExact,
      Subscription subscription,
      Optional<String> next) {
    public Result {
      entries = List.copyOf(entries);
    }
  }

  /// Example queries, each with the key of its explanation.
  public enum Example {
    ALL("maroc élections"),
    PHRASE("\"coupe du monde\""),
    EITHER("maroc OR algérie"),
    WITHOUT("maroc -sport"),
    BEGINNING("élect*"),
    IN_TITLE("title:élections"),
    SOURCE("source:le360"),
    TAG("tag:maroc"),
    LANGUAGE("lang:ar"),
    GROUP("(maroc OR algérie) lang:fr");

    private final String query;

    Example(String query) {
      this.query = query;
    }

    public String query() {
      return query;
    }

    public String address() {
      return "search?q=" + AskedQuery.encoded(query);
    }

    public String key() {
      return "help." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public List<Example> examples() {
    return List.of(Example.values());
  }

  /// The feed of the search, if there is one.
  public Subscription subscription() {
    return result.map(Result::subscription).orElse(Subscription.none());
  }

  public String title() {
    return (text.isEmpty() ? words.say("search.title") : text) + " · Seguia";
  }
}
