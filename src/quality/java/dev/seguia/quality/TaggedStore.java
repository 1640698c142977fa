package dev.seguia.quality;

import dev.seguia.dedup.EntryKey;
import dev.seguia.dedup.Fingerprint;
import dev.seguia.dedup.IncomingEntry;
import dev.seguia.dedup.MergeScope;
import dev.seguia.feed.Audience;
import dev.seguia.feed.Entry;
import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Feed;
import dev.seguia.feed.RawEntry;
import dev.seguia.feed.Tag;
import dev.seguia.relate.RelatedTag;
import dev.seguia.relate.RelatedTags;
import dev.seguia.relate.Relating;
import dev.seguia.source.Source;
import dev.seguia.store.EntryStore;
import dev.seguia.store.SourceStates;
import dev.seguia.store.arrival.Poll;
import dev.seguia.store.database.Database;
import dev.seguia.store.database.DatabaseLocation;
import dev.seguia.store.derived.ChangeDelivery;
import dev.seguia.store.derived.ChangeFeed;
import dev.seguia.store.derived.RelationStore;
import dev.seguia.store.session.WriteSession;
import dev.seguia.store.state.PollJournal;
import dev.seguia.testing.PlainEntry;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A store in memory whose entries have the tags that a person gave, and what is counted of them.
final class TaggedStore implements AutoCloseable {
  private static final URI FEED = URI.create("https://links.example/feed");

  private final Instant date;
  private final Database database;
  private final WriteSession session;
  private final SourceStates sources;
  private final RelationStore relations;
  private final Relating relating;

  /// @param date of all entries, so that nothing fades
  TaggedStore(Instant date) {
    this.date = date;
    database =
        Database.open(
            DatabaseLocation.inMemory(UUID.randomUUID().toString()), InstantSource.fixed(date));
    session = new WriteSession(database);
    sources = new SourceStates(database, session, PollJournal.inMemory());
    sources.list(
        List.of(new Source(FEED, "", Optional.empty(), List.of(), Source.Settings.defaults())));
    relations = new RelationStore(database, session);
    relating = new Relating(relations, InstantSource.fixed(date));
  }

  /// Stores entries with these tags, and counts them.
  void add(List<List<Tag>> tagged) {
    var arrivals = new ArrayList<IncomingEntry>();
    for (var tags : tagged) arrivals.add(arrival(arrivals.size(), tags));
    var keys = new HashSet<EntryKey>();
    arrivals.forEach(arrival -> keys.add(arrival.key()));
    var id = Source.idOf(FEED);
    var before = sources.state(id);
    new EntryStore(database, session)
        .store(
            new Poll(
                id,
                FEED,
                Feed.Header.empty(),
                keys,
                Set.of(),
                arrivals,
                Optional.empty(),
                MergeScope.OWN_SOURCE,
                before,
                before.succeeded(date, date),
                date));
    var changes = new ChangeFeed(database, session);
    new ChangeDelivery("relations", changes, relating).catchUp();
  }

  /// Each entry is of a story of its own: what is judged is tags.
  private IncomingEntry arrival(int number, List<Tag> tags) {
    var id = Optional.of("tag:links.example,2026:" + number);
    var raw = RawEntry.builder().id(id).build();
    var given =
        tags.stream()
            .map(tag -> new EntryTag(tag, tag.words(), EntryTag.Provenance.ENTRY))
            .toList();
    return IncomingEntry.of(
        EntryKey.of(raw), Fingerprint.ofAll(raw), entry(id), given, Audience.EVERYONE);
  }

  private Entry entry(Optional<String> id) {
    return PlainEntry.of(
        id, Optional.empty(), Optional.empty(), "", "", "", Optional.of(date), Optional.empty());
  }

  /// All tags that go along with one.
  List<RelatedTag> related(Tag tag) {
    return new RelatedTags(relating.tags(), relations).to(tag, Integer.MAX_VALUE, date);
  }

  @Override
  public void close() {
    database.close();
  }
}
