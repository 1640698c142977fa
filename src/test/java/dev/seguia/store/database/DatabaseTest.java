package dev.seguia.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seguia.feed.TagExpression;
import dev.seguia.source.Source;
import dev.seguia.store.StoreWorld;
import dev.seguia.store.StoreWorld.Item;
import dev.seguia.testing.TestClock;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseTest {
  private static final Source SOURCE = StoreWorld.source("https://one.example/feed", "Maroc");

  private static final int SCRAPS = 8_000;
  private static final long SHORT = SCRAPS * 1_000L * 13 / 10;
  private static final int MOST_STEPS = 30;

  @TempDir private Path folder;

  private final TestClock clock = TestClock.standing();

  private StoreWorld open() {
    return new StoreWorld(DatabaseLocation.in(folder), clock);
  }

  private Path file() {
    return folder.resolve("seguia.mv.db");
  }

  private Path mark() {
    return folder.resolve("seguia.mark");
  }

  private static void store(StoreWorld world, Item... items) {
    world.poll(SOURCE, items);
    world.sources.settle();
  }

  private static Item[] items(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(number ->
            Item.of("" + number, "https://one.example/" + number, "Title " + number)
                .content("<p>" + new Random(number).ints(400).sum() + "</p>"))
        .toArray(Item[]::new);
  }

  private void fill() {
    try (var world = open()) {
      world.sources.list(List.of(SOURCE));
      for (var poll = 0; poll < 20; poll++)
        world.poll(SOURCE, items(poll * 50 + 1, poll * 50 + 50));
    }
  }

  @Test
  void keepsWhenItWasMadeAcrossARestart() {
    var made = clock.instant();
    open().close();
    clock.advance(Duration.ofDays(1));
    try (var world = open()) {
      assertThat(world.entries.created()).isEqualTo(made);
    }
  }

  @Test
  void showsATransactionItsOwnChangesThoughItAskedTheSameBefore() {
    try (var world = new StoreWorld()) {
      world.sources.list(List.of(SOURCE));
      store(world, items(1, 1));
      world.database.write(transaction -> {
        assertThat(isSighted(transaction)).isTrue();
        assertThat(transaction.update("update entry set language = 'zz'")).isEqualTo(1);
        assertThat(isSighted(transaction)).isFalse();
        return true;
      });
    }
  }

  private static boolean isSighted(Transaction transaction) {
    var sql =
        "select case when exists (select 1 from sighting s join entry e on e.seq = s.seq"
            + " where coalesce(e.language, '') <> ? and s.seq > ?) then 1 else 0 end";
    return transaction.number(sql, "zz", 0L).orElseThrow() == 1;
  }

  @Test
  void rollsBackAPollThatBreaks() {
    try (var world = new StoreWorld()) {
      world.sources.list(List.of(SOURCE));
      assertThatThrownBy(() ->
              world.session.write(writing -> {
                writing.tags().numbersOf(writing.sql(), List.of(SOURCE.tags().getFirst()));
                writing.sql().update("update source set title = 'x'");
                throw new IllegalStateException("the power went out");
              }))
          .hasMessage("the power went out");
      world.poll(SOURCE, Item.of("1", "https://one.example/1", "One"));
      assertThat(world.titles("maroc")).containsExactly("One");
      assertThat(world.all().getFirst().origin().title()).startsWith("Title of");
    }
  }

  @Test
  void hasWrittenItsFileBeforeAWriteReturns() throws IOException {
    var copy = Files.createDirectory(folder.resolve("copy"));
    try (var world = open()) {
      world.sources.list(List.of(SOURCE));
      store(world, items(1, 30));
      // What a process that is killed now leaves behind.
      Files.copy(file(), copy.resolve("seguia.mv.db"));
      Files.copy(mark(), copy.resolve("seguia.mark"));
    }
    try (var left = new StoreWorld(DatabaseLocation.in(copy), clock)) {
      assertThat(left.entries.count()).isEqualTo(30);
      assertThat(left.sources.state(SOURCE.id()).lastSuccess()).contains(clock.instant());
    }
  }

  /// Without H2's own thread: it frees chunks in two steps, and an assertion of H2's that another
  /// of its threads makes in between fails then, where assertions are on.
  @Test
  void givesBackSpaceThatIsNoLongerUsed() throws IOException {
    var location =
        DatabaseLocation.of(
            DatabaseLocation.in(folder)
                .url()
                .replaceFirst("RETENTION_TIME=\\d+", "RETENTION_TIME=0;WRITE_DELAY=0"));
    try (var database = Database.open(location, clock)) {
      database.write(DatabaseTest::scrapTable);
      for (var round = 0; round < 12; round++) database.write(DatabaseTest::replaceScrap);
      var full = Files.size(file());
      for (var step = 0; step < 20; step++) {
        database.write(transaction -> transaction.update("update scrap set id = id where id = 0"));
        database.compactFile();
      }
      assertThat(Files.size(file())).as("of " + full).isLessThan(full / 2);
      assertThat(bytes(database)).isEqualTo(SCRAPS * 1_000L);
    }
  }

  @Test
  void givesBackSpaceWhileNothingIsWritten() throws IOException {
    try (var database = Database.open(DatabaseLocation.in(folder), clock)) {
      database.write(DatabaseTest::scrapTable);
      for (var round = 0; round < 12; round++) database.write(DatabaseTest::replaceScrap);
      database.compactFile();
      clock.advance(Duration.ofMinutes(1));
      for (var step = 0; step < MOST_STEPS && isLong(); step++) database.compactFile();
      assertThat(Files.size(file())).isLessThan(SHORT);
      assertThat(bytes(database)).isEqualTo(SCRAPS * 1_000L);
      database.write(DatabaseTest::replaceScrap);
      assertThat(bytes(database)).isEqualTo(SCRAPS * 1_000L);
    }
  }

  @Test
  void leavesNoUnusedSpaceBehindWhenItIsClosed() throws IOException {
    try (var database = Database.open(DatabaseLocation.in(folder), clock)) {
      database.write(DatabaseTest::scrapTable);
      for (var round = 0; round < 12; round++) database.write(DatabaseTest::replaceScrap);
    }
    for (var step = 0; step < MOST_STEPS && isLong(); step++)
      Database.open(DatabaseLocation.in(folder), clock).close();
    assertThat(Files.size(file())).isLessThan(SHORT);
    try (var database = Database.open(DatabaseLocation.in(folder), clock)) {
      assertThat(bytes(database)).isEqualTo(SCRAPS * 1_000L);
    }
  }

  /// A step takes two seconds at most, and does less on a busy machine.
  private boolean isLong() throws IOException {
    return Files.size(file()) >= SHORT;
  }

  private static int scrapTable(Transaction transaction) {
    return transaction.update("create table scrap (id int primary key, body varbinary)");
  }

  private static int replaceScrap(Transaction transaction) {
    var random = new Random(1);
    transaction.update("delete from scrap");
    for (var id = 0; id < SCRAPS; id++) {
      var body = new byte[1_000];
      random.nextBytes(body);
      transaction.update("insert into scrap (id, body) values (?, ?)", id, body);
    }
    return SCRAPS;
  }

  private static long bytes(Database database) {
    return database.read(transaction ->
        transaction.number("select sum(octet_length(body)) from scrap").orElseThrow());
  }

  @Test
  void doesNotWriteAListThatIsInForceAlready() {
    try (var world = open()) {
      world.sources.list(List.of(SOURCE));
      var before = world.entries.revision(TagExpression.all());
      world.sources.list(List.of(SOURCE));
      assertThat(world.entries.revision(TagExpression.all())).isEqualTo(before);
    }
  }

  @Test
  void refusesAFileThatWasEmptied() throws IOException {
    fill();
    Files.write(file(), new byte[0]);
    assertThatThrownBy(this::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("is empty or gone, though it held")
        .hasMessageContaining("Put back a copy")
        .hasMessageContaining(mark().toString());
    assertThat(file()).isEmptyFile();
  }

  @Test
  void refusesToBeginAnewWhereTheFileIsGone() throws IOException {
    fill();
    Files.delete(file());
    assertThatThrownBy(this::open).hasMessageContaining("is empty or gone");
    assertThat(file()).doesNotExist();
  }

  @Test
  void beginsAnewWhereBothFilesAreGone() throws IOException {
    fill();
    Files.delete(file());
    Files.delete(mark());
    try (var world = open()) {
      assertThat(world.entries.count()).isZero();
    }
  }

  @Test
  void refusesAnOlderCopyOfItself() throws IOException {
    try (var world = open()) {
      world.sources.list(List.of(SOURCE));
    }
    var older = Files.readAllBytes(file());
    fill();
    Files.write(file(), older);
    assertThatThrownBy(this::open)
        .hasMessageContaining("has lost data: it holds 1 transactions of 21");
    Files.delete(mark());
    open().close();
  }

  @Test
  void refusesTheFileOfAnotherStore() throws IOException {
    fill();
    var other = Files.readAllBytes(file());
    Files.delete(file());
    Files.delete(mark());
    clock.advance(Duration.ofDays(1));
    open().close();
    Files.write(file(), other);
    assertThatThrownBy(this::open).hasMessageContaining("is not the one that was here before");
  }

  @ParameterizedTest(name = "cut to {0} %")
  @ValueSource(ints = {1, 5, 20, 50, 80, 95, 99})
  void refusesAFileThatWasCutOrLosesNothing(int percent) throws IOException {
    fill();
    try (var cut = new RandomAccessFile(file().toFile(), "rw")) {
      cut.setLength(cut.length() * percent / 100);
    }
    isRefusedOrWhole();
  }

  @ParameterizedTest(name = "garbage from {0} % on")
  @ValueSource(ints = {0, 1, 10, 30, 50, 70, 90, 98})
  void refusesAFileWithGarbageInItOrLosesNothing(int percent) throws IOException {
    fill();
    var garbage = new byte[16 * 1024];
    new Random(percent).nextBytes(garbage);
    try (var damaged = new RandomAccessFile(file().toFile(), "rw")) {
      damaged.seek((damaged.length() - garbage.length) * percent / 100);
      damaged.write(garbage);
    }
    isRefusedOrWhole();
  }

  private void isRefusedOrWhole() {
    try (var world = open()) {
      assertThat(world.entries.count()).isEqualTo(1000);
      assertThat(world.entries.newest(TagExpression.all(), 2000)).hasSize(1000);
    } catch (StoreException refused) {
      assertThat(refused).hasMessageContaining(file().toString().replace(".mv.db", ""));
      assertThat(refused.getMessage()).doesNotContain("\n").contains("copy");
    }
  }

  @Test
  void servesOnWhileTheDiskIsFullAndGoesOnByItself() {
    try (var world = new StoreWorld(FailingDisk.location(folder), clock)) {
      world.sources.list(List.of(SOURCE));
      store(world, items(1, 30));
      FailingDisk.full(true);
      assertThatThrownBy(() -> store(world, items(31, 60))).isInstanceOf(StoreException.class);
      assertThat(world.database.isWritable()).isFalse();
      assertThat(world.entries.count()).isEqualTo(30);
      assertThat(world.titles("maroc")).hasSize(30);
      assertThatThrownBy(() -> store(world, items(31, 60)))
          .hasMessage("cannot write to the store: No space left on device");
      FailingDisk.full(false);
      clock.advance(Duration.ofSeconds(10));
      store(world, items(31, 60));
      assertThat(world.database.isWritable()).isTrue();
      assertThat(world.titles("maroc")).hasSize(60).doesNotHaveDuplicates();
    }
  }

  @Test
  void losesNothingThatWasStoredWhenItEndsOnAFullDisk() {
    try (var world = new StoreWorld(FailingDisk.location(folder), clock)) {
      world.sources.list(List.of(SOURCE));
      store(world, items(1, 30));
      FailingDisk.full(true);
      assertThatThrownBy(() -> store(world, items(31, 60)));
    }
    try (var world = new StoreWorld(FailingDisk.location(folder), clock)) {
      assertThat(world.entries.count()).isEqualTo(30);
    }
  }

  @Test
  void opensAndServesOnAFullDisk() {
    var location = FailingDisk.location(folder);
    try (var world = new StoreWorld(location, clock)) {
      world.sources.list(List.of(SOURCE));
      store(world, items(1, 30));
    }
    FailingDisk.full(true);
    try (var world = new StoreWorld(location, clock)) {
      world.sources.list(List.of(SOURCE));
      assertThat(world.titles("maroc")).hasSize(30);
    } finally {
      FailingDisk.full(false);
    }
  }

  @Test
  void givesNoNumberTwiceThoughTheNewestEntryIsPurged() {
    try (var world = new StoreWorld()) {
      world.sources.list(List.of(SOURCE));
      store(world, items(1, 3));
      world.clock.advance(Duration.ofDays(2));
      assertThat(world.entries.purge(world.clock.instant())).isEqualTo(3);
      store(world, items(4, 4));
      assertThat(world.all().getFirst().seq()).isEqualTo(4);
    }
  }
}
