package dev.seguia.web;

import dev.seguia.config.Config;
import dev.seguia.page.PageRoutes;
import dev.seguia.publish.Publisher;
import dev.seguia.store.StoreWorld;
import dev.seguia.testing.TestSettings;
import dev.seguia.url.BaseUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;

/// A running server over a store in memory, and clients that send whatever bytes they like.
final class ServerWorld implements AutoCloseable {
  final StoreWorld store = new StoreWorld();
  final WebServer server;

  ServerWorld(ClientLimits limits, Route... more) {
    var settings = TestSettings.http(BaseUrl.of("https://seguia.example"));
    var publisher = new Publisher(store.entries, Config.defaults().feeds(), settings.baseUrl());
    var pages =
        new PageRoutes(
            TestSettings.pages(),
            Locale.FRENCH,
            publisher,
            store.entries,
            store.sources,
            Findings.none());
    var routes = Stream.concat(Stream.of(more), pages.routes().stream()).toList();
    server =
        new WebServer(
            settings, publisher, Findings.none(), () -> true, routes, Refusals.plain(), limits);
    server.start();
  }

  Socket connect() {
    try {
      var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
      socket.setSoTimeout(20_000);
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// All that comes back, up to the end of the connection.
  String exchange(String request) {
    try (var socket = connect()) {
      send(socket, request);
      return received(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /// What comes until the server closes; a reset ends it too.
  static String received(Socket socket) throws IOException {
    var bytes = new java.io.ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(bytes);
    } catch (SocketException reset) {
      // what came before it counts
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    server.close();
    store.close();
  }
}
