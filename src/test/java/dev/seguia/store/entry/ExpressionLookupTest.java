package dev.seguia.store.entry;

import static dev.seguia.store.LookupWorld.ASKED;
import static dev.seguia.store.LookupWorld.SOURCE;
import static dev.seguia.store.LookupWorld.STORED;
import static dev.seguia.store.LookupWorld.items;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.feed.Tag;
import dev.seguia.feed.TagExpression;
import dev.seguia.store.LookupWorld;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The next entries of a list cost by how many are asked for, and not by how long the list is.
final class ExpressionLookupTest {
  private final LookupWorld world = new LookupWorld();

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest
  @EnumSource(ExpressionSql.Way.class)
  void findsTheNextEntriesOfAListWithoutReadingItFromItsBeginning(ExpressionSql.Way way) {
    for (var at = STORED; at < 2 * STORED; at += ASKED) {
      world.store.clock.advance(Duration.ofMinutes(1));
      world.store.poll(SOURCE, items(at, at + ASKED));
    }
    var tagged = TagExpression.of(Tag.of("eau"));
    for (var expression : List.of(TagExpression.all(), tagged)) {
      var middle =
          world.store.database.read(transaction ->
              transaction
                  .first(
                      "select arrival, seq from entry where seq = ?",
                      row -> new EntryQuery.Place(row.number("arrival"), row.number("seq")),
                      STORED + STORED / 2)
                  .orElseThrow());
      var asked =
          world.store.database.read(transaction ->
              new ExpressionSql(transaction, world.store.session.tags())
                  .next(
                      expression.alternatives().getFirst(),
                      middle,
                      way,
                      ASKED,
                      ExpressionSql.Narrowing.OF_FEEDS));
      assertThat(world.scanned(asked.sql(), asked.values().toArray()))
          .as("%s", expression)
          .isBetween(ASKED, STORED / 10);
    }
  }
}
