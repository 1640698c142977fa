package dev.seguia.cli;

import dev.seguia.config.Config;
import dev.seguia.dates.HttpDate;
import dev.seguia.opml.Opml;
import dev.seguia.opml.OpmlResult;
import dev.seguia.source.Source;
import dev.seguia.source.SourceList;
import dev.seguia.web.Response;
import dev.seguia.web.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Sample sources that ship with the program, served by the program itself. Their dates are a few
/// hours before the start.
final class Demo {
  /// What the daemon has to be told: nothing of the demonstration stays behind, and it may fetch
  /// from itself.
  static final List<String> SETTINGS =
      List.of("store.url=jdbc:h2:mem:demo", "fetch.allow-addresses=[127.0.0.0/8, '::1/128']");

  private static final Map<String, String> DOCUMENTS =
      Map.of(
          "fil.xml", "application/rss+xml",
          "akhbar.xml", "application/rss+xml",
          "marches.xml", "application/atom+xml",
          "water.json", "application/feed+json");

  private static final Pattern HOURS_AGO = Pattern.compile("(RFC822|RFC3339)-(\\d+)");

  private final Instant now;

  /// @param now the start
  Demo(Instant now) {
    this.now = now.truncatedTo(ChronoUnit.SECONDS);
  }

  /// The sources, at the daemon's own port.
  List<Source> sources(Config config) {
    var base = "http://127.0.0.1:" + config.http().port();
    var opml = text("feeds.opml").replace("BASE", base).getBytes(StandardCharsets.UTF_8);
    if (Opml.read(opml, "demo/feeds.opml") instanceof OpmlResult.Read(var document, _, _))
      return SourceList.of(document, "demo/feeds.opml").sources();
    throw new IllegalStateException("the list of sources of the demo is invalid");
  }

  /// The routes at which the documents lie.
  List<Route> routes() {
    return DOCUMENTS.entrySet().stream()
        .map(document -> Route.get("/demo/" + document.getKey(), serve(document)))
        .toList();
  }

  private Function<dev.seguia.web.Request, Response> serve(Map.Entry<String, String> document) {
    var body = dated(text(document.getKey())).getBytes(StandardCharsets.UTF_8);
    var response = Response.of(200, document.getValue() + "; charset=utf-8", body);
    return _ -> response;
  }

  private String dated(String text) {
    return HOURS_AGO
        .matcher(text)
        .replaceAll(found -> {
          var date = now.minus(Duration.ofHours(Long.parseLong(found.group(2))));
          return found.group(1).equals("RFC822") ? HttpDate.of(date) : date.toString();
        });
  }

  private static String text(String name) {
    try (var in = Demo.class.getResourceAsStream("demo/" + name)) {
      if (in == null)
        throw new IllegalStateException("file missing from the program: demo/" + name);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the program cannot be read", e);
    }
  }
}
