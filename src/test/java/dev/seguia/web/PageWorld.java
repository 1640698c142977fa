package dev.seguia.web;

import dev.seguia.dedup.Reach;
import dev.seguia.publish.PublishSettings;
import dev.seguia.publish.Publisher;
import dev.seguia.relate.RelatedTags;
import dev.seguia.relate.Relating;
import dev.seguia.search.EntrySearch;
import dev.seguia.search.Indexing;
import dev.seguia.search.SearchIndex;
import dev.seguia.source.Source;
import dev.seguia.store.EntryChanges;
import dev.seguia.store.Following;
import dev.seguia.store.RelationStore;
import dev.seguia.store.StoreWorld;
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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A running server over a store with its stories, related tags and search index, and a client.
final class PageWorld implements AutoCloseable {
  static final String BASE = "https://seguia.example";

  final StoreWorld store = new StoreWorld();
  final SearchIndex index;
  private final Following relating;
  private final Following indexing;
  private final WebServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  PageWorld(Path folder) {
    index = SearchIndex.open(folder);
    var changes = new EntryChanges(store.database, store.sources);
    var relations = new RelationStore(store.database, store.sources);
    relating = new Following("relations", changes, new Relating(relations, store.clock));
    indexing = new Following("search", changes, new Indexing(index, changes, store.clock));
    var findings =
        new Findings(
            Optional.of(new EntrySearch(index, store.entries)),
            Optional.of(new RelatedTags(relations)),
            store.clock);
    var publisher = new Publisher(store.entries, PublishSettings.defaults(BASE));
    var settings = new WebSettings("127.0.0.1", 0, BASE, "fr");
    server = new WebServer(settings, publisher, store.entries, findings, () -> true, List.of());
    server.start();
  }

  /// What a source brings is stored, related and found.
  void poll(Source source, Article... articles) {
    store.poll(Reach.ALL_SOURCES, source, Stream.of(articles).map(Article::arrival).toList());
    relating.catchUp();
    indexing.catchUp();
  }

  /// The address of the page of an entry.
  String page(String link) {
    return "/entries/" + dev.seguia.store.EntryName.of(store.entries.named(link).orElseThrow());
  }

  int port() {
    return server.port();
  }

  static String q(String query) {
    return "q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  HttpResponse<String> get(String path, String... headers) {
    var request = HttpRequest.newBuilder(url(path));
    if (headers.length > 0) request.headers(headers);
    return send(request);
  }

  HttpResponse<String> head(String path) {
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

  static String header(HttpResponse<?> response, String name) {
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
