package dev.seguia.rendering;

import dev.seguia.dedup.MergeScope;
import dev.seguia.feed.FeedFormat;
import dev.seguia.feed.TagExpression;
import dev.seguia.opml.Opml;
import dev.seguia.page.PageRoutes;
import dev.seguia.poll.PollResult;
import dev.seguia.poll.PollWorld;
import dev.seguia.publish.Publisher;
import dev.seguia.source.SourceList;
import dev.seguia.store.entry.EntryName;
import dev.seguia.testing.TestSettings;
import dev.seguia.url.BaseUrl;
import dev.seguia.web.Findings;
import dev.seguia.web.WebServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/// Sources that attack in every format, polled into a store and published by a server.
final class AttackWorld implements AutoCloseable {
  private static final BaseUrl BASE = BaseUrl.of("https://seguia.example");
  private static final int ALL = 100_000;

  private final PollWorld world = new PollWorld();
  private final List<Attack> attacks;
  private final Publisher publisher =
      new Publisher(world.entries, TestSettings.of("feeds.max-size=" + ALL).feeds(), BASE);
  private final WebServer web =
      new WebServer(
          TestSettings.http(BASE),
          publisher,
          Findings.none(),
          () -> true,
          new PageRoutes(
                  TestSettings.pages(),
                  Locale.FRENCH,
                  publisher,
                  world.entries,
                  world.sources,
                  Findings.none())
              .routes());

  AttackWorld(List<Attack> attacks) throws InterruptedException {
    this.attacks = attacks;
    world.server.serve("/rss", "application/rss+xml", AttackFeeds.rss(attacks));
    world.server.serve("/html", "application/atom+xml", AttackFeeds.atom(attacks, "html"));
    world.server.serve("/text", "application/atom+xml", AttackFeeds.atom(attacks, "text"));
    world.server.serve("/json", "application/feed+json", AttackFeeds.json(attacks));
    poll(List.of("/rss", "/html", "/text", "/json"));
    web.start();
  }

  private void poll(List<String> paths) throws InterruptedException {
    var opml = AttackFeeds.opml(paths.stream().map(world.server::url).toList(), attacks);
    var sources =
        SourceList.of(Opml.read(opml.getBytes(StandardCharsets.UTF_8), "a.opml"), "a.opml")
            .sources();
    if (sources.size() != paths.size()) throw new IllegalStateException("not read: " + opml);
    world.sources.list(sources);
    for (var source : sources)
      if (!(world.poller(MergeScope.OWN_SOURCE).poll(source).result() instanceof PollResult.Read))
        throw new IllegalStateException("not stored: " + source.url());
  }

  /// What a reader shows of the feeds of all entries.
  Shown shown() throws Exception {
    var shown = new Shown(attacks);
    shown.readAtom(document(FeedFormat.ATOM));
    shown.readRss(document(FeedFormat.RSS));
    shown.readJson(document(FeedFormat.JSON));
    return shown;
  }

  private byte[] document(FeedFormat format) {
    return publisher.feed(TagExpression.all(), format, OptionalInt.of(ALL)).orElseThrow().bytes();
  }

  /// The pages of the newest entries, so many at most.
  List<URI> entryPages(int limit) {
    return world.entries.newest(TagExpression.all(), limit).stream()
        .map(entry -> address("/entries/" + EntryName.of(entry)))
        .toList();
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + web.port() + path);
  }

  /// All other addresses of ours at which text of the sources stands.
  List<URI> pages() {
    return List.of(
            "/",
            "/tags",
            "/tags/all",
            "/sources",
            "/feeds/all.atom",
            "/feeds/all.rss",
            "/feeds/all.json",
            "/feeds.opml",
            "/sources.opml")
        .stream()
        .map(this::address)
        .toList();
  }

  @Override
  public void close() {
    web.close();
    world.close();
  }
}
