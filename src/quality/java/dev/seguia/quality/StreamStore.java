package dev.seguia.quality;

import dev.seguia.config.Config;
import dev.seguia.dedup.MergeScope;
import dev.seguia.normalise.Normaliser;
import dev.seguia.poll.EntryReading;
import dev.seguia.poll.EntryRules;
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
import dev.seguia.store.entry.ChangePosition;
import dev.seguia.store.entry.StoredEntry;
import dev.seguia.store.session.WriteSession;
import dev.seguia.store.state.PollJournal;
import dev.seguia.tag.Tagger;
import dev.seguia.testing.TestClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/// The way of entries from a document into the store, and what follows them, as in the daemon but
/// for the network and the threads: one thread does all, so that nothing is counted twice.
final class StreamStore implements AutoCloseable {
  private static final int PAGE = 500;
  private static final Duration UNTIL_NEXT = Duration.ofMinutes(15);

  private final Path directory;
  private final TestClock clock = new TestClock(Instant.EPOCH);
  private final Database database;
  private final WriteSession session;
  private final SourceStates sources;
  private EntryStore entries;
  private final EntryRules rules;
  private final EntryReading reading;
  private ChangeDelivery following;
  private ChangePosition reached;

  /// Opens a store in a file.
  ///
  /// @param directory where nothing else lies: a store that is there is thrown away
  /// @param start before everything that is to come in
  StreamStore(Path directory, List<Source> listed, Instant start) {
    this.directory = directory;
    clear();
    clock.set(start);
    database = Database.open(DatabaseLocation.in(directory), clock);
    session = new WriteSession(database);
    sources = new SourceStates(database, session, PollJournal.inMemory());
    sources.list(listed);
    entries = new EntryStore(database, session);
    var tagger = new Tagger(Config.defaults().tags());
    rules = new EntryRules(List.of(), tagger);
    reading = new EntryReading(new Normaliser(), tagger, rules, MergeScope.ALL_SOURCES);
    var relating = relating();
    following = following(relating);
    reached = relating.reached();
  }

  private Relating relating() {
    return new Relating(new RelationStore(database, session), clock);
  }

  private ChangeDelivery following(Relating relating) {
    return new ChangeDelivery("relations", new ChangeFeed(database, session), relating);
  }

  /// What a poll does with a document that it has fetched and parsed.
  Poll.Stored poll(StreamPoll poll) {
    clock.set(poll.now());
    var source = poll.source();
    var before = sources.state(source.id());
    var read = reading.read(source, poll.document(), before, entries, poll.now());
    var next = poll.now().plus(UNTIL_NEXT);
    var state =
        before
            .with(before.known().with(read.shared()), read.linkRules())
            .succeeded(poll.now(), next);
    return entries.store(read.poll(source, before, state, poll.now()));
  }

  /// Gives the new entries their stories, and counts their tags.
  void follow() {
    reached = following.catchUp(reached);
  }

  /// How many entries there are.
  long count() {
    return entries.count();
  }

  /// How many copies others are compared with.
  long copies() {
    return database.read(
        transaction -> transaction.number("select count(*) from article_copy").orElse(0));
  }

  /// Forgets the keys of copies that are in memory; the next poll reads them again.
  void forgetCopies() {
    entries = new EntryStore(database, session);
  }

  /// Forgets the stories that are in memory.
  void forgetStories() {
    following = following(relating());
  }

  /// Reads the open stories again, as a new start does.
  void recallStories() {
    var relating = relating();
    following = following(relating);
    reached = relating.reached();
  }

  /// Shows all entries in the order of arrival.
  void forEach(Consumer<StoredEntry> reader) {
    var after = -1L;
    for (var page = entries.inOrder(after, PAGE); !page.isEmpty(); ) {
      page.forEach(reader);
      after = page.getLast().seq();
      page = entries.inOrder(after, PAGE);
    }
  }

  private void clear() {
    try {
      Files.createDirectories(directory);
      try (var files = Files.walk(directory)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList())
          if (!file.equals(directory)) Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    rules.close();
    database.close();
    clear();
  }
}
