package dev.seguia.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.seguia.bench.Round.Done;
import dev.seguia.config.Config;
import dev.seguia.config.FetchSettings;
import dev.seguia.dedup.MergeScope;
import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Tag;
import dev.seguia.fetch.Crawler;
import dev.seguia.fetch.Fetcher;
import dev.seguia.fetch.HostGate;
import dev.seguia.fetch.Robots;
import dev.seguia.gather.Documents;
import dev.seguia.normalise.Normaliser;
import dev.seguia.poll.EntryReading;
import dev.seguia.poll.EntryRules;
import dev.seguia.poll.PollInterval;
import dev.seguia.poll.PollResult;
import dev.seguia.poll.Poller;
import dev.seguia.source.Source;
import dev.seguia.store.EntryStore;
import dev.seguia.store.SourceStates;
import dev.seguia.store.database.Database;
import dev.seguia.store.database.DatabaseLocation;
import dev.seguia.store.session.WriteSession;
import dev.seguia.store.state.PollJournal;
import dev.seguia.tag.Tagger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.slf4j.LoggerFactory;

/// The daemon's own way from fetch to store, without its schedule and its web server, so that
/// rounds can be told apart.
final class SeguiaPipeline implements AutoCloseable {
  private static final int FOLDERS = 20;
  private static final int AT_ONCE = 32;
  private static final long MOST_BYTES = 10L << 20;

  private final InstantSource clock = InstantSource.system();
  private final Database database;
  private final WriteSession session;
  private final SourceStates sources;
  private final EntryStore entries;
  private final EntryRules rules;
  private final Poller poller;
  private final List<Source> listed;

  /// @param base the fixture's URL
  /// @param feeds how many it has
  /// @param directory empty, for the store
  /// @param ruleCount how many rules every entry is held against
  SeguiaPipeline(String base, int feeds, Path directory, int ruleCount) {
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    ((Logger) LoggerFactory.getLogger("com.rometools")).setLevel(Level.OFF);
    listed = IntStream.range(0, feeds).mapToObj(feed -> source(base, feed)).toList();
    database = Database.open(DatabaseLocation.in(directory), clock);
    session = new WriteSession(database);
    sources = new SourceStates(database, session, PollJournal.inMemory());
    sources.list(listed);
    entries = new EntryStore(database, session);
    var tagger = new Tagger(Config.defaults().tags());
    rules = new EntryRules(MadeUpRules.of(ruleCount), tagger);
    var fetcher = fetcher();
    var crawler = new Crawler(fetcher, new Robots(fetcher, System::nanoTime), System::nanoTime);
    poller =
        new Poller(
            new Documents(fetcher, crawler, clock),
            new EntryReading(new Normaliser(), tagger, rules, MergeScope.ALL_SOURCES),
            entries,
            sources,
            new PollInterval(Config.defaults().polling(), RandomGenerator.getDefault()),
            clock);
  }

  /// Makes a round for every line of its input.
  ///
  /// @param arguments the fixture's URL, how many feeds, how many rules, and an empty directory
  public static void main(String[] arguments) throws Exception {
    try (var pipeline =
        new SeguiaPipeline(
            arguments[0],
            Integer.parseInt(arguments[1]),
            Path.of(arguments[3]),
            Integer.parseInt(arguments[2]))) {
      Round.serve(_ -> pipeline.poll());
    }
  }

  private Fetcher fetcher() {
    var settings =
        new FetchSettings(
            Duration.ofSeconds(30),
            MOST_BYTES,
            "Seguia/bench",
            Optional.empty(),
            List.of("127.0.0.0/8"));
    return new Fetcher(settings, settings.userAgent(), new HostGate(AT_ONCE, AT_ONCE), clock);
  }

  private static Source source(String base, int feed) {
    var folder = "dossier " + feed % FOLDERS;
    return new Source(
        URI.create(base + "/feeds/" + feed + ".xml"),
        "Journal " + feed,
        Optional.empty(),
        List.of(new EntryTag(Tag.of(folder), folder, EntryTag.Provenance.FOLDER)),
        Source.Settings.defaults());
  }

  Database database() {
    return database;
  }

  WriteSession session() {
    return session;
  }

  SourceStates sources() {
    return sources;
  }

  EntryStore entries() {
    return entries;
  }

  Done poll() throws InterruptedException {
    return AtOnce.all(listed.stream().<Callable<Done>>map(source -> () -> poll(source)).toList());
  }

  private Done poll(Source source) throws InterruptedException {
    return switch (poller.poll(source).result()) {
      case PollResult.Read read -> Done.stored(read.added());
      case PollResult.Unchanged _ -> Done.UNCHANGED;
      case PollResult other -> {
        System.err.println(source.url() + ": " + other.words());
        yield Done.FAILED;
      }
    };
  }

  @Override
  public void close() {
    poller.stop();
    database.close();
  }
}
