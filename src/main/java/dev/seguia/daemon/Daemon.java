package dev.seguia.daemon;

import dev.seguia.admin.EntryActions;
import dev.seguia.admin.OperatorForms;
import dev.seguia.admin.PollReport;
import dev.seguia.admin.Reports;
import dev.seguia.config.Config;
import dev.seguia.config.DedupSettings;
import dev.seguia.config.FetchSettings;
import dev.seguia.config.PollingSettings;
import dev.seguia.config.RetentionSettings;
import dev.seguia.config.TagSettings;
import dev.seguia.lists.ListRefresh;
import dev.seguia.lists.ListStore;
import dev.seguia.memory.MemoryShare;
import dev.seguia.poll.EntryRules;
import dev.seguia.poll.PollResult;
import dev.seguia.poll.Poller;
import dev.seguia.source.Source;
import dev.seguia.url.BaseUrl;
import dev.seguia.web.Route;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The running daemon: the one place where its parts are wired together.
public final class Daemon implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Daemon.class);

  private final InstantSource clock;
  private final Path data;
  private final Stores stores;
  private final DaemonFile file;
  private final Administration administration;
  private final Serving serving;
  private Config config;
  private List<Source> sources;
  private Ingest ingest;
  private Derived derived;
  private boolean running;

  /// @param data where the store lies, unless the settings say otherwise
  /// @param routes that are served beside the usual ones
  public Daemon(
      Config config, List<Source> sources, Path data, List<Route> routes, InstantSource clock) {
    this.clock = clock;
    this.data = data;
    this.config = FreePort.in(config);
    this.sources = List.copyOf(sources);
    this.file = DaemonFile.in(data);
    stores = Stores.open(this.config, data, clock);
    ingest = ingest();
    derived = new Derived(this.config, stores, data, clock);
    administration = administration();
    serving =
        new Serving(
            this.config,
            stores.entries(),
            stores.sources(),
            () -> derived.findings(),
            this::isReady,
            current -> served(routes, current));
  }

  private Ingest ingest() {
    return Ingest.of(config, stores, clock);
  }

  private Administration.Served served(List<Route> routes, Config current) {
    var served = administration.served(current.http());
    var all = Stream.concat(routes.stream(), served.routes().stream()).toList();
    return new Administration.Served(all, served.panels());
  }

  private Administration administration() {
    var reports = new Reports(stores.sources(), stores.entries(), this::sources);
    var actions = new EntryActions(stores.entries(), this::rules);
    return new Administration(
        reports, actions, new OperatorForms.SourceActions(this::pollNow, this::hold), clock);
  }

  private synchronized List<Source> sources() {
    return sources;
  }

  private synchronized EntryRules rules() {
    return ingest.rules();
  }

  private synchronized Poller poller() {
    return ingest.poller();
  }

  private Optional<PollReport> pollNow(String id) {
    return sources().stream()
        .filter(source -> source.id().equals(id))
        .findFirst()
        .map(this::pollNow);
  }

  private PollReport pollNow(Source source) {
    try {
      return PollReport.of(source, poller().poll(source).result());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return PollReport.of(source, new PollResult.Failed("the daemon stops"));
    }
  }

  /// Makes a pause or resume take effect at once: the schedule reads its sources again.
  private synchronized boolean hold(String id, boolean held) {
    var isKnown = stores.sources().hold(id, held);
    if (isKnown) ingest.schedule().list(sources);
    return isKnown;
  }

  private synchronized boolean isReady() {
    return ingest.schedule().isRunning() && stores.database().isWritable();
  }

  /// Serves and polls from now on.
  ///
  /// @throws DaemonException if the port is taken or not ours to take
  public synchronized void start() {
    serving.start();
    stores.sources().list(sources);
    startPolls();
    derived.start();
    file.writeKey(administration.key());
    file.write(serving.url());
    LOG.atInfo()
        .addKeyValue("url", config.http().baseUrl())
        .addKeyValue("port", serving.port())
        .addKeyValue("sources", sources.size())
        .log("daemon running");
    LOG.atInfo().log("memory bounds: {}", MemoryShare.summary());
    running = true;
  }

  private void startPolls() {
    ingest.schedule().list(sources);
    config
        .retention()
        .keep()
        .ifPresent(keep -> ingest.schedule().purgeDaily(stores.entries(), keep));
    ingest.schedule().compactRegularly(stores.database());
    ingest.schedule().readPages(ingest.pages());
    ingest.schedule().start();
  }

  /// The settings in force.
  public synchronized Config config() {
    return config;
  }

  /// The port that it serves at.
  public synchronized int port() {
    return serving.port();
  }

  /// Fetches lists on the web, with the current settings.
  public synchronized ListRefresh refreshOf(ListStore lists) {
    return ingest.refreshOf(lists, config.polling(), clock);
  }

  /// Applies a changed list of sources.
  public synchronized void apply(List<Source> changed) {
    sources = List.copyOf(changed);
    stores.sources().list(sources);
    ingest.schedule().list(sources);
  }

  /// Applies changed settings: only the affected parts are rebuilt.
  ///
  /// @throws DaemonException if it cannot serve where they want it to; all stays as it was then
  public synchronized void apply(Config given) {
    var before = config;
    var changed = given.http().port() == 0 ? given.withPort(before.http().port()) : given;
    var url = serving.url();
    if (!before.search().equals(changed.search())) renewDerived(changed);
    serving.apply(changed);
    if (!before.log().equals(changed.log())) Logs.configure(changed.log());
    config = changed;
    if (!serving.url().equals(url)) file.write(serving.url());
    if (!before.store().equals(changed.store()))
      LOG.warn("store.* settings changed: they take effect at the next start");
    if (!Polled.of(before).equals(Polled.of(changed))) renewIngest();
  }

  /// The settings that polling depends on; the User-Agent contains the base URL.
  private record Polled(
      PollingSettings polling,
      FetchSettings fetch,
      DedupSettings dedup,
      TagSettings tags,
      RetentionSettings retention,
      BaseUrl baseUrl) {
    static Polled of(Config config) {
      return new Polled(
          config.polling(),
          config.fetch(),
          config.dedup(),
          config.tags(),
          config.retention(),
          config.http().baseUrl());
    }
  }

  private void renewDerived(Config changed) {
    derived.close();
    derived = new Derived(changed, stores, data, clock);
    derived.start();
  }

  private void renewIngest() {
    ingest.close();
    ingest = ingest();
    startPolls();
  }

  /// Stops gracefully: no new polls, those in progress stored or aborted, responses sent, store
  /// closed.
  @Override
  public void close() {
    // what it runs asks for the rules, which are ours to lock
    administration.close();
    closeParts();
  }

  private synchronized void closeParts() {
    ingest.close();
    serving.close();
    derived.close();
    stores.close();
    file.delete();
    if (running) LOG.info("daemon stopped");
  }
}
