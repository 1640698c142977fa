package dev.seguia.store;

import dev.seguia.dedup.EntryKey;
import dev.seguia.feed.Audience;
import dev.seguia.feed.EntryFilter;
import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Tag;
import dev.seguia.feed.TagExpression;
import dev.seguia.memory.MemoryShare;
import dev.seguia.store.arrival.Copies;
import dev.seguia.store.arrival.EntryWriter;
import dev.seguia.store.arrival.KnownKeys;
import dev.seguia.store.arrival.Poll;
import dev.seguia.store.arrival.Purge;
import dev.seguia.store.arrival.Retagging;
import dev.seguia.store.arrival.SourceTags;
import dev.seguia.store.arrival.Splitting;
import dev.seguia.store.database.Database;
import dev.seguia.store.database.LookupHash;
import dev.seguia.store.database.Transaction;
import dev.seguia.store.entry.Activity;
import dev.seguia.store.entry.EntryName;
import dev.seguia.store.entry.EntryQuery;
import dev.seguia.store.entry.ExpressionSql;
import dev.seguia.store.entry.Neighbours;
import dev.seguia.store.entry.SameStory;
import dev.seguia.store.entry.Selection;
import dev.seguia.store.entry.StoredEntry;
import dev.seguia.store.entry.StoryGroup;
import dev.seguia.store.entry.StorySelection;
import dev.seguia.store.session.RevisionCounters;
import dev.seguia.store.session.WriteSession;
import dev.seguia.store.state.PollStates;
import dev.seguia.store.state.SourceFolder;
import dev.seguia.store.state.SourceTable;
import dev.seguia.store.state.StoredSource;
import dev.seguia.store.tag.FeedTimestamps;
import dev.seguia.store.tag.StoredTag;
import dev.seguia.store.tag.TagTable;
import dev.seguia.store.tag.TagUse;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// The stored entries, each once, with the sources that carry it and its tags.
public final class EntryStore {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  private final Database database;
  private final WriteSession session;
  private final Copies copies = new Copies();
  private final SourceTable sources;
  private final TagTable tags;
  private final RevisionCounters revisions;
  private final Instant created;

  public EntryStore(Database database, WriteSession session) {
    this.database = database;
    this.session = session;
    this.sources = session.sources();
    this.tags = session.tags();
    this.revisions = session.revisions();
    this.created =
        database.read(transaction ->
            transaction
                .first("select created from installation", row -> row.instant("created"))
                .orElseThrow());
  }

  /// Stores the entries of a poll and the source's poll state in one transaction. It is durable
  /// once [SourceStates#settle()] has returned.
  public Poll.Stored store(Poll poll) {
    return session.commit(writing -> {
      var transaction = writing.sql();
      var hasNewHeader =
          sources.recordHeader(transaction, poll.sourceId(), poll.header().timeless());
      var writer = new EntryWriter(writing, copies, poll);
      var stored = writer.write();
      PollStates.record(transaction, Map.of(sources.number(poll.sourceId()), poll.state()));
      if (hasNewHeader) {
        if (poll.before().lastSuccess().isPresent()) new FeedTimestamps(transaction).everywhere();
        writing.changesAllFeeds();
      } else writer.changeFeeds();
      return stored;
    });
  }

  /// Back-pressure: waits briefly while stories or the search index are about to fall behind;
  /// entries that they have not processed by then must be read from the store again.
  public void awaitConsumers() throws InterruptedException {
    session.changeLog().awaitRoom(LONGEST_WAIT);
  }

  /// The stored entries that a source knows by these keys.
  public KnownKeys known(String sourceId, Collection<EntryKey> keys) {
    var source = sources.number(sourceId);
    var hashes = keys.stream().map(EntryKey::hash).toArray(UUID[]::new);
    return database.peek(transaction -> KnownKeys.of(transaction, source, hashes));
  }

