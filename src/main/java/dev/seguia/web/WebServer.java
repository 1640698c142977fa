package dev.seguia.web;

import dev.seguia.config.HttpSettings;
import dev.seguia.publish.Publisher;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// The web server: serves the published feeds, and the routes of other packages.
public final class WebServer implements AutoCloseable {
  /// Limit: size of the headers of a request; more are answered with 431.
  private static final int LONGEST_HEADERS = 16 << 10;

  private static final long IDLE_MILLIS = 30_000;
  private static final long STOP_MILLIS = 5_000;

  private final Server server;
  private final ServerConnector connector;

  /// @param ready what `/readyz` answers
  /// @param more routes beside our own
  public WebServer(
      HttpSettings settings,
      Publisher publisher,
      Findings findings,
      BooleanSupplier ready,
      List<Route> more) {
    this(settings, publisher, findings, ready, more, Refusals.plain());
  }

  /// @param ready what `/readyz` answers
  /// @param more routes beside our own
  /// @param refusals tell people why they do not get what they ask for
  public WebServer(
      HttpSettings settings,
      Publisher publisher,
      Findings findings,
      BooleanSupplier ready,
      List<Route> more,
      Refusals refusals) {
    this(settings, publisher, findings, ready, more, refusals, ClientLimits.defaults());
  }

  WebServer(
      HttpSettings settings,
      Publisher publisher,
      Findings findings,
      BooleanSupplier ready,
      List<Route> more,
      Refusals refusals,
      ClientLimits limits) {
    var threads = threads();
    server = new Server(threads);
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http()));
    connector.setHost(settings.bind());
    connector.setPort(settings.port());
    connector.setIdleTimeout(IDLE_MILLIS);
    server.addConnector(connector);
    var clients = new Clients(limits, connector.getScheduler());
    connector.addBean(clients);
    var fastPath = new FeedFastPath(JettyAdapter.ALWAYS);
    var ours = new Routes(settings.baseUrl().path(), publisher, findings, fastPath).all(ready);
    var routes = Stream.concat(ours, more.stream()).toList();
    var router = new Router(settings.baseUrl().path(), routes);
    var adapter =
        new JettyAdapter(router, fastPath, clients, refusals, threads.getVirtualThreadsExecutor());
    server.setHandler(new GracefulHandler(adapter));
    server.setErrorHandler(adapter::refuse);
    server.setStopTimeout(STOP_MILLIS);
  }

  /// Starts listening.
  ///
  /// @throws IllegalStateException if the port is taken or not ours to take
  public void start() {
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException(
          "cannot listen at "
              + connector.getHost()
              + " port "
              + connector.getPort()
              + ": "
              + e.getMessage(),
          e);
    }
  }

  /// The port that it listens on.
  public int port() {
    return connector.getLocalPort();
  }

  /// Graceful stop: answers the requests that have arrived, and accepts no new ones.
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the web server did not stop", e);
    }
  }

  private static QueuedThreadPool threads() {
    var threads = new QueuedThreadPool(16, 4);
    threads.setName("web");
    threads.setVirtualThreadsExecutor(
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("request-", 0).factory()));
    return threads;
  }

  private static HttpConfiguration http() {
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(LONGEST_HEADERS);
    http.setRelativeRedirectAllowed(true);
    // many clients send an Arabic tag as it is typed
    http.setUriCompliance(
        UriCompliance.DEFAULT.with("typed", UriCompliance.Violation.ILLEGAL_PATH_CHARACTERS));
    return http;
  }
}
