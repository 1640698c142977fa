package dev.seguia.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.fetch.FetchResult.Fetched;
import dev.seguia.fetch.Validators;
import dev.seguia.gather.Documents;
import dev.seguia.source.Source;
import dev.seguia.source.Source.Kind;
import dev.seguia.store.state.PollState;
import dev.seguia.testing.TestServer;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Sources that only lists on the public web name: they reach nothing on loopback, which is open to
/// the user's own.
final class StrangersSourceTest {
  private final PollWorld world = new PollWorld();

  @AfterEach
  void close() {
    world.close();
  }

  private Source strangers(String path, Optional<Kind> kind) {
    return PollWorld.byStranger(world.source(path)).as(kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "FEED", "PAGE", "SITEMAP"})
  void areNotAskedFor(String kind) throws InterruptedException {
    world.server.serve("/feed", "application/rss+xml", "<rss version='2.0'><channel/></rss>");
    assertThat(world.poll(world.source("/feed")).isSuccess()).isTrue();
    var kindOf = Optional.of(kind).filter(name -> !name.isEmpty()).map(Kind::valueOf);
    assertThat(world.poll(strangers("/feed", kindOf)))
        .isInstanceOfSatisfying(
            PollResult.Failed.class,
            failed -> assertThat(failed.reason()).contains("not a public address"));
    assertThat(world.server.requests()).hasSize(1);
  }

  /// The document itself is taken for one of the public web, where a stranger has put it.
  private void gather(String type, String document, Optional<Kind> kind)
      throws InterruptedException {
    world.server.on("/", exchange -> TestServer.answer(exchange, 404, new byte[0]));
    world.server.serve("/document", type, document);
    try (var documents = new Documents(world.fetcher, world.crawler, world.clock);
        var fetched =
            (Fetched) world.fetcher.fetch(world.server.url("/document"), Validators.none())) {
      documents.gather(
          strangers("/document", kind), PollState.fresh(), fetched.document(), _ -> true);
    }
  }

  private void assertNothingElseWasAskedFor() {
    assertThat(world.server.requests())
        .singleElement()
        .satisfies(request -> assertThat(request.path()).isEqualTo("/document"));
  }

  @Test
  void leadToNoSitemapThere() throws InterruptedException {
    gather(
        "application/xml",
        """
        <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <sitemap><loc>%s</loc></sitemap></sitemapindex>
        """
            .formatted(world.server.url("/secret.xml")),
        Optional.of(Kind.SITEMAP));
    assertNothingElseWasAskedFor();
  }

  @Test
  void leadToNoFeedThere() throws InterruptedException {
    gather(
        "text/html",
        """
        <html><head><title>x</title><link rel="alternate" type="application/rss+xml" href="%s">
        </head><body><p>Bonjour.</p></body></html>
        """
            .formatted(world.server.url("/secret.xml")),
        Optional.empty());
    assertNothingElseWasAskedFor();
  }
}