  /// Whether the tag exists: some entry or source has it, or once had it.
  public boolean isKnown(Tag tag) {
    return tags.remembersWhetherHas(tag)
        .orElseGet(() -> database.peek(transaction -> tags.has(transaction, tag)));
  }

  /// The newest entries that match a tag expression, by arrival, newest first, limited per source.
  public List<StoredEntry> newest(TagExpression expression, int limit) {
    return newest(expression, EntryFilter.none(), limit);
  }

  /// The newest entries that match a tag expression and a filter.
  public List<StoredEntry> newest(TagExpression expression, EntryFilter filter, int limit) {
    return database.read(transaction -> {
      var selection = new Selection(transaction, tags, sources);
      return session.reader(transaction).readForList(selection.newest(expression, filter, limit));
    });
  }

  /// The newest entries that a source carries, by arrival, newest first.
  public List<StoredEntry> newestOf(String sourceId, int limit) {
    var source = sources.numberIfKnown(sourceId);
    if (source.isEmpty()) return List.of();
    return database.read(transaction -> {
      var seqs =
          transaction.query(
              """
              select distinct e.arrival, e.seq from sighting s join entry e on e.seq = s.seq
              where s.source = ? and e.audience <> 'dropped'
              order by e.arrival desc, e.seq desc
              fetch first ? rows only\
              """,
              row -> row.number("seq"),
              source.get(),
              limit);
      return session.reader(transaction).readForList(seqs);
    });
  }

  /// A page of the entries that match a query, newest first; shorter than the limit if their texts
  /// are large.
  public EntryQuery.Page page(EntryQuery query, int limit) {
    return database.read(transaction -> {
      var places = new Selection(transaction, tags, sources).page(query, limit);
      var reader = session.reader(transaction);
      var fitting = reader.fitting(seqs(places));
      return new EntryQuery.Page(
          reader.read(fitting),
          fitting.size() < places.size()
              ? Optional.of(places.get(fitting.size() - 1))
              : last(places, limit));
    });
  }

  /// A page of the entries that match an expression, newest first, without the limits per source.
  ///
  /// @param after where the page before ended
  /// @param since arrived at that time or later; empty for all
  public EntryQuery.Page listed(
      TagExpression expression,
      EntryFilter filter,
      EntryQuery.Place after,
      Optional<Instant> since,
      int limit) {
    return database.read(transaction -> {
      var places =
          new Selection(transaction, tags, sources).listed(expression, filter, after, since, limit);
      return new EntryQuery.Page(
          session.reader(transaction).readForList(seqs(places)), last(places, limit));
    });
  }

  private static List<Long> seqs(List<EntryQuery.Place> places) {
    return places.stream().map(EntryQuery.Place::seq).toList();
  }

  private static Optional<EntryQuery.Place> last(List<EntryQuery.Place> places, int limit) {
    return places.size() < limit ? Optional.empty() : Optional.of(places.getLast());
  }

  /// The next newer and the next older entry among those that match an expression, for an entry
  /// that matches it itself.
  public Neighbours beside(TagExpression expression, StoredEntry entry) {
    return database.read(transaction -> {
      var selection = new Selection(transaction, tags, sources);
      var reader = session.reader(transaction);
      var place =
          transaction
              .first(
                  "select arrival from entry where seq = ?",
                  row -> row.number("arrival"),
                  entry.seq())
              .map(arrival -> new EntryQuery.Place(arrival, entry.seq()));
      Function<ExpressionSql.Way, Optional<StoredEntry>> next =
          way ->
              place
                  .flatMap(from -> selection.next(expression, from, way))
                  .flatMap(seq -> reader.read(List.of(seq)).stream().findFirst());
      return new Neighbours(
          next.apply(ExpressionSql.Way.NEWER), next.apply(ExpressionSql.Way.OLDER));
    });
  }

