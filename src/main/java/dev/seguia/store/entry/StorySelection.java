package dev.seguia.store.entry;

import dev.seguia.feed.Audience;
import dev.seguia.feed.EntryFilter;
import dev.seguia.feed.EntryTag;
import dev.seguia.feed.TagExpression;
import dev.seguia.store.database.Transaction;
import dev.seguia.store.entry.Selection.Candidate;
import dev.seguia.store.state.SourceTable;
import dev.seguia.store.tag.TagTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Selects the newest stories of a tag expression.
public final class StorySelection {
  /// Of a story of more entries, the first ones are listed.
  private static final int MOST_OF_A_STORY = 50;

  private static final String MEMBERS =
      """
      select seq from (
        select y.seq, row_number() over (partition by y.story order by y.seq) as place
        from entry_story y join entry e on e.seq = y.seq
        where y.story = any(?) and y.score >= ? and e.audience <> 'dropped') as members
      where place <= ?
      order by seq\
      """;

  /// Read off the index alone: a story of hundreds costs no more than its numbers.
  private static final String STORY = "select seq from entry_story where story = ? and score >= ?";

  /// Some of those nearest to an entry may not be shown.
  private static final int SPARE = 4;

  private final Transaction transaction;
  private final Selection selection;
  private final EntryReader reader;

  public StorySelection(Transaction transaction, SourceTable sources, TagTable tags) {
    this.transaction = transaction;
    this.selection = new Selection(transaction, tags, sources);
    this.reader = new EntryReader(transaction, sources, tags);
  }

  public List<StoryGroup> newest(TagExpression expression, EntryFilter filter, int limit) {
    Map<Long, Long> newestOf = new LinkedHashMap<>(); // of each story, the entry that brought it up
    for (var page : selection.newestPages(expression, filter, limit)) {
      var stories = selection.stories(page.stream().map(Candidate::seq).toList());
      for (var candidate : page) {
        newestOf.putIfAbsent(story(candidate.seq(), stories), candidate.seq());
        if (newestOf.size() == limit) return groups(expression, filter, newestOf);
      }
    }
    return groups(expression, filter, newestOf);
  }

  /// One that is not surely of its story is one by itself.
  private static long story(long seq, Map<Long, StoryPlace> stories) {
    return Optional.ofNullable(stories.get(seq))
        .filter(StoryPlace::isShown)
        .map(StoryPlace::story)
        .orElse(seq);
  }

  private List<StoryGroup> groups(
      TagExpression expression, EntryFilter filter, Map<Long, Long> newestOf) {
    var members = new LinkedHashMap<Long, List<StoredEntry>>();
    for (var entry : members(newestOf.keySet()))
      if (fits(expression, entry) && fits(filter, entry))
        members
            .computeIfAbsent(entry.story().orElseThrow().story(), _ -> new ArrayList<>())
            .add(entry);
    for (var entry : reader.readForList(alone(newestOf, members)))
      members.put(entry.seq(), new ArrayList<>(List.of(entry)));
    return newestOf.keySet().stream()
        .filter(members::containsKey)
        .map(story -> group(members.getOrDefault(story, List.of())))
        .toList();
  }

  /// What no story has taken in, yet or at all.
  private static List<Long> alone(Map<Long, Long> newestOf, Map<Long, List<StoredEntry>> members) {
    return newestOf.entrySet().stream()
        .filter(story -> !members.containsKey(story.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static StoryGroup group(List<StoredEntry> members) {
    return new StoryGroup(members.getFirst(), members.subList(1, members.size()));
  }

  private List<StoredEntry> members(Collection<Long> stories) {
    return reader.readForList(
        transaction.numbers(
            MEMBERS, stories.toArray(Long[]::new), StoryPlace.SHOWN, MOST_OF_A_STORY));
  }

  private static boolean fits(TagExpression expression, StoredEntry entry) {
    var open = expression.alternatives().stream().anyMatch(one -> one.with().isEmpty());
    return (entry.audience().reach() == Audience.Reach.ALL || !open)
        && expression.fits(entry.tags().stream().map(EntryTag::tag).toList());
  }

  private static boolean fits(EntryFilter filter, StoredEntry entry) {
    return filter.fits(
        entry.entry().language(),
        entry.sightings().stream().map(sighting -> sighting.source().id()).toList());
  }

  /// The other entries of an entry's story.
  ///
  /// @param limit of the nearest ones
  public SameStory others(StoredEntry entry, int limit) {
    var place = entry.story().filter(StoryPlace::isShown);
    if (place.isEmpty()) return SameStory.none();
    var all =
        transaction.numbers(STORY, place.get().story(), StoryPlace.SHOWN).stream()
            .filter(seq -> seq != entry.seq())
            .sorted(Comparator.comparingLong(seq -> Math.abs(seq - entry.seq())))
            .toList();
    var nearest =
        reader.readForList(all.subList(0, Math.min(all.size(), limit + SPARE))).stream()
            .filter(other -> other.audience().reach() != Audience.Reach.DROPPED)
            .limit(limit)
            .sorted(Comparator.comparingLong(StoredEntry::seq))
            .toList();
    return new SameStory(nearest, Set.copyOf(all));
  }
}
