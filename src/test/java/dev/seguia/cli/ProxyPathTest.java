package dev.seguia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.seguia.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The daemon behind a proxy that serves it below a path of its own.
@Timeout(120)
final class ProxyPathTest {
  private static final String PREFIX = "/fil";
  private static final Set<String> OF_EACH_HOP =
      Set.of(
          "connection", "content-length", "host", "transfer-encoding", "upgrade", "http2-settings");

  /// Addresses in attributes, of elements, and as texts of JSON.
  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\b(?:href|src|action|url|xmlUrl|htmlUrl)=\"([^\"]*)\""
              + "|<(?:id|link|guid|comments)[^>]*>(https?:[^<]+)<"
              + "|\"(https?:[^\"]+)\"");

  @TempDir private Path folder;

  private final TestServer proxy = new TestServer();
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    client.close();
    proxy.close();
  }

  /// @param isCut the proxy takes the path off the addresses that it hands on
  private OperatorWorld behindProxy(boolean isCut) {
    var world =
        new OperatorWorld(
            folder,
            "http: {port: 0, base-url: '%s', token: '%s'}"
                .formatted(proxy.url(PREFIX), OperatorWorld.TOKEN));
    proxy.on("/", exchange -> TestServer.answer(exchange, 404, new byte[0]));
    proxy.on(PREFIX, exchange -> handOn(exchange, world.daemon.port(), isCut));
    return world;
  }

  private void handOn(HttpExchange exchange, int port, boolean isCut) throws IOException {
    var asked = exchange.getRequestURI().toString();
    var below = asked.substring(PREFIX.length());
    var target = isCut ? (below.startsWith("/") ? below : "/" + below) : asked;
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target))
            .method(
                exchange.getRequestMethod(),
                BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> {
          if (isHandedOn(name)) values.forEach(value -> request.header(name, value));
        });
    request.header("X-Forwarded-For", "192.0.2.7");
    try {
      var response = client.send(request.build(), BodyHandlers.ofByteArray());
      response
          .headers()
          .map()
          .forEach((name, values) -> {
            if (isHandedOn(name)) exchange.getResponseHeaders().put(name, values);
          });
      TestServer.answer(exchange, response.statusCode(), response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isHandedOn(String header) {
    return !OF_EACH_HOP.contains(header.toLowerCase(Locale.ROOT));
  }

  @ParameterizedTest(name = "the proxy cuts the path off: {0}")
  @ValueSource(booleans = {true, false})
  void everyAddressThatIsNamedLiesBelowThePathAndIsServed(boolean isCut) {
    try (var world = behindProxy(isCut)) {
      world.awaitEntry("one");
      var walked = walk(Stream.of("", "/", "/feeds/all.atom", "/feeds/Maroc.atom", "/tags/all"));
      assertThat(walked.keySet())
          .allMatch(url -> url.getPath().equals(PREFIX) || url.getPath().startsWith(PREFIX + "/"));
      assertThat(failures(walked)).isEmpty();
      assertThat(walked.keySet().stream().map(url -> url.getPath().substring(PREFIX.length())))
          .contains("/style.css", "/feeds.opml", "/feeds/maroc.rss", "/feeds/all.json", "/sources");
    }
  }

  /// All that is found from some pages on, by following every address of this site.
  private Map<URI, Integer> walk(Stream<String> starts) {
    var statuses = new LinkedHashMap<URI, Integer>();
    var waiting = new ArrayDeque<URI>();
    starts.map(start -> proxy.url(PREFIX + start)).forEach(waiting::add);
    while (!waiting.isEmpty()) {
      var url = waiting.removeFirst();
      if (statuses.containsKey(url)) continue;
      var response = get(url);
      statuses.put(url, response.statusCode());
      addresses(response).filter(this::isOurs).forEach(waiting::add);
    }
    return statuses;
  }

  private static Stream<URI> addresses(HttpResponse<String> response) {
    var written =
        ADDRESS
            .matcher(response.body())
            .results()
            .flatMap(found -> Stream.of(found.group(1), found.group(2), found.group(3)))
            .filter(text -> text != null && !text.startsWith("data:"));
    var headers = response.headers().firstValue("Location").stream();
    return Stream.concat(written, headers)
        .map(text -> text.replace("&amp;", "&").replaceFirst("#.*", ""))
        .map(text -> text.replaceFirst("^feed:", "http:"))
        .filter(text -> !text.isEmpty())
        .map(text -> response.uri().resolve(text.replace(" ", "%20")));
  }

  private boolean isOurs(URI url) {
    return proxy.url("/").getAuthority().equals(url.getAuthority());
  }

  private static Map<URI, Integer> failures(Map<URI, Integer> walked) {
    var failures = new TreeMap<>(walked);
    failures.values().removeIf(status -> List.of(200, 301, 303).contains(status));
    return failures;
  }

  private HttpResponse<String> get(URI url) {
    try {
      var request = HttpRequest.newBuilder(url).header("Accept", "text/html,*/*").build();
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest(name = "the proxy cuts the path off: {0}")
  @ValueSource(booleans = {true, false})
  void theOperatorLogsInAndActsBelowThePath(boolean isCut) {
    try (var world = behindProxy(isCut);
        var operator = new Visitor(proxy.url(""))) {
      operator.open(PREFIX + "/login");
      var login = operator.submit("fil/login", Map.of("token", OperatorWorld.TOKEN));
      assertThat(Visitor.header(login, "Location")).startsWith(PREFIX + "/");
      assertThat(Visitor.header(login, "Set-Cookie")).contains("; Path=" + PREFIX + ";");
      operator.open(PREFIX + world.sourcePage("/one"));
      assertThat(operator.isAtTheDesk()).isTrue();
    }
  }
}
