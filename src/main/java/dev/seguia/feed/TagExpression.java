package dev.seguia.feed;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A selection of entries by tags: `maroc` (that tag), `maroc+politique` (both), `maroc,algerie`
/// (one of them), `maroc~sport` (the first, not the second), `all~sport`.
///
/// A comma binds loosest, so `a+b,c~d` reads "(a and b) or (c and not d)". There is one canonical
/// spelling: alternatives and their tags sorted, folded and without repeats. [#toString()] gives
/// it.
///
/// @param alternatives at least one; an entry is in if it fits any of them
public record TagExpression(List<Alternative> alternatives) {
  /// Limit: tags in the address of a feed; more are answered with 400.
  ///
  /// Limits the cost of one request for the store.
  public static final int MOST_TAGS = 32;

  private static final String ALL = "all";

  public TagExpression {
    alternatives = simplify(alternatives);
    if (alternatives.isEmpty()) throw new IllegalArgumentException("a tag expression needs a tag");
  }

  /// The expression that matches every entry.
  public static TagExpression all() {
    return new TagExpression(List.of(new Alternative(new TreeSet<>(), new TreeSet<>())));
  }

  public static TagExpression of(Tag tag) {
    return new TagExpression(
        List.of(new Alternative(new TreeSet<>(List.of(tag)), new TreeSet<>())));
  }

  /// Parses an expression in any spelling.
  ///
  /// @return empty if it is none, as `maroc++` or a text of more than 32 tags
  public static Optional<TagExpression> parse(String text) {
    var parts = text.split(",", -1);
    if (text.split("[,+~]", -1).length > MOST_TAGS) return Optional.empty();
    var alternatives = Stream.of(parts).map(Alternative::parse).toList();
    if (alternatives.stream().anyMatch(Optional::isEmpty)) return Optional.empty();
    return Optional.of(new TagExpression(alternatives.stream().flatMap(Optional::stream).toList()));
  }

  /// Parses a percent-encoded expression from a URL path; `+` is literal there, not a space. `+` is
  /// itself there, not a blank.
  public static Optional<TagExpression> parsePath(String segment) {
    try {
      return parse(decoded(segment));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /// Whether a segment of a URL has the canonical spelling, percent-encoded or not.
  ///
  /// @param segment that [#parsePath(String)] has read
  public boolean isSpelt(String segment) {
    return decoded(segment).equals(toString());
  }

  private static String decoded(String segment) {
    return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /// Narrows the expression to entries that also have a tag.
  public TagExpression and(Tag tag) {
    return each(alternative -> alternative.and(tag));
  }

  /// Narrows the expression to entries without a tag.
  public TagExpression andNot(Tag tag) {
    return each(alternative -> alternative.andNot(tag));
  }

  /// Widens the expression by all entries with a tag.
  public TagExpression or(Tag tag) {
    return new TagExpression(
        Stream.concat(alternatives.stream(), of(tag).alternatives.stream()).toList());
  }

  /// Removes a tag from the expression.
  public TagExpression regardless(Tag tag) {
    return each(alternative -> alternative.regardless(tag));
  }

  private TagExpression each(UnaryOperator<Alternative> change) {
    return new TagExpression(alternatives.stream().map(change).toList());
  }

  public boolean isAll() {
    return alternatives.equals(all().alternatives);
  }

  /// Whether an entry with these tags matches.
  public boolean fits(Collection<Tag> tags) {
    return alternatives.stream().anyMatch(alternative -> alternative.fits(tags));
  }

  /// All tags in the expression, required or excluded.
  public SortedSet<Tag> tags() {
    return alternatives.stream()
        .flatMap(alternative ->
            Stream.concat(alternative.with().stream(), alternative.without().stream()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The canonical spelling.
  @Override
  public String toString() {
    return alternatives.stream().map(Alternative::toString).collect(Collectors.joining(","));
  }

  /// Sorted, without repeats, and without what another alternative already takes in (`maroc` takes
  /// in `maroc+sport`). An alternative that contradicts itself (`maroc~maroc`) stays: it fits
  /// nothing, and says so.
  private static List<Alternative> simplify(List<Alternative> alternatives) {
    var distinct = new TreeSet<>(alternatives);
    return distinct.stream()
        .filter(
            one -> distinct.stream().noneMatch(other -> !other.equals(one) && other.takesIn(one)))
        .toList();
  }

  /// Required tags and excluded tags.
  ///
  /// @param with empty for `all`
  public record Alternative(SortedSet<Tag> with, SortedSet<Tag> without)
      implements Comparable<Alternative> {
    public Alternative {
      with = Collections.unmodifiableSortedSet(withoutAll(with));
      without = Collections.unmodifiableSortedSet(new TreeSet<>(without));
    }

    static Optional<Alternative> parse(String text) {
      var with = new TreeSet<Tag>();
      var without = new TreeSet<Tag>();
      var negated = text.split("~", -1);
      for (var name : Objects.requireNonNull(negated[0]).split("\\+", -1)) {
        if (!Tag.isLabel(name)) return Optional.empty();
        with.add(Tag.of(name));
      }
      for (var name : List.of(negated).subList(1, negated.length)) {
        if (!Tag.isLabel(name)) return Optional.empty();
        without.add(Tag.of(name));
      }
      return Optional.of(new Alternative(with, without));
    }

    /// That an entry is one of all entries asks nothing of it.
    private static SortedSet<Tag> withoutAll(SortedSet<Tag> tags) {
      var wanted = new TreeSet<>(tags);
      wanted.removeIf(tag -> tag.name().equals(ALL));
      return wanted;
    }

    Alternative and(Tag tag) {
      return new Alternative(plus(with, tag), minus(without, tag));
    }

    Alternative andNot(Tag tag) {
      return new Alternative(minus(with, tag), plus(without, tag));
    }

    Alternative regardless(Tag tag) {
      return new Alternative(minus(with, tag), minus(without, tag));
    }

    private static SortedSet<Tag> plus(SortedSet<Tag> tags, Tag tag) {
      var more = new TreeSet<>(tags);
      more.add(tag);
      return more;
    }

    private static SortedSet<Tag> minus(SortedSet<Tag> tags, Tag tag) {
      var fewer = new TreeSet<>(tags);
      fewer.remove(tag);
      return fewer;
    }

    boolean fits(Collection<Tag> tags) {
      return tags.containsAll(with) && without.stream().noneMatch(tags::contains);
    }

    boolean takesIn(Alternative narrower) {
      return narrower.with.containsAll(with) && narrower.without.containsAll(without);
    }

    @Override
    public int compareTo(Alternative other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      var wanted = with.isEmpty() ? ALL : names(with, "+");
      return without.isEmpty() ? wanted : wanted + "~" + names(without, "~");
    }

    private static String names(SortedSet<Tag> tags, String between) {
      return tags.stream().map(Tag::name).collect(Collectors.joining(between));
    }
  }
}
