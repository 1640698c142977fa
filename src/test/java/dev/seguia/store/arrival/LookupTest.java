package dev.seguia.store.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.feed.Tag;
import dev.seguia.feed.TagExpression;
import dev.seguia.source.Source;
import dev.seguia.store.StoreWorld;
import dev.seguia.store.StoreWorld.Item;
import dev.seguia.store.derived.ChangeFeed;
import dev.seguia.store.entry.EntryQuery;
import dev.seguia.store.entry.ExpressionSql;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What every poll looks up costs by what it brings, and not by what its source ever brought.
final class LookupTest {
  private static final int STORED = 400;
  private static final int ASKED = 5;
  private static final Source SOURCE = StoreWorld.source("https://one.example/feed", "Eau");
  private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

  private final StoreWorld world = new StoreWorld();

  @BeforeEach
  void fill() {
    world.sources.list(List.of(SOURCE));
    world.poll(SOURCE, items(0, STORED));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private static Item[] items(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(at -> Item.of("id" + at, "https://one.example/" + at, "Le titre numéro " + at))
        .toArray(Item[]::new);
  }

  private UUID[] some(String sql) {
    return world
        .database
        .read(transaction -> transaction.query(sql, row -> row.hash("hash"), ASKED))
        .toArray(UUID[]::new);
  }

  private int scanned(String sql, Object... values) {
    var plan =
        world.database.read(transaction ->
            transaction
                .first("explain analyze " + sql, row -> row.text("plan"), values)
                .orElseThrow());
    return SCANNED
        .matcher(plan)
        .results()
        .mapToInt(found -> Integer.parseInt(found.group(1)))
        .max()
        .orElseThrow();
  }

  static Stream<Arguments> ofKeys() {
    return Stream.of(
        Arguments.of("known entries", KnownKeys.SEEN),
        Arguments.of("entries of a poll", KnownEntries.BY_KEY));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ofKeys")
  void readsAsManySightingsAsAreAskedFor(String name, String sql) {
    var keys = some("select entry_key as hash from sighting fetch first ? rows only");
    var source = world.sources.sources().number(SOURCE.id());
    assertThat(scanned(sql, keys, source)).as(name).isBetween(ASKED, STORED / 10);
  }

  @Test
  void readsAsManyPurgedKeysAsAreAskedFor() {
    world.clock.advance(Duration.ofDays(60));
    world.entries.purge(world.clock.instant());
    var keys = some("select entry_key as hash from tombstone fetch first ? rows only");
    var source = world.sources.sources().number(SOURCE.id());
    assertThat(scanned(KnownKeys.BURIED, keys, source)).isBetween(ASKED, STORED / 10);
  }

  @Test
  void findsTheSameWordsWithoutReadingAllThatTheSourceWrote() {
    var words = some("select substance as hash from sighting fetch first ? rows only");
    var source = world.sources.sources().number(SOURCE.id());
    assertThat(scanned(SameWords.READ, words, source)).isBetween(ASKED, STORED / 10);
  }

  @Test
  void findsWhatIsNewAndChangedWithoutReadingWhatWasTaken() {
    for (var round = 0; round < STORED / ASKED; round++) world.poll(SOURCE, edited(round));
    var newest = new ChangeFeed(world.database, world.sources).newest();
    assertThat(newest.change()).isGreaterThanOrEqualTo(STORED);
    var seq = newest.seq();
    assertThat(scanned(ChangeFeed.ADDED, seq - ASKED, seq, ASKED)).isBetween(ASKED, STORED / 10);
    var change = newest.change();
    assertThat(scanned(ChangeFeed.CHANGED, change - ASKED, change, ASKED))
        .isBetween(ASKED, STORED / 10);
  }

  private static Item[] edited(int round) {
    return Stream.of(items(0, ASKED))
        .map(item -> item.content("<p>Le texte, changé %d fois</p>".formatted(round)))
        .map(item ->
            new Item(
                item.id(),
                item.link(),
                item.title() + " " + round,
                item.content(),
                item.published()))
        .toArray(Item[]::new);
  }

  @ParameterizedTest
  @EnumSource(ExpressionSql.Way.class)
  void findsTheNextEntriesOfAListWithoutReadingItFromItsBeginning(ExpressionSql.Way way) {
    for (var at = STORED; at < 2 * STORED; at += ASKED) {
      world.clock.advance(Duration.ofMinutes(1));
      world.poll(SOURCE, items(at, at + ASKED));
    }
    var tagged = TagExpression.of(Tag.of("eau"));
    for (var expression : List.of(TagExpression.all(), tagged)) {
      var middle =
          world.database.read(transaction ->
              transaction
                  .first(
                      "select arrival, seq from entry where seq = ?",
                      row -> new EntryQuery.Place(row.number("arrival"), row.number("seq")),
                      STORED + STORED / 2)
                  .orElseThrow());
      var asked =
          world.database.read(transaction ->
              new ExpressionSql(transaction, world.sources.tags())
                  .next(
                      expression.alternatives().getFirst(),
                      middle,
                      way,
                      ASKED,
                      ExpressionSql.Narrowing.OF_FEEDS));
      assertThat(scanned(asked.sql(), asked.values().toArray()))
          .as("%s", expression)
          .isBetween(ASKED, STORED / 10);
    }
  }
}
