package dev.seguia.poll;

import dev.seguia.config.Config;
import dev.seguia.dedup.MergeScope;
import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Tag;
import dev.seguia.feed.TagExpression;
import dev.seguia.fetch.Crawler;
import dev.seguia.fetch.Fetcher;
import dev.seguia.fetch.HostDelay;
import dev.seguia.fetch.HostGate;
import dev.seguia.fetch.Robots;
import dev.seguia.fetch.ServerBackoff;
import dev.seguia.gather.Documents;
import dev.seguia.normalise.Normaliser;
import dev.seguia.query.TagRule;
import dev.seguia.source.Source;
import dev.seguia.store.EntryStore;
import dev.seguia.store.SourceStates;
import dev.seguia.store.database.Database;
import dev.seguia.store.database.DatabaseLocation;
import dev.seguia.store.entry.StoredEntry;
import dev.seguia.store.session.WriteSession;
import dev.seguia.store.state.PollJournal;
import dev.seguia.tag.Tagger;
import dev.seguia.testing.TestClock;
import dev.seguia.testing.TestServer;
import dev.seguia.testing.TestSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// The real path of a poll, from a server on loopback into a store in memory, under a clock that is
/// moved by hand.
public final class PollWorld implements AutoCloseable {
  /// How many requests one host sees at a time.
  static final int PER_HOST = 4;

  public final TestClock clock = TestClock.standing();
  public final TestServer server = new TestServer();
  public final Database database =
      Database.open(DatabaseLocation.inMemory(UUID.randomUUID().toString()), clock);
  public final WriteSession session = new WriteSession(database);
  public final SourceStates sources = new SourceStates(database, session, PollJournal.inMemory());
  public final EntryStore entries = new EntryStore(database, session);
  public final PollInterval interval =
      new PollInterval(Config.defaults().polling(), RandomGenerator.getDefault());
  final Fetcher fetcher =
      new Fetcher(
          TestSettings.fetch(Duration.ofSeconds(10), 10 << 20),
          "Seguia/test",
          new HostGate(
              PER_HOST,
              64,
              new ServerBackoff(Duration.ofMinutes(5), () -> clock.millis() * 1_000_000),
              HostDelay.none()),
          clock);
  public final Crawler crawler =
      new Crawler(fetcher, new Robots(fetcher, System::nanoTime), System::nanoTime);
  public final Poller poller = poller(MergeScope.ALL_SOURCES);

  /// A poller that looks so far for entries that it knows.
  public Poller poller(MergeScope reach) {
    return poller(reach, List.of());
  }

  /// A poller that heeds rules.
  Poller poller(MergeScope reach, List<TagRule> rules) {
    var tagger = new Tagger(Config.defaults().tags());
    return new Poller(
        new Documents(fetcher, crawler, clock),
        new EntryReading(new Normaliser(), tagger, new EntryRules(rules, tagger), reach),
        entries,
        sources,
        interval,
        clock);
  }

  /// A source at a path of the server, listed alone.
  Source source(String path, String... tags) {
    var source = sourceAt(path, tags);
    sources.list(List.of(source));
    return source;
  }

  /// A source at a path of the server, not yet listed.
  public Source sourceAt(String path, String... tags) {
    var given =
        Stream.of(tags)
            .map(tag -> new EntryTag(Tag.of(tag), tag, EntryTag.Provenance.FOLDER))
            .toList();
    return new Source(server.url(path), path, Optional.empty(), given, Source.Settings.defaults());
  }

  /// The same, as one that only lists on the public web name.
  public static Source byStranger(Source own) {
    return new Source(own.url(), own.title(), own.htmlUrl(), own.tags(), own.settings(), true);
  }

  public PollResult poll(Source source) throws InterruptedException {
    return poller.poll(source).result();
  }

  public List<StoredEntry> all() {
    return entries.newest(TagExpression.all(), 100_000);
  }

  @Override
  public void close() {
    fetcher.close();
    server.close();
    database.close();
  }
}
