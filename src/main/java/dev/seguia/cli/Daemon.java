package dev.seguia.cli;

import dev.seguia.admin.AdminRoutes;
import dev.seguia.admin.PollReport;
import dev.seguia.admin.Reports;
import dev.seguia.config.Config;
import dev.seguia.poll.PollResult;
import dev.seguia.poll.Poller;
import dev.seguia.publish.FeedFormat;
import dev.seguia.publish.PublishSettings;
import dev.seguia.publish.Publisher;
import dev.seguia.source.Source;
import dev.seguia.web.Route;
import dev.seguia.web.WebServer;
import dev.seguia.web.WebSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The running program: the one place where its working parts meet.
final class Daemon implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Daemon.class);

  private final InstantSource clock;
  private final Stores stores;
  private final DaemonFile file;
  private final List<Route> routes;
  private Config config;
  private List<Source> sources;
  private Ingest ingest;
  private WebServer web;
  private boolean running;

  /// @param data where the store lies, unless the settings say otherwise
  /// @param routes that are served beside the usual ones
  Daemon(Config config, List<Source> sources, Path data, List<Route> routes, InstantSource clock) {
    this.clock = clock;
    this.config = FreePort.in(config);
    this.sources = List.copyOf(sources);
    this.routes = List.copyOf(routes);
    this.file = DaemonFile.in(data);
    stores = Stores.open(this.config, data, clock);
    ingest = ingest();
    web = web();
  }

  private Ingest ingest() {
    return Ingest.of(config, stores.sources(), stores.entries(), clock);
  }

  private WebServer web() {
    var http = config.http();
    var publisher = new Publisher(stores.entries(), publishSettings());
    var settings =
        new WebSettings(
            http.bind(), http.port(), http.baseUrl().toString(), config.language().toLanguageTag());
    var all = new ArrayList<>(routes);
    all.addAll(admin().routes());
    return new WebServer(settings, publisher, stores.entries(), this::isReady, all);
  }

  private AdminRoutes admin() {
    var reports = new Reports(stores.sources(), stores.entries(), this::sources);
    return new AdminRoutes(reports, this::pollNow, config.http().token());
  }

  private synchronized List<Source> sources() {
    return sources;
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

  private PublishSettings publishSettings() {
    var feeds = config.feeds();
    return new PublishSettings(
        config.http().baseUrl().toString(),
        feeds.size(),
        feeds.maxSize(),
        feeds.formats().stream()
            .map(format -> FeedFormat.valueOf(format.name()))
            .collect(Collectors.toSet()));
  }

  private synchronized boolean isReady() {
    return ingest.schedule().isRunning() && stores.database().isWritable();
  }

  /// Serves and polls from now on.
  ///
  /// @throws DaemonException if the port is taken or not ours to take
  synchronized void start() {
    listen();
    stores.sources().list(sources);
    startPolls();
    tellWhere();
    LOG.atInfo()
        .addKeyValue("url", config.http().baseUrl())
        .addKeyValue("port", web.port())
        .addKeyValue("sources", sources.size())
        .log("running");
    running = true;
  }

  private void listen() {
    try {
      web.start();
    } catch (IllegalStateException e) {
      web.close();
      throw DaemonException.cannotListen(config.http(), e);
    }
  }

  private void startPolls() {
    ingest.schedule().list(sources);
    config
        .retention()
        .keep()
        .ifPresent(keep -> ingest.schedule().purgeDaily(stores.entries(), keep));
    ingest.schedule().start();
  }

  private void tellWhere() {
    file.write(URI.create("http://" + ownHost() + ":" + web.port()));
  }

  /// Where this machine itself reaches the server.
  private String ownHost() {
    var bind = config.http().bind();
    if (bind.equals("0.0.0.0") || bind.equals("::")) return "127.0.0.1";
    return bind.contains(":") ? "[" + bind + "]" : bind;
  }

  /// The port that it serves at.
  synchronized int port() {
    return web.port();
  }

  /// Takes on a changed list of sources.
  synchronized void apply(List<Source> changed) {
    sources = List.copyOf(changed);
    stores.sources().list(sources);
    ingest.schedule().list(sources);
  }

  /// Takes on changed settings: only the parts that they concern are built anew.
  ///
  /// @throws DaemonException if it cannot serve where they want it to; all stays as it was then
  synchronized void apply(Config given) {
    var before = config;
    var changed = given.http().port() == 0 ? FreePort.on(given, before.http().port()) : given;
    config = changed;
    if (!before.store().equals(changed.store()))
      LOG.warn("store.* has changed: it counts from the next start on");
    if (!Served.of(before).equals(Served.of(changed))) renewWeb(before);
    if (!Polled.of(before).equals(Polled.of(changed))) renewIngest();
  }

  /// The settings that the web server is built from.
  private record Served(Config.Http http, Config.Feeds feeds, java.util.Locale language) {
    static Served of(Config config) {
      return new Served(config.http(), config.feeds(), config.language());
    }
  }

  /// The settings that the polls are built from; the User-Agent names the base URL.
  private record Polled(
      Config.Polling polling,
      Config.Fetch fetch,
      Config.Dedup dedup,
      Config.Tags tags,
      Config.Retention retention,
      URI baseUrl) {
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

  private void renewWeb(Config before) {
    var old = web;
    var samePlace =
        before.http().port() == config.http().port()
            && before.http().bind().equals(config.http().bind());
    if (samePlace) old.close();
    web = web();
    try {
      listen();
    } catch (DaemonException e) {
      config = before;
      web = old;
      if (samePlace) serveAgain();
      throw e;
    }
    if (!samePlace) old.close();
    tellWhere();
  }

  private void serveAgain() {
    web = web();
    listen();
  }

  private void renewIngest() {
    ingest.close();
    ingest = ingest();
    startPolls();
  }

  /// Ends in good order: no new polls, those in flight stored or given up, answers sent, store
  /// closed.
  @Override
  public synchronized void close() {
    ingest.close();
    web.close();
    stores.close();
    file.delete();
    if (running) LOG.info("stopped");
  }
}