  /// How many entries of a list arrived on each day, by language and by the source that carried
  /// them first.
  public List<Activity.Count> counts(
      TagExpression expression, EntryFilter filter, Activity.Days days) {
    return database.read(
        transaction -> new Activity(transaction).of(expression, filter, sources, tags, days));
  }

  /// How many entries of a list have each of some tags besides, [Activity#MOST_COUNTED] at most.
  ///
  /// @param since arrived at that time or later
  public Map<Tag, Long> with(
      TagExpression expression, EntryFilter filter, Collection<Tag> others, Instant since) {
    return database.read(transaction ->
        new Activity(transaction).with(expression, filter, others, sources, tags, since));
  }

  /// A source that is known, also after it has left the list of sources.
  public Optional<StoredSource> source(String id) {
    return sources.numberIfKnown(id).map(sources::source);
  }

  /// One entry by its published id.
  public Optional<StoredEntry> entry(String id) {
    return database.read(transaction -> {
      var seqs = seqOf(transaction, id).stream().toList();
      return session.reader(transaction).read(seqs).stream().findFirst();
    });
  }

  /// Why the page of an entry was not read, or its text not used; empty if there was no problem or
  /// the page is not wanted.
  public Optional<String> pageTrouble(StoredEntry entry) {
    return database.read(transaction ->
        transaction.first(
            "select reason from article_page where seq = ? and reason is not null",
            row -> row.text("reason"),
            entry.seq()));
  }

  /// The newest stories with an entry that matches an expression, as [#newest(TagExpression, int)]
  /// selects entries.
  public List<StoryGroup> newestStories(TagExpression expression, int limit) {
    return newestStories(expression, EntryFilter.none(), limit);
  }

  /// The newest stories with an entry that matches an expression and a filter.
  public List<StoryGroup> newestStories(TagExpression expression, EntryFilter filter, int limit) {
    return database.read(transaction ->
        new StorySelection(transaction, sources, tags).newest(expression, filter, limit));
  }

  /// The entries at some positions in arrival order, in the order of the list; missing ones are
  /// omitted.
  public List<StoredEntry> entries(List<Long> seqs) {
    return database.read(transaction -> session.reader(transaction).readForList(seqs));
  }

  /// The other entries of an entry's story.
  ///
  /// @param limit how many of the nearest are read at most
  public SameStory sameStory(StoredEntry entry, int limit) {
    return database.read(
        transaction -> new StorySelection(transaction, sources, tags).others(entry, limit));
  }

  /// Entries in arrival order, including those in no feed; fewer than the limit if their texts are
  /// large.
  ///
  /// @param after the place of the last one before
  public List<StoredEntry> inOrder(long after, int limit) {
    return database.read(transaction -> {
      var seqs =
          transaction.numbers(
              "select seq from entry where seq > ? order by seq fetch first ? rows only",
              after,
              limit);
      var reader = session.reader(transaction);
      return reader.read(reader.fitting(seqs));
    });
  }

  /// New tags and audience of an entry.
  ///
  /// @param tags all that it is to have
  public record Retagged(long seq, List<EntryTag> tags, Audience audience) {}

  /// Replaces the tags of entries.
  ///
  /// @return how many changed by it
  public int retag(List<Retagged> entries) {
    return session.write(writing -> {
      var retagging = new Retagging(writing);
      var changed =
          (int)
              entries.stream()
                  .filter(one -> retagging.set(one.seq(), one.tags(), one.audience()))
                  .count();
      if (changed > 0) {
        new FeedTimestamps(writing.sql()).everywhere();
        writing.changesAllFeeds();
      }
      return changed;
    });
  }

  /// The tags that the list of sources gives to an entry, by the sources that carry it.
  public List<EntryTag> tagsOfSources(StoredEntry entry) {
    return database.read(transaction -> SourceTags.ofEntry(transaction, entry.seq()));
  }

  /// Finds an entry by a name that a person gives: its published id, the name in the address of its
  /// page, or its link.
  public Optional<StoredEntry> named(String name) {
    return database.read(transaction ->
        EntryName.seq(transaction, name).stream()
            .flatMap(seq -> session.reader(transaction).read(List.of(seq)).stream())
            .findFirst());
  }

