package dev.seguia.cli;

import dev.seguia.admin.AdminJson;
import dev.seguia.admin.EntryActions;
import dev.seguia.admin.Explanation;
import dev.seguia.admin.PollReport;
import dev.seguia.admin.ReportPage;
import dev.seguia.admin.SourceReport;
import dev.seguia.admin.TagReport;
import dev.seguia.daemon.DaemonException;
import dev.seguia.source.Source;
import dev.seguia.store.entry.EntryQuery;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The HTTP client of the commands for the daemon that holds the store.
final class DaemonClient implements Operator {
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final Duration LATER = Duration.ofMinutes(5);

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(SOON)
          .proxy(HttpClient.Builder.NO_PROXY)
          .version(HttpClient.Version.HTTP_1_1)
          .build();
  private final URI daemon;
  private final Optional<String> key;

  /// @param key the daemon's, or the token of its settings
  DaemonClient(URI daemon, Optional<String> key) {
    this.daemon = daemon;
    this.key = key;
  }

  /// Whether the daemon responds: a daemon that was killed leaves its file behind.
  boolean isAlive() {
    try {
      return http.send(request("/healthz", SOON).GET().build(), BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public List<SourceReport> sources() {
    return AdminJson.readList(get("/admin/sources"), SourceReport.class);
  }

  @Override
  public List<TagReport> tags() {
    return AdminJson.readList(get("/admin/tags"), TagReport.class);
  }

  @Override
  public ReportPage entries(EntryQuery query) {
    var path = new StringBuilder("/admin/entries?tag=").append(encoded(query.expression()));
    query.sourceId().ifPresent(id -> path.append("&source=").append(encoded(id)));
    query.since().ifPresent(since -> path.append("&since=").append(encoded(since)));
    query.after().ifPresent(after -> path.append("&after=").append(encoded(after)));
    return AdminJson.read(get(path.toString()), ReportPage.class);
  }

  @Override
  public Optional<Explanation> explain(String entry) {
    return ifThere(request("/admin/explain?entry=" + encoded(entry), LATER).GET().build())
        .map(json -> AdminJson.read(json, Explanation.class));
  }

  @Override
  public Optional<EntryActions.Split> split(String entry, Optional<String> sourceId) {
    var path =
        "/admin/split?entry="
            + encoded(entry)
            + sourceId.map(id -> "&source=" + encoded(id)).orElse("");
    return ifThere(request(path, LATER).POST(BodyPublishers.noBody()).build())
        .map(json -> AdminJson.read(json, EntryActions.Split.class));
  }

  @Override
  public EntryActions.Applied applyRules(long after) {
    var request = request("/admin/tags/apply?after=" + after, LATER);
    return ifThere(request.POST(BodyPublishers.noBody()).build())
        .map(json -> AdminJson.read(json, EntryActions.Applied.class))
        .orElseThrow(() -> new DaemonException("the daemon at " + daemon + " is too old", null));
  }

  @Override
  public PollReport poll(Source source) throws InterruptedException {
    var request =
        request("/admin/sources/" + source.id() + "/poll", LATER).POST(BodyPublishers.noBody());
    return AdminJson.read(send(request.build()), PollReport.class);
  }

  private String get(String path) {
    try {
      return send(request(path, LATER).GET().build());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking the daemon", e);
    }
  }

  /// The response to a question about something that may not be there.
  private Optional<String> ifThere(HttpRequest request) {
    try {
      return response(request);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking the daemon", e);
    }
  }

  private HttpRequest.Builder request(String path, Duration timeout) {
    var request = HttpRequest.newBuilder(daemon.resolve(path)).timeout(timeout);
    key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
    return request;
  }

  private String send(HttpRequest request) throws InterruptedException {
    return response(request)
        .orElseThrow(() ->
            new DaemonException(
                "the daemon at " + daemon + " does not know " + request.uri().getPath(), null));
  }

  /// Empty where there is no such thing (404).
  private Optional<String> response(HttpRequest request) throws InterruptedException {
    try {
      var response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() == 200) return Optional.of(response.body());
      if (response.statusCode() == 404) return Optional.empty();
      throw new DaemonException(
          "the daemon at " + daemon + " refused the request: " + response.body().strip(), null);
    } catch (IOException e) {
      throw new DaemonException("the daemon at " + daemon + " is not responding: " + words(e), e);
    }
  }

  static String words(IOException e) {
    return switch (e) {
      case HttpTimeoutException _ -> "timed out";
      case ConnectException _ -> "connection refused";
      default ->
          Optional.ofNullable(e.getMessage())
              .filter(text -> !text.isBlank() && !text.equals("null"))
              .orElse("it closed the connection");
    };
  }

  private static String encoded(Object value) {
    return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.close();
  }
}
