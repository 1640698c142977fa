package dev.seguia.poll;

import dev.seguia.feed.Audience;
import dev.seguia.feed.Entry;
import dev.seguia.feed.EntryTag;
import dev.seguia.feed.EntryTag.Provenance;
import dev.seguia.feed.Tag;
import dev.seguia.query.Query;
import dev.seguia.query.TagRule;
import dev.seguia.query.TagRule.Action;
import dev.seguia.search.SearchEntry;
import dev.seguia.search.SearchEntry.Carrier;
import dev.seguia.search.stored.StoredQueries;
import dev.seguia.source.Source;
import dev.seguia.store.entry.StoredEntry;
import dev.seguia.tag.Tagger;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The user's rules for entries: the tags they get, and the feeds they appear in.
public final class EntryRules implements AutoCloseable {
  private final List<TagRule> rules;
  private final Tagger tagger;
  private final Map<String, Optional<EntryTag>> ofLabel = new HashMap<>();
  private final StoredQueries queries;

  public EntryRules(List<TagRule> rules, Tagger tagger) {
    this.rules = List.copyOf(rules);
    this.tagger = tagger;
    rules.stream()
        .flatMap(rule -> rule.label().stream())
        .forEach(label -> ofLabel.computeIfAbsent(label, tagger::ofRule));
    Map<Integer, Query> numbered = new HashMap<>();
    IntStream.range(0, rules.size()).forEach(at -> numbered.put(at, rules.get(at).query()));
    queries = new StoredQueries(numbered);
  }

  /// The outcome of the rules for an entry.
  ///
  /// @param tags all that it is to have
  public record Verdict(List<EntryTag> tags, Audience audience) {
    public Verdict {
      tags = List.copyOf(tags);
    }
  }

  /// Applies the rules to an entry that has just arrived.
  ///
  /// @param tags that it has without the rules
  public Verdict judge(Source source, Entry entry, List<EntryTag> tags, Instant now) {
    if (rules.isEmpty()) return new Verdict(tags, Audience.EVERYONE);
    var carrier = new Carrier(source.id(), source.title(), source.url());
    return verdict(fitting(SearchEntry.arriving(entry, tags, carrier, now)), tags);
  }

  /// Applies the rules to a stored entry, regardless of their earlier outcome.
  ///
  /// @param ofSources the tags that its sources give
  /// @param known whether a tag is in use already
  public Verdict judge(StoredEntry stored, List<EntryTag> ofSources, Predicate<Tag> known) {
    var tags =
        isHeld(stored.audience())
            ? tagger.tag(ofSources, stored.entry(), known)
            : stored.tags().stream().filter(tag -> tag.from() != Provenance.RULE).toList();
    return verdict(fitting(SearchEntry.of(stored.withTags(tags))), tags);
  }

  /// An entry that is in no feed, or in one alone, has no other tags.
  private static boolean isHeld(Audience audience) {
    return audience.reach() == Audience.Reach.DROPPED || audience.reach() == Audience.Reach.ROUTED;
  }

  /// The rules that match an entry in its current state.
  public List<TagRule> fitting(StoredEntry stored) {
    return fitting(SearchEntry.of(stored));
  }

  private List<TagRule> fitting(SearchEntry entry) {
    return queries.match(entry).stream().map(rules::get).toList();
  }

  private Verdict verdict(List<TagRule> fitting, List<EntryTag> tags) {
    var audience = audience(fitting);
    return switch (audience.reach()) {
      case DROPPED -> new Verdict(List.of(), audience);
      case ROUTED -> new Verdict(distinct(given(fitting, Action.ROUTE)), audience);
      case ALL, MUTED ->
          new Verdict(
              distinct(
                  Stream.concat(
                      Stream.concat(given(fitting, Action.TAG), given(fitting, Action.MUTE)),
                      tags.stream())),
              audience);
    };
  }

  /// The strictest action counts; of two equal ones, the first.
  private static Audience audience(List<TagRule> fitting) {
    return Stream.of(Action.DROP, Action.ROUTE, Action.MUTE)
        .flatMap(action -> fitting.stream().filter(rule -> rule.action() == action))
        .findFirst()
        .map(rule -> new Audience(reach(rule.action()), rule.text()))
        .orElse(Audience.EVERYONE);
  }

  private static Audience.Reach reach(Action action) {
    return switch (action) {
      case TAG -> Audience.Reach.ALL;
      case MUTE -> Audience.Reach.MUTED;
      case ROUTE -> Audience.Reach.ROUTED;
      case DROP -> Audience.Reach.DROPPED;
    };
  }

  private Stream<EntryTag> given(List<TagRule> fitting, Action action) {
    return fitting.stream()
        .filter(rule -> rule.action() == action)
        .flatMap(rule -> rule.label().stream())
        .flatMap(label -> ofLabel.getOrDefault(label, Optional.empty()).stream());
  }

  private static List<EntryTag> distinct(Stream<EntryTag> tags) {
    Map<Tag, EntryTag> first = new LinkedHashMap<>();
    tags.forEach(tag -> first.putIfAbsent(tag.tag(), tag));
    return List.copyOf(first.values());
  }

  @Override
  public void close() {
    queries.close();
  }
}
