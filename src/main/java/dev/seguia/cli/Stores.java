package dev.seguia.cli;

import dev.seguia.config.Config;
import dev.seguia.store.Database;
import dev.seguia.store.EntryStore;
import dev.seguia.store.Location;
import dev.seguia.store.SourceStore;
import dev.seguia.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/// The open store and what stands on it.
record Stores(Database database, SourceStore sources, EntryStore entries) implements AutoCloseable {

  static Stores open(Config config, Path data, InstantSource clock) {
    var database = Database.open(location(config, data), clock);
    var sources = new SourceStore(database);
    return new Stores(database, sources, new EntryStore(database, sources));
  }

  private static Location location(Config config, Path data) {
    var store = config.store();
    return store
        .url()
        .map(url -> new Location(url, store.user(), store.password()))
        .orElseGet(() -> Location.in(existing(data)));
  }

  private static Path existing(Path data) {
    try {
      return Files.createDirectories(data);
    } catch (IOException e) {
      throw new StoreException("the data directory cannot be made: " + data, e);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
