package dev.seguia.store.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/// Schema migrations: runs the scripts that have not been run in a store, in order, and records
/// each. An interrupted script is run again, and skips what is already there.
final class Migrations {
  /// In the order in which they are run; one that was released never changes.
  private static final List<String> SCRIPTS =
      List.of("1-entries-and-sources.sql", "2-pictures-of-pages.sql", "3-entries-by-language.sql");

  private static final String NOTES =
      "create table if not exists migration (nr integer primary key, script varchar(100) not null)";

  /// Written by versions that were never released.
  private static final String OLD_NOTES = "flyway_schema_history";

  private static final String HAS_TABLE =
      """
      select count(*) from information_schema.tables
      where lower(table_name) = ? and lower(table_schema) = 'public'\
      """;

  private final Connection connection;

  Migrations(Connection connection) {
    this.connection = connection;
  }

  /// Runs the missing scripts.
  ///
  /// @return whether anything was
  /// @throws StoreException if the store is of a version that this program cannot read
  boolean run() throws SQLException {
    if (hasTable(OLD_NOTES))
      throw new StoreException(
          "was made by a version of Seguia from before its first release, whose stores can no longer be"
              + " read: move it away and start again; the entries are fetched again from the sources");
    var isNew = !hasTable("migration");
    var done = isNew ? 0 : done();
    if (done > SCRIPTS.size())
      throw new StoreException(
          "was made by a newer version of Seguia: it has %d migrations, this version knows %d"
              .formatted(done, SCRIPTS.size()));
    for (var next = done; next < SCRIPTS.size(); next++) run(next);
    return done < SCRIPTS.size();
  }

  private boolean hasTable(String name) throws SQLException {
    try (var query = connection.prepareStatement(HAS_TABLE)) {
      query.setString(1, name);
      try (var result = query.executeQuery()) {
        return result.next() && result.getInt(1) > 0;
      }
    }
  }

  private int done() throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery("select coalesce(max(nr), 0) from migration")) {
      return result.next() ? result.getInt(1) : 0;
    }
  }

  private void run(int place) throws SQLException {
    var script = SCRIPTS.get(place);
    try (var statement = connection.createStatement()) {
      for (var sql : read(script).split(";\\s*\\n", -1)) if (!sql.isBlank()) statement.execute(sql);
      statement.execute(NOTES);
      statement.execute(
          "insert into migration (nr, script) values (%d, '%s')".formatted(place + 1, script));
    }
    connection.commit();
  }

  private static String read(String script) {
    try (var file = Objects.requireNonNull(Migrations.class.getResourceAsStream(script), script)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