  /// Splits a merged entry permanently: what was merged into it becomes an entry of its own.
  ///
  /// @param id of the merged entry, as published
  /// @param sourceId of the source whose copy leaves; all but the first copy leave if absent
  /// @return the ids of the new entries; none if nothing had joined it
  public List<String> split(String id, Optional<String> sourceId) {
    return session.write(writing -> {
      var seq = seqOf(writing.sql(), id);
      if (seq.isEmpty()) return List.of();
      var ids = new Splitting(writing).split(seq.get(), sourceId);
      writing.changesAllFeeds();
      return ids;
    });
  }

  private static Optional<Long> seqOf(Transaction transaction, String id) {
    return transaction.first(
        "select seq from entry where uid_hash = ?", row -> row.number("seq"), LookupHash.of(id));
  }

  /// The revision of a feed: grows with every change of what [#newest(TagExpression, int)] could
  /// return.
  public long revision(TagExpression expression) {
    return revisions.of(expression);
  }

  /// The revision of a source's feed: grows with every change of what [#newestOf(String, int)]
  /// could return.
  public long revisionOf(String sourceId) {
    return revisions.ofSource(sourceId);
  }

  /// All tags in use, those with most entries first; includes tags that only sources have, even
  /// without entries.
  public List<StoredTag> tags() {
    return database.read(tags::all);
  }

  /// The tags of the entries that arrived since a time, those with most of these first.
  ///
  /// @param least how many such entries a tag has at least
  /// @param most how many tags at most
  public List<TagUse> tagsUsedSince(Instant since, int least, int most) {
    return database.read(transaction -> tags.usedSince(transaction, since, least, most));
  }

  /// The listed sources that a tag is given to by the list of sources; empty if there are none.
  public Optional<SourceFolder> folder(Tag tag) {
    return database.read(transaction -> sources.folder(transaction, tag));
  }

  /// The sources that are in the OPML file now, by title.
  public List<StoredSource> sources() {
    return sources.listed();
  }

  /// The number of entries.
  public long count() {
    return database.read(transaction -> transaction.number("select count(*) from entry").orElse(0));
  }

  /// Purges the entries first seen before a time, and stores tombstones, so that sources that still
  /// carry them do not bring them back.
  ///
  /// @return how many were removed
  public int purge(Instant before) {
    return session.write(writing -> {
      var count = new Purge(writing.sql()).before(before);
      if (count > 0) {
        new FeedTimestamps(writing.sql()).everywhere();
        writing.changesAllFeeds();
      }
      return count;
    });
  }

  /// How many bytes of a share of the heap the store holds, by its own estimates; 0 for a share
  /// that is not its own. For writers, which run one at a time.
  public long heldBytes(MemoryShare share) {
    return switch (share) {
      case COPIES -> copies.bytes();
      case TAGS -> tags.bytes();
      case CHANGES -> session.changeLog().bytes();
      case BODIES, STORIES, FEEDS, PAGES, INDEX, RELATED_TAGS, WORDS -> 0;
    };
  }

  /// When a document last changed in a way that the dates of its entries do not show (for
  /// Last-Modified).
  ///
  /// @param asked the tags that the document is selected by
  /// @param shown those that its entries have
  public Instant changed(Collection<Tag> asked, Collection<Tag> shown) {
    return database.read(transaction -> new FeedTimestamps(transaction).latest(asked, shown));
  }

  /// Sets the settings by which documents are published: a change of them changes all documents.
  public void publishBy(String settings) {
    if (database.read(transaction -> new FeedTimestamps(transaction).isLook(settings))) return;
    session.write(writing -> {
      new FeedTimestamps(writing.sql()).look(settings);
      return true;
    });
  }

  /// When the store was created.
  public Instant created() {
    return created;
  }
}
