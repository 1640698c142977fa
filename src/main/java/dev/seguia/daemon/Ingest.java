package dev.seguia.daemon;

import dev.seguia.config.Config;
import dev.seguia.config.PollingSettings;
import dev.seguia.dedup.MergeScope;
import dev.seguia.enrich.PageReading;
import dev.seguia.fetch.Crawler;
import dev.seguia.fetch.Fetcher;
import dev.seguia.fetch.HostDelay;
import dev.seguia.fetch.HostGate;
import dev.seguia.fetch.Robots;
import dev.seguia.fetch.ServerBackoff;
import dev.seguia.gather.Documents;
import dev.seguia.lists.ListRefresh;
import dev.seguia.lists.ListStore;
import dev.seguia.normalise.Normaliser;
import dev.seguia.poll.EntryReading;
import dev.seguia.poll.EntryRules;
import dev.seguia.poll.PollInterval;
import dev.seguia.poll.Poller;
import dev.seguia.schedule.PollSchedule;
import dev.seguia.source.Source;
import dev.seguia.source.SourceList;
import dev.seguia.store.ArticlePages;
import dev.seguia.store.SourceStates;
import dev.seguia.tag.Tagger;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The parts that fetch, read and store entries, built for one set of settings: rebuilt when those
/// change.
public record Ingest(
    Fetcher fetcher, Poller poller, PageReading pages, PollSchedule schedule, EntryRules rules)
    implements AutoCloseable {

  public static Ingest of(Config config, Stores stores, InstantSource clock) {
    var fetcher = fetcher(config, clock);
    var crawler = crawler(fetcher);
    var sources = stores.sources();
    var rules = rules(config);
    var reading = new EntryReading(new Normaliser(), tagger(config), rules, reach(config));
    var poller =
        new Poller(
            new Documents(fetcher, crawler, clock),
            reading,
            stores.entries(),
            sources,
            interval(config),
            clock);
    var polling = config.polling();
    var schedule = new PollSchedule(sources, poller, polling.newPerSecond(), clock);
    var articles = new ArticlePages(stores.database(), stores.session());
    var pages = new PageReading(crawler, articles, id -> listed(id, schedule, sources), clock);
    return new Ingest(fetcher, poller, pages, schedule, rules);
  }

  /// A listed source, with its detected kind if the list sets none.
  private static Optional<Source> listed(String id, PollSchedule schedule, SourceStates sources) {
    return schedule.listed(id).map(source -> source.as(sources.state(id).known().kind()));
  }

  /// The fetcher of the daemon, whose rate limits take earlier processes into account.
  private static Fetcher fetcher(Config config, InstantSource clock) {
    var pause = config.polling().hostPause();
    return fetcher(config, HostDelay.afterARestart(pause, System::nanoTime), clock);
  }

  /// The documents for a single request of a person.
  public static Documents documentsByHand(Config config, InstantSource clock) {
    var fetcher = fetcherByHand(config, clock);
    return new Documents(fetcher, crawler(fetcher), clock);
  }

  private static Fetcher fetcherByHand(Config config, InstantSource clock) {
    var pause = config.polling().hostPause();
    return fetcher(config, HostDelay.fromNow(pause, System::nanoTime), clock);
  }

  /// Reads a list of sources and asks for all lists on the web that it includes.
  public static SourceList readByHand(
      Path file, ListStore lists, Config config, InstantSource clock) throws InterruptedException {
    try (var fetcher = fetcherByHand(config, clock)) {
      return refresh(lists, fetcher, config.polling(), clock).readAnew(file);
    }
  }

  /// Fetches lists on the web.
  ListRefresh refreshOf(ListStore lists, PollingSettings polling, InstantSource clock) {
    return refresh(lists, fetcher, polling, clock);
  }

  private static ListRefresh refresh(
      ListStore lists, Fetcher fetcher, PollingSettings polling, InstantSource clock) {
    return new ListRefresh(lists, fetcher, polling, clock);
  }

  private static Crawler crawler(Fetcher fetcher) {
    return new Crawler(fetcher, new Robots(fetcher, System::nanoTime), System::nanoTime);
  }

  private static Fetcher fetcher(Config config, HostDelay spacing, InstantSource clock) {
    var userAgent = config.fetch().userAgent(Version.current(), config.http().baseUrl());
    return new Fetcher(config.fetch(), userAgent, gate(config.polling(), spacing), clock);
  }

  /// A server that asks for less, and does not say for how long, is asked by all its sources
  /// together no more often than one source at most.
  private static HostGate gate(PollingSettings polling, HostDelay spacing) {
    var rests = new ServerBackoff(polling.minInterval(), System::nanoTime);
    return new HostGate(polling.perHost(), polling.concurrency(), rests, spacing);
  }

  public static Tagger tagger(Config config) {
    return new Tagger(config.tags());
  }

  public static EntryRules rules(Config config) {
    return new EntryRules(config.tags().rules(), tagger(config));
  }

  private static MergeScope reach(Config config) {
    var dedup = config.dedup();
    return dedup.enabled() ? new MergeScope.AllSources(dedup.window()) : MergeScope.OWN_SOURCE;
  }

  private static PollInterval interval(Config config) {
    return new PollInterval(config.polling(), RandomGenerator.getDefault());
  }

  /// Aborts the fetches in progress, and waits until what was fetched is stored.
  @Override
  public void close() {
    poller.stop();
    schedule.close();
    rules.close();
  }
}
