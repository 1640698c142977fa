package dev.seguia.store.entry;

import static dev.seguia.store.LookupWorld.ASKED;
import static dev.seguia.store.LookupWorld.STORED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.feed.EntryFilter;
import dev.seguia.feed.Tag;
import dev.seguia.feed.TagExpression;
import dev.seguia.store.LookupWorld;
import dev.seguia.store.StoreWorld;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A rare language or source costs by how many entries have it, and not by how long the list is.
final class FilterLookupTest {
  private static final int RARE = 7;

  private final LookupWorld world = new LookupWorld();

  @BeforeEach
  void spread() {
    world.store.session.write(writing -> {
      writing.sql().update("update entry set language = 'fr'");
      writing.sql().update("update entry set language = 'ar-ma' where seq <= ?", RARE);
      return true;
    });
  }

  @AfterEach
  void close() {
    world.close();
  }

  private Optional<ExpressionSql.Narrowing> narrowing(EntryFilter filter) {
    return world.store.database.read(
        transaction -> new FilterSql(transaction, world.store.session.sources()).narrowing(filter));
  }

  private static EntryFilter languages(String... languages) {
    return EntryFilter.none().withLanguages(List.of(languages));
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "eau"})
  void looksAtTheEntriesOfARareLanguageOnly(String name) {
    var expression = name.equals("all") ? TagExpression.all() : TagExpression.of(Tag.of(name));
    var narrowing = narrowing(languages("ar")).orElseThrow();
    var asked =
        world.store.database.read(transaction ->
            new ExpressionSql(transaction, world.store.session.tags())
                .next(
                    expression.alternatives().getFirst(),
                    EntryQuery.Place.END,
                    ExpressionSql.Way.OLDER,
                    ASKED,
                    narrowing));
    assertThat(world.scanned(asked.sql(), asked.values().toArray())).isBetween(ASKED, STORED / 10);
  }

  @Test
  void doesNotLookForALanguageThatNoEntryHas() {
    assertThat(narrowing(languages("de", "es-mx", "a-b"))).isEmpty();
    var scanned =
        world.scanned(
            "select seq from entry where language = any(?)", (Object) new String[] {"de"});
    assertThat(scanned).isLessThan(STORED / 10);
  }

  @Test
  void doesNotLookForASourceWithoutEntries() {
    var silent = StoreWorld.source("https://silent.example/feed");
    world.store.sources.list(List.of(LookupWorld.SOURCE, silent));
    assertThat(narrowing(EntryFilter.none().withSources(List.of(silent.id())))).isEmpty();
  }

  @Test
  void countsTheEntriesOfARareLanguageOnly() {
    var narrowing = narrowing(languages("ar-ma")).orElseThrow();
    var asked =
        world.store.database.read(transaction ->
            new ExpressionSql(transaction, world.store.session.tags())
                .arrivedSince(TagExpression.of(Tag.of("eau")), Instant.EPOCH, narrowing));
    assertThat(world.scanned(asked.sql(), asked.values().toArray())).isBetween(RARE, STORED / 10);
  }
}
