package dev.seguia.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.source.Source;
import dev.seguia.store.StoreWorld;
import dev.seguia.store.StoreWorld.Item;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An address that lets its reader in is between the operator and the source: nothing that is
/// published gives it away.
final class SecretAddressTest {
  private static final String SECRET = "hunter2";
  private static final Source PRIVATE =
      untitled("https://me:" + SECRET + "@private.example/rss?cat=3&token=" + SECRET);
  private static final Source OPEN = StoreWorld.source("https://open.example/rss?cat=3", "Maroc");

  private final ServerWorld world = new ServerWorld(ClientLimits.defaults());

  private static Source untitled(String url) {
    var titled = StoreWorld.source(url, "Maroc");
    return new Source(titled.url(), "", Optional.empty(), titled.tags(), titled.settings());
  }

  @BeforeEach
  void fill() {
    world.store.sources.list(List.of(PRIVATE, OPEN));
    var link = "https://news.example/1";
    world.store.poll(PRIVATE, Item.of(link, link, "Titre"), Item.of("2", "", "Sans lien"));
    world.store.poll(OPEN, Item.of(link, link, "Titre"));
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private String get(String path) {
    return world.exchange("GET " + path + " HTTP/1.0\r\nHost: seguia.example\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/", "/feeds/all.atom", "/feeds/all.rss", "/feeds/all.json", "/feeds/maroc.atom",
        "/sources.opml", "/feeds.opml", "/sources/ID.atom", "/sources/ID.rss", "/sources/ID.json"
      })
  void staysWithTheOperator(String path) {
    var said = get(path.replace("ID", PRIVATE.id()));
    assertThat(said).contains(" 200 ").doesNotContain(SECRET);
  }

  @Test
  void leavesTheSourceItsCredit() {
    assertThat(get("/feeds/all.rss")).contains("https://private.example/rss?cat=3\"");
    assertThat(get("/sources.opml")).contains("open.example").doesNotContain("private.example");
  }
}
