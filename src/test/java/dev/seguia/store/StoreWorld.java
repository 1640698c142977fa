package dev.seguia.store;

import dev.seguia.dedup.EntryKey;
import dev.seguia.dedup.Fingerprint;
import dev.seguia.dedup.IncomingEntry;
import dev.seguia.dedup.MergeScope;
import dev.seguia.feed.Audience;
import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Feed;
import dev.seguia.feed.RawEntry;
import dev.seguia.feed.Tag;
import dev.seguia.feed.TagExpression;
import dev.seguia.feed.Text;
import dev.seguia.source.Source;
import dev.seguia.store.arrival.ArticlePart;
import dev.seguia.store.arrival.Poll;
import dev.seguia.store.database.Database;
import dev.seguia.store.database.DatabaseLocation;
import dev.seguia.store.entry.StoredEntry;
import dev.seguia.store.session.WriteSession;
import dev.seguia.store.state.PollJournal;
import dev.seguia.testing.PlainEntry;
import dev.seguia.testing.TestClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A store, in memory if not said otherwise, and a short way to write what sources bring.
public final class StoreWorld implements AutoCloseable {
  public final TestClock clock;
  public final Database database;
  public final WriteSession session;
  public final SourceStates sources;
  public final EntryStore entries;

  public StoreWorld() {
    this(DatabaseLocation.inMemory(UUID.randomUUID().toString()), TestClock.standing());
  }

  /// One that was made later than all others.
  public static StoreWorld madeLater(Duration step) {
    var clock = TestClock.standing();
    clock.advance(step);
    return new StoreWorld(DatabaseLocation.inMemory(UUID.randomUUID().toString()), clock);
  }

  private StoreWorld(Database database, TestClock clock) {
    this.clock = clock;
    this.database = database;
    session = new WriteSession(database);
    sources = new SourceStates(database, session, PollJournal.inMemory());
    entries = new EntryStore(database, session);
  }

  /// The same store, opened anew: nothing is remembered but what is in it.
  public StoreWorld openedAnew() {
    return new StoreWorld(database, clock);
  }

  public StoreWorld(DatabaseLocation location, TestClock clock) {
    this(Database.open(location, clock), clock);
  }

  public static Source source(String url, String... tags) {
    var given =
        Stream.of(tags)
            .map(tag -> new EntryTag(Tag.of(tag), tag, EntryTag.Provenance.FOLDER))
            .toList();
    return new Source(
        URI.create(url), "Title of " + url, Optional.empty(), given, Source.Settings.defaults());
  }

  /// An entry as a test words it.
  public record Item(
      Optional<String> id,
      Optional<String> link,
      String title,
      String content,
      Optional<Instant> published) {
    public static Item of(String id, String link, String title) {
      return new Item(
          Optional.of(id),
          Optional.of(link),
          title,
          "<p>" + title + "</p>",
          Optional.of(Instant.parse("2025-11-14T10:00:00Z")));
    }

    public Item published(String date) {
      return new Item(id, link, title, content, Optional.of(Instant.parse(date)));
    }

    public Item undated() {
      return new Item(id, link, title, content, Optional.empty());
    }

    public Item content(String html) {
      return new Item(id, link, title, html, published);
    }

    private IncomingEntry arrival(List<EntryTag> tags) {
      var raw =
          RawEntry.builder()
              .id(id)
              .link(link)
              .title(Text.plain(title))
              .content(Text.html(content))
              .published(published)
              .build();
      var entry =
          PlainEntry.of(
              id,
              link,
              link.map(url -> url.replaceFirst("^https?://", "")),
              title,
              "",
              content,
              published,
              Optional.empty());
      return IncomingEntry.of(
          EntryKey.of(raw), Fingerprint.ofAll(raw), entry, tags, Audience.EVERYONE);
    }
  }

  /// Stores what a source brings now, as one poll.
  public Poll.Stored poll(Source source, Item... items) {
    return poll(MergeScope.ALL_SOURCES, source, items);
  }

  public Poll.Stored poll(MergeScope reach, Source source, Item... items) {
    return poll(reach, source, Stream.of(items).map(item -> item.arrival(source.tags())).toList());
  }

  /// Stores what a source brings now, as one poll.
  public Poll.Stored poll(MergeScope reach, Source source, List<IncomingEntry> arrivals) {
    var keys = arrivals.stream().map(IncomingEntry::key).collect(Collectors.toSet());
    var known = entries.known(source.id(), keys);
    var before = sources.state(source.id());
    return entries.store(
        new Poll(
            source.id(),
            source.url(),
            Feed.Header.empty(),
            keys,
            Set.of(),
            arrivals.stream()
                .filter(arrival -> !known.isSettled(arrival.key(), arrival.all()))
                .toList(),
            ArticlePart.wantedBy(source.settings()),
            reach,
            before,
            before.succeeded(clock.instant(), clock.instant().plus(Duration.ofHours(1))),
            clock.instant()));
  }

  /// Stores what the feed of a source says of itself: whose rights it is under.
  public void header(Source source, String rights) {
    var before = sources.state(source.id());
    var empty = Feed.Header.empty();
    entries.store(
        new Poll(
            source.id(),
            source.url(),
            new Feed.Header(
                empty.id(),
                empty.title(),
                empty.description(),
                empty.link(),
                empty.self(),
                empty.image(),
                empty.language(),
                rights,
                empty.updated(),
                empty.authors()),
            Set.of(),
            Set.of(),
            List.of(),
            Optional.empty(),
            MergeScope.ALL_SOURCES,
            before,
            before.succeeded(clock.instant(), clock.instant().plus(Duration.ofHours(1))),
            clock.instant()));
  }

  public List<StoredEntry> all() {
    return entries.newest(TagExpression.all(), 100);
  }

  public List<String> titles(String expression) {
    return entries.newest(TagExpression.parse(expression).orElseThrow(), 100).stream()
        .map(entry -> entry.entry().title())
        .toList();
  }

  @Override
  public void close() {
    database.close();
  }
}
