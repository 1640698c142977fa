package dev.seguia.query;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A search query as a tree. [Object#toString()] of each node gives the canonical spelling, which
/// [QueryParser] parses to an equal query.
public sealed interface Query {

  /// A word in any of its forms; with punctuation inside, as in `covid-19`, its parts as a phrase.
  record Word(String text) implements Query {
    public Word {
      if (!Signs.isWord(text) || Signs.hasWildcard(text))
        throw new IllegalArgumentException("no word: " + text);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /// A phrase: words in a row.
  record Phrase(String text) implements Query {
    public Phrase {
      text = Signs.onOneLine(text);
      if (!Signs.isPhrase(text)) throw new IllegalArgumentException("no phrase: " + text);
    }

    @Override
    public String toString() {
      return '"' + text + '"';
    }
  }

  /// A word pattern, in which `*` stands for any letters and `?` for one.
  record Wildcard(String pattern) implements Query {
    public Wildcard {
      if (!Signs.isWord(pattern)
          || !Signs.hasWildcard(pattern)
          || Signs.bareWildcard(pattern).isPresent())
        throw new IllegalArgumentException("no pattern: " + pattern);
    }

    @Override
    public String toString() {
      return pattern;
    }
  }

  /// A query limited to one field.
  ///
  /// @param query has no field in it
  record In(Field field, Query query) implements Query {
    public In {
      if (query.hasField()) throw new IllegalArgumentException("a field in a field: " + query);
    }

    @Override
    public String toString() {
      return field.word() + ":" + query.asMember();
    }
  }

  /// All of some queries, and none of others.
  ///
  /// @param with at least one: nothing can be taken away from nothing
  record And(List<Query> with, List<Query> without) implements Query {
    /// Flattens nested conjunctions.
    public And {
      without =
          Stream.concat(
                  with.stream()
                      .flatMap(query ->
                          query instanceof And and ? and.without.stream() : Stream.empty()),
                  without.stream())
              .toList();
      with =
          with.stream()
              .flatMap(query -> query instanceof And and ? and.with.stream() : Stream.of(query))
              .toList();
      if (with.isEmpty() || with.size() + without.size() < 2)
        throw new IllegalArgumentException("needs one to want, and another one");
    }

    @Override
    public String toString() {
      var wanted = with.stream().map(Query::asMember);
      var unwanted = without.stream().map(query -> "-" + query.asMember());
      return Stream.concat(wanted, unwanted).collect(Collectors.joining(" "));
    }
  }

  /// At least one of several.
  record Or(List<Query> alternatives) implements Query {
    public Or {
      alternatives =
          alternatives.stream()
              .flatMap(
                  query -> query instanceof Or or ? or.alternatives.stream() : Stream.of(query))
              .toList();
      if (alternatives.size() < 2) throw new IllegalArgumentException("needs two to choose from");
    }

    @Override
    public String toString() {
      return alternatives.stream().map(Query::toString).collect(Collectors.joining(" OR "));
    }
  }

  private String asMember() {
    return this instanceof And || this instanceof Or ? "(" + this + ")" : toString();
  }

  private boolean hasField() {
    return switch (this) {
      case Word _, Phrase _, Wildcard _ -> false;
      case In _ -> true;
      case And(var with, var without) ->
          Stream.concat(with.stream(), without.stream()).anyMatch(Query::hasField);
      case Or(var alternatives) -> alternatives.stream().anyMatch(Query::hasField);
    };
  }
}
