package dev.seguia.flood;

import dev.seguia.config.Config;
import dev.seguia.dedup.MergeScope;
import dev.seguia.feed.FeedFormat;
import dev.seguia.feed.RawFeed;
import dev.seguia.feed.Tag;
import dev.seguia.feed.TagExpression;
import dev.seguia.memory.MemoryShare;
import dev.seguia.normalise.Normaliser;
import dev.seguia.poll.EntryReading;
import dev.seguia.poll.EntryRules;
import dev.seguia.publish.Publisher;
import dev.seguia.relate.Relating;
import dev.seguia.search.index.Indexing;
import dev.seguia.search.index.SearchIndex;
import dev.seguia.source.Source;
import dev.seguia.store.EntryStore;
import dev.seguia.store.SourceStates;
import dev.seguia.store.arrival.Poll;
import dev.seguia.store.database.Database;
import dev.seguia.store.database.DatabaseLocation;
import dev.seguia.store.derived.ChangeConsumer;
import dev.seguia.store.derived.ChangeFeed;
import dev.seguia.store.derived.RelationStore;
import dev.seguia.store.entry.ChangePosition;
import dev.seguia.store.session.WriteSession;
import dev.seguia.store.state.PollJournal;
import dev.seguia.tag.Tagger;
import dev.seguia.url.BaseUrl;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// The daemon's own parts from a read document on, put together as the daemon does: what arrives is
/// cleaned, tagged, compared and stored, the consumers of changes take it in, and feeds are asked
/// for. All in one thread, so that it is known how far each part is.
final class FloodedParts implements AutoCloseable {
  private static final int AT_ONCE = 200;
  private static final Duration INTERVAL = Duration.ofHours(1);

  private final InstantSource clock;
  private final Database database;
  private final SourceStates sources;
  private final EntryStore entries;
  private final EntryRules rules;
  private final EntryReading reading;
  private final ChangeFeed changes;
  private final Relating relating;
  private final SearchIndex index;
  private final List<Consumer> consumers;
  private final Publisher publisher;

  /// A consumer of changes and how far it is.
  private static final class Consumer {
    private final ChangeConsumer consumer;
    private ChangePosition position;

    Consumer(ChangeConsumer consumer) {
      this.consumer = consumer;
      position = consumer.reached();
    }

    void catchUp(ChangeFeed changes) {
      for (var isEnd = false; !isEnd; ) {
        var batch = changes.after(position, AT_ONCE);
        if (!batch.isEmpty()) consumer.take(batch);
        position = batch.last();
        isEnd = batch.isEnd();
      }
      consumer.rest();
    }
  }

  FloodedParts(Path directory, List<Source> listed, InstantSource clock) {
    this.clock = clock;
    database = Database.open(DatabaseLocation.in(directory), clock);
    var session = new WriteSession(database);
    sources = new SourceStates(database, session, PollJournal.inMemory());
    sources.list(listed);
    entries = new EntryStore(database, session);
    var tagger = new Tagger(Config.defaults().tags());
    rules = new EntryRules(List.of(), tagger);
    reading = new EntryReading(new Normaliser(), tagger, rules, MergeScope.ALL_SOURCES);
    changes = new ChangeFeed(database, session);
    relating = new Relating(new RelationStore(database, session), clock);
    index = SearchIndex.open(directory.resolve("search"));
    consumers = List.of(new Consumer(relating), new Consumer(new Indexing(index, changes, clock)));
    publisher =
        new Publisher(entries, Config.defaults().feeds(), BaseUrl.of("http://localhost:8360"));
  }

  /// Stores what a document of a source brings.
  Poll.Stored take(Source source, RawFeed document) {
    var now = clock.instant();
    var before = sources.state(source.id());
    var read = reading.read(source, document, before, entries, now);
    var state = before.succeeded(now, now.plus(INTERVAL));
    return entries.store(read.poll(source, before, state, now));
  }

  /// Lets stories, related tags and the search index take in all that was stored, once it is in the
  /// file: as in the daemon, where many polls wait for the file together.
  void follow() {
    consumers.forEach(one -> one.catchUp(changes));
  }

  /// Asks for some feeds, as readers do.
  void publish(Source source, Tag tag) {
    publisher.feed(TagExpression.all(), FeedFormat.ATOM, OptionalInt.empty());
    publisher.feed(TagExpression.of(tag), FeedFormat.JSON, OptionalInt.empty());
    publisher.ofSource(source.id(), FeedFormat.RSS, OptionalInt.empty());
  }

  /// What each part says that it holds, in bytes.
  Map<MemoryShare, Long> held() {
    var held = new EnumMap<MemoryShare, Long>(MemoryShare.class);
    for (var share : List.of(MemoryShare.COPIES, MemoryShare.CHANGES, MemoryShare.TAGS))
      held.put(share, entries.heldBytes(share));
    held.put(MemoryShare.STORIES, relating.heldByStories());
    held.put(MemoryShare.RELATED_TAGS, relating.tags().heldBytes());
    held.put(MemoryShare.INDEX, index.bufferedBytes());
    held.put(MemoryShare.FEEDS, publisher.keptBytes());
    return held;
  }

  @Override
  public void close() {
    index.close();
    rules.close();
    database.close();
  }
}
