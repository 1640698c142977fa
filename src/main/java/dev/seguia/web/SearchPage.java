package dev.seguia.web;

import dev.seguia.publish.FeedFormat;
import dev.seguia.query.QueryResult.Malformed;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the search page shows. Public for its template alone.
///
/// @param text in the box, as the visitor wrote it
/// @param complaint why it was not searched for
/// @param result empty where nothing was asked for
public record SearchPage(
    Messages words, String text, Optional<Malformed> complaint, Optional<Result> result) {

  static SearchPage empty(Messages words) {
    return new SearchPage(words, "", Optional.empty(), Optional.empty());
  }

  static SearchPage of(Messages words, String text, Malformed complaint) {
    return new SearchPage(words, text, Optional.of(complaint), Optional.empty());
  }

  static SearchPage of(Messages words, String text, Result result) {
    return new SearchPage(words, text, Optional.empty(), Optional.of(result));
  }

  /// What was found.
  ///
  /// @param total as far as it was counted
  /// @param isExact whether there are no more than `total`
  /// @param feeds that one can subscribe to
  /// @param next the address of the next page; empty if this one is the last
  public record Result(
      List<EntryLine> entries,
      long total,
      boolean isExact,
      List<FeedLink> feeds,
      Optional<String> next) {
    public Result {
      entries = List.copyOf(entries);
      feeds = List.copyOf(feeds);
    }
  }

  /// The address of a feed in a format.
  public record FeedLink(FeedFormat format, String address) {}

  /// Queries that show what can be written, each with the key of the words that say what it means.
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

  /// The feeds of the result, if there is one.
  public List<FeedLink> feeds() {
    return result.map(Result::feeds).orElse(List.of());
  }
}
