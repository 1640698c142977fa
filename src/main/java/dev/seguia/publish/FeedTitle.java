package dev.seguia.publish;

import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Tag;
import dev.seguia.feed.TagExpression;
import dev.seguia.store.entry.StoredEntry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The title of a tag's feed, for a reader's list of feeds.
public final class FeedTitle {
  private FeedTitle() {}

  /// @param labels how the tags are spelt, where that is known
  /// @param narrowing the languages and sources that are left, if not all are
  static String of(TagExpression expression, Map<Tag, String> labels, List<String> narrowing) {
    var tags = expression.isAll() ? Stream.<String>empty() : Stream.of(words(expression, labels));
    var left =
        narrowing.isEmpty() ? Stream.<String>empty() : Stream.of(String.join(", ", narrowing));
    return Stream.of(tags, left, Stream.of("Seguia"))
        .flatMap(parts -> parts)
        .collect(Collectors.joining(" · "));
  }

  /// The spellings of the tags of some entries.
  public static Map<Tag, String> labels(Collection<StoredEntry> entries) {
    return entries.stream()
        .flatMap(entry -> entry.tags().stream())
        .collect(Collectors.toMap(EntryTag::tag, EntryTag::label, (one, _) -> one));
  }

  /// An expression for people, as in `Maroc + Santé`.
  ///
  /// @param labels how the tags are spelt, where that is known
  public static String words(TagExpression expression, Map<Tag, String> labels) {
    return expression.alternatives().stream()
        .map(alternative -> words(alternative, labels))
        .collect(Collectors.joining(", "));
  }

  private static String words(TagExpression.Alternative alternative, Map<Tag, String> labels) {
    var wanted = joined(alternative.with(), labels, " + ");
    if (alternative.without().isEmpty()) return wanted;
    return (wanted.isEmpty() ? "*" : wanted) + " − " + joined(alternative.without(), labels, " − ");
  }

  private static String joined(Collection<Tag> tags, Map<Tag, String> labels, String between) {
    return tags.stream()
        .map(tag -> labels.getOrDefault(tag, tag.words()))
        .collect(Collectors.joining(between));
  }
}
