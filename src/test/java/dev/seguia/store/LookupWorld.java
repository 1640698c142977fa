package dev.seguia.store;

import dev.seguia.source.Source;
import dev.seguia.store.StoreWorld.Item;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A store with many entries of one source, and how many rows a query scans in it.
public final class LookupWorld implements AutoCloseable {
  public static final int STORED = 400;
  public static final int ASKED = 5;
  public static final Source SOURCE = StoreWorld.source("https://one.example/feed", "Eau");
  private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

  public final StoreWorld store = new StoreWorld();

  public LookupWorld() {
    store.sources.list(List.of(SOURCE));
    store.poll(SOURCE, items(0, STORED));
  }

  public static Item[] items(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(at -> Item.of("id" + at, "https://one.example/" + at, "Le titre numéro " + at))
        .toArray(Item[]::new);
  }

  /// The number of the source in the store.
  public int source() {
    return store.session.sources().number(SOURCE.id());
  }

  public UUID[] some(String sql) {
    return store
        .database
        .read(transaction -> transaction.query(sql, row -> row.hash("hash"), ASKED))
        .toArray(UUID[]::new);
  }

  public int scanned(String sql, Object... values) {
    var plan =
        store.database.read(transaction ->
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

  @Override
  public void close() {
    store.close();
  }
}
