package dev.seguia.store.database;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/// Writes to a store, and compacts its file, until its process is killed, and tells after each
/// transaction how many the store holds: one line `COUNT;` each, the first one before the first
/// transaction.
final class StoreWriter {
  /// H2 writes over what was replaced so many milliseconds ago: here sooner than in the daemon.
  private static final String SOON = "RETENTION_TIME=1000";

  private static final int ROWS = 400;
  private static final int WRITERS = 2;
  private static final int LONGEST_PAUSE_MILLIS = 150;

  private final Database database;

  private StoreWriter(Database database) {
    this.database = database;
  }

  static void main(String[] arguments) {
    var file = Path.of(arguments[0]).resolve("seguia");
    var location =
        DatabaseLocation.of(
            "jdbc:h2:file:" + file + H2.settings().replaceFirst("RETENTION_TIME=\\d+", SOON));
    var writer = new StoreWriter(Database.open(location, InstantSource.system()));
    writer.tell();
    writer.prepare();
    for (var at = 0; at < WRITERS; at++) Thread.ofPlatform().start(writer::goOn);
  }

  private void tell() {
    var count =
        database.read(
            transaction -> transaction.number("select writes from installation").orElseThrow());
    System.out.println(count + ";");
  }

  private void prepare() {
    database.write(transaction ->
        transaction.update(
            "create table if not exists scrap (id bigint primary key, body varbinary)"));
  }

  private void goOn() {
    var random = new Random();
    while (true) {
      database.write(transaction -> replace(transaction, random));
      tell();
      database.compactFile();
      LockSupport.parkNanos(random.nextInt(LONGEST_PAUSE_MILLIS) * 1_000_000L);
    }
  }

  private static int replace(Transaction transaction, Random random) {
    for (var row = 0; row < 20; row++) {
      var id = random.nextInt(ROWS);
      var body = new byte[random.nextInt(3000)];
      random.nextBytes(body);
      transaction.update("delete from scrap where id = ?", id);
      transaction.update("insert into scrap (id, body) values (?, ?)", id, body);
    }
    return ROWS;
  }
}
