package dev.seguia.page;

import dev.seguia.config.Config;
import dev.seguia.config.PageSettings;
import dev.seguia.dedup.MergeScope;
import dev.seguia.publish.Publisher;
import dev.seguia.relate.RelatedTags;
import dev.seguia.relate.Relating;
import dev.seguia.search.index.EntrySearch;
import dev.seguia.search.index.Indexing;
import dev.seguia.search.index.SearchIndex;
import dev.seguia.source.Source;
import dev.seguia.store.StoreWorld;
import dev.seguia.store.derived.ChangeDelivery;
import dev.seguia.store.derived.ChangeFeed;
import dev.seguia.store.derived.RelationStore;
import dev.seguia.testing.TestSettings;
import dev.seguia.url.BaseUrl;
import dev.seguia.web.Findings;
import dev.seguia.web.WebServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A running server over a store with its stories, related tags and search index, and a client.
public final class PageWorld implements AutoCloseable {
  public static final BaseUrl BASE = BaseUrl.of("https://seguia.example");

  public final StoreWorld store = new StoreWorld();
  public final SearchIndex index;
  private final ChangeDelivery relating;
  private final ChangeDelivery indexing;
  private final Findings findings;
  private WebServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  public PageWorld(Path folder) {
    index = SearchIndex.open(folder);
    var changes = new ChangeFeed(store.database, store.session);
    var relations = new RelationStore(store.database, store.session);
    var looking = new Relating(relations, store.clock);
    relating = new ChangeDelivery("relations", changes, looking);
    indexing = new ChangeDelivery("search", changes, new Indexing(index, changes, store.clock));
    findings =
        new Findings(
            Optional.of(new EntrySearch(index, store.entries)),
            Optional.of(new RelatedTags(looking.tags(), relations)),
            store.clock);
    server = server(TestSettings.pages());
    server.start();
  }

  private WebServer server(PageSettings settings) {
    var publisher = new Publisher(store.entries, Config.defaults().feeds(), BASE);
    var pages =
        new PageRoutes(settings, Locale.FRENCH, publisher, store.entries, store.sources, findings);
    var http = TestSettings.http(BASE);
    return new WebServer(http, publisher, findings, () -> true, pages.routes(), pages.refusals());
  }

  /// Serves with other settings from now on, at another port.
  public void serve(PageSettings settings) {
    server.close();
    server = server(settings);
    server.start();
  }

  /// What a source brings is stored, related and found.
  public void poll(Source source, Article... articles) {
    store.poll(MergeScope.ALL_SOURCES, source, Stream.of(articles).map(Article::arrival).toList());
    relating.catchUp();
    indexing.catchUp();
  }

  /// A poll of a source brings nothing, time after time.
  public void fail(Source source, String reason) {
    for (var at = 0; at < 4; at++) {
      var now = store.clock.instant();
      var state = store.sources.state(source.id());
      store.sources.record(source.id(), state.failed(reason, now, now.plus(Duration.ofHours(2))));
      store.clock.advance(Duration.ofMinutes(1));
    }
  }

  /// The address of the page of an entry.
  public String page(String link) {
    return "/entries/"
        + dev.seguia.store.entry.EntryName.of(store.entries.named(link).orElseThrow());
  }

  public int port() {
    return server.port();
  }

  public static String q(String query) {
    return "q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  public HttpResponse<String> get(String path, String... headers) {
    var request = HttpRequest.newBuilder(url(path));
    if (headers.length > 0) request.headers(headers);
    return send(request);
  }

  public HttpResponse<String> head(String path) {
    return send(HttpRequest.newBuilder(url(path)).HEAD());
  }

  private URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  @Override
  public void close() {
    client.close();
    server.close();
    index.close();
    store.close();
  }
}
