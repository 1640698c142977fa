package dev.seguia.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.dedup.MergeScope;
import dev.seguia.feed.Audience;
import dev.seguia.feed.EntryTag;
import dev.seguia.feed.TagExpression;
import dev.seguia.query.QueryParser;
import dev.seguia.query.QueryResult;
import dev.seguia.query.TagRule;
import dev.seguia.query.TagRule.Action;
import dev.seguia.store.entry.StoredEntry;
import dev.seguia.testing.TestSettings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The user's rules on the real path of a poll.
final class EntryRulesTest {
  private static final String FEED =
      """
      <rss version='2.0'><channel><title>Le Journal</title><link>https://j.example/</link><language>fr</language>
      <item><title>Les barrages sont pleins</title><guid isPermaLink='false'>1</guid>
      <link>https://j.example/1</link><category>Environnement</category></item>
      <item><title>Horoscope du jour</title><guid isPermaLink='false'>2</guid>
      <link>https://j.example/2</link></item>
      </channel></rss>
      """;

  private final PollWorld world = new PollWorld();

  @AfterEach
  void close() {
    world.close();
  }

  private static TagRule rule(String text, Action action, String label) {
    return switch (QueryParser.parse(text)) {
      case QueryResult.Parsed(var query) ->
          new TagRule(text, query, action, Optional.of(label).filter(name -> !name.isEmpty()));
      case QueryResult.Malformed malformed -> throw new AssertionError(malformed.what());
    };
  }

  private void poll(TagRule... rules) throws InterruptedException {
    world.server.serve("/feed", "application/rss+xml", FEED);
    world.poller(MergeScope.ALL_SOURCES, List.of(rules)).poll(world.source("/feed", "Presse"));
  }

  private List<String> titles(String expression) {
    return world.entries.newest(TagExpression.parse(expression).orElseThrow(), 10).stream()
        .map(entry -> entry.entry().title())
        .toList();
  }

  private StoredEntry horoscope() {
    return world.entries.named("https://j.example/2").orElseThrow();
  }

  @Test
  void givesATagByWordsInAnyFormOfTheLanguage() throws InterruptedException {
    poll(rule("barrage AND tag:environnement", Action.TAG, "Eau"));
    assertThat(titles("eau")).containsExactly("Les barrages sont pleins");
    var entry = world.entries.named("https://j.example/1").orElseThrow();
    assertThat(entry.tags())
        .contains(new EntryTag(dev.seguia.feed.Tag.of("eau"), "Eau", EntryTag.Provenance.RULE));
  }

  @Test
  void whatIsDroppedIsInNoFeedButInTheStore() throws InterruptedException {
    poll(rule("title:horoscope", Action.DROP, ""));
    assertThat(titles("all")).containsExactly("Les barrages sont pleins");
    assertThat(titles("presse")).containsExactly("Les barrages sont pleins");
    assertThat(world.entries.newestOf(horoscope().origin().id(), 10)).hasSize(1);
    assertThat(horoscope().audience())
        .isEqualTo(new Audience(Audience.Reach.DROPPED, "title:horoscope"));
  }

  @Test
  void whatIsMutedIsInTheFeedsOfItsTagsOnly() throws InterruptedException {
    poll(rule("horoscope", Action.MUTE, "Astres"));
    assertThat(titles("all")).containsExactly("Les barrages sont pleins");
    assertThat(titles("all~sport")).containsExactly("Les barrages sont pleins");
    assertThat(titles("presse")).hasSize(2);
    assertThat(titles("astres")).containsExactly("Horoscope du jour");
  }

  @Test
  void whatIsRoutedIsInOneFeedOnly() throws InterruptedException {
    poll(rule("horoscope", Action.ROUTE, "Astres"), rule("horoscope", Action.TAG, "Signes"));
    assertThat(titles("all")).containsExactly("Les barrages sont pleins");
    assertThat(titles("presse")).containsExactly("Les barrages sont pleins");
    assertThat(titles("signes")).isEmpty();
    assertThat(titles("astres")).containsExactly("Horoscope du jour");
  }

  @Test
  void whatOneSourceHasDroppedIsShownWhenAnotherOneBringsIt() throws InterruptedException {
    poll(rule("source:127.0.0.1 AND horoscope", Action.DROP, ""));
    world.clock.advance(java.time.Duration.ofMinutes(10));
    world.server.serve("/other", "application/rss+xml", FEED.replace(">2<", ">o-2<"));
    var other = world.sourceAt("/other", "Autre");
    world.sources.list(List.of(other));
    world.poller(MergeScope.ALL_SOURCES, List.of()).poll(other);
    assertThat(horoscope().audience()).isEqualTo(Audience.EVERYONE);
    assertThat(titles("all")).hasSize(2);
  }

  @Test
  void whatIsStoredIsJudgedAnewAndComesBackWithItsTags() throws InterruptedException {
    poll(rule("horoscope", Action.DROP, ""));
    var tagger = new dev.seguia.tag.Tagger(TestSettings.of("tags.drop=[]").tags());
    var rules = new EntryRules(List.of(rule("horoscope", Action.TAG, "Astres")), tagger);
    var entry = horoscope();
    var verdict = rules.judge(entry, world.entries.tagsOfSources(entry), world.entries::isKnown);
    assertThat(verdict.audience()).isEqualTo(Audience.EVERYONE);
    assertThat(verdict.tags())
        .extracting(tag -> tag.tag().name())
        .containsExactly("astres", "presse");
  }
}
