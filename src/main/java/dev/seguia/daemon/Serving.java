package dev.seguia.daemon;

import dev.seguia.config.Config;
import dev.seguia.config.FeedSettings;
import dev.seguia.config.HttpSettings;
import dev.seguia.config.PageSettings;
import dev.seguia.config.SearchSettings;
import dev.seguia.page.PageRoutes;
import dev.seguia.publish.Publisher;
import dev.seguia.store.EntryStore;
import dev.seguia.store.SourceStates;
import dev.seguia.web.Findings;
import dev.seguia.web.WebServer;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The parts that answer requests, as one set of settings wants them: built anew when those change.
final class Serving implements AutoCloseable {
  private final EntryStore entries;
  private final SourceStates sources;
  private final Supplier<Findings> findings;
  private final BooleanSupplier isReady;
  private final Function<Config, Administration.Served> operator;
  private Config config;
  private WebServer web;

  /// @param operator how the operator is served, and all others beside the usual
  Serving(
      Config config,
      EntryStore entries,
      SourceStates sources,
      Supplier<Findings> findings,
      BooleanSupplier isReady,
      Function<Config, Administration.Served> operator) {
    this.config = config;
    this.entries = entries;
    this.sources = sources;
    this.findings = findings;
    this.isReady = isReady;
    this.operator = operator;
    web = web(config);
  }

  private WebServer web(Config config) {
    var http = config.http();
    var publisher = new Publisher(entries, config.feeds(), http.baseUrl());
    var found = findings.get();
    var served = operator.apply(config);
    var pages =
        new PageRoutes(
            config.pages(), config.language(), publisher, entries, sources, found, served.panels());
    var all = Stream.of(pages.routes(), served.routes()).flatMap(List::stream).toList();
    return new WebServer(http, publisher, found, isReady, all, pages.refusals());
  }

  /// Listens from now on.
  ///
  /// @throws DaemonException if the port is taken or not ours to take
  void start() {
    start(web, config);
  }

  private static void start(WebServer web, Config config) {
    try {
      web.start();
    } catch (IllegalStateException e) {
      web.close();
      throw DaemonException.cannotListen(config.http(), e);
    }
  }

  int port() {
    return web.port();
  }

  /// Where this machine itself reaches the server.
  URI url() {
    var bind = config.http().bind();
    return URI.create("http://" + reachable(bind) + ":" + web.port());
  }

  private static String reachable(String bind) {
    if (bind.equals("0.0.0.0") || bind.equals("::")) return "127.0.0.1";
    return bind.contains(":") ? "[" + bind + "]" : bind;
  }

  /// Takes on changed settings, if any of them concerns what is served.
  ///
  /// @throws DaemonException if it cannot listen where they want it to; all stays as it was then
  void apply(Config changed) {
    if (Concerned.of(config).equals(Concerned.of(changed))) return;
    if (config.http().port() == changed.http().port()) renewInPlace(changed);
    else move(changed);
    config = changed;
  }

  /// On the same port, be it at another address: the old one goes before the new one comes, and
  /// comes again should that fail.
  private void renewInPlace(Config changed) {
    var other = web(changed);
    web.close();
    try {
      start(other, changed);
      web = other;
    } catch (RuntimeException e) {
      web = web(config);
      start();
      throw e;
    }
  }

  private void move(Config changed) {
    var other = web(changed);
    start(other, changed);
    web.close();
    web = other;
  }

  /// The settings that the server is built from.
  private record Concerned(
      HttpSettings http,
      FeedSettings feeds,
      PageSettings pages,
      SearchSettings search,
      Locale language) {
    static Concerned of(Config config) {
      return new Concerned(
          config.http(), config.feeds(), config.pages(), config.search(), config.language());
    }
  }

  @Override
  public void close() {
    web.close();
  }
}
