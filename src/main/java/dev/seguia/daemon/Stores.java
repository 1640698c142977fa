package dev.seguia.daemon;

import dev.seguia.config.Config;
import dev.seguia.store.EntryStore;
import dev.seguia.store.SourceStates;
import dev.seguia.store.database.Database;
import dev.seguia.store.database.DatabaseLocation;
import dev.seguia.store.session.WriteSession;
import dev.seguia.store.state.PollJournal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Supplier;

/// The open store, with the objects built on it.
public record Stores(
    Database database,
    PollJournal journal,
    WriteSession session,
    SourceStates sources,
    EntryStore entries)
    implements AutoCloseable {

  public static Stores open(Config config, Path data, InstantSource clock) {
    return open(location(config, data), journalOf(config, data), clock);
  }

  /// Opens a store that is there, for a command that begins no polls.
  ///
  /// @throws DaemonException if there is none: nothing is made then
  public static Stores openThere(Config config, Path data, InstantSource clock) {
    if (config.store().url().isEmpty()) DataDirectory.wantStore(data);
    var isHere = config.store().url().isEmpty();
    return open(
        location(config, data),
        () -> isHere ? PollJournal.reading(data) : PollJournal.inMemory(),
        clock);
  }

  private static Stores open(
      DatabaseLocation location, Supplier<PollJournal> journalOf, InstantSource clock) {
    var database = Database.open(location, clock);
    var journal = journalOf.get();
    var session = new WriteSession(database);
    var sources = new SourceStates(database, session, journal);
    return new Stores(database, journal, session, sources, new EntryStore(database, session));
  }

  private static DatabaseLocation location(Config config, Path data) {
    var store = config.store();
    return store
        .url()
        .map(url -> new DatabaseLocation(url, store.user(), store.password()))
        .orElseGet(() -> DatabaseLocation.in(DataDirectory.prepared(data)));
  }

  private static Supplier<PollJournal> journalOf(Config config, Path data) {
    return () -> config.store().url().isPresent() ? PollJournal.inMemory() : PollJournal.in(data);
  }

  /// Writes the deferred poll states of the last polls. If the store cannot be written, they are
  /// only in the poll journal.
  @Override
  public void close() {
    try {
      if (sources.isWritable()) sources.writeNotes();
    } finally {
      database.close();
      journal.close();
    }
  }
}
