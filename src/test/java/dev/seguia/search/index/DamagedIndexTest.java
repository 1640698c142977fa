package dev.seguia.search.index;

import static dev.seguia.search.Articles.NOON;
import static dev.seguia.search.Articles.article;
import static dev.seguia.search.Articles.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seguia.search.SearchEntry;
import dev.seguia.search.index.SearchRequest.Order;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// An index is derived: whatever happens to its files, the daemon goes on with an empty one.
final class DamagedIndexTest {
  private static final SearchRequest FIRST = SearchRequest.first(Order.BEST_FIRST, 10, NOON);

  @TempDir private Path folder;

  @BeforeEach
  void fill() {
    try (var index = SearchIndex.open(folder)) {
      index.update(entries());
      index.commit(500);
    }
  }

  private static List<SearchEntry> entries() {
    return LongStream.range(0, 500)
        .mapToObj(seq -> article(seq, "fr", "Le titre " + seq, "texte commun " + seq * 7))
        .toList();
  }

  /// What can happen to a file.
  enum Damage {
    CUT,
    EMPTIED,
    OVERWRITTEN,
    HEAD_OVERWRITTEN,
    GONE;

    void happenTo(Path file) throws IOException {
      var bytes = Files.readAllBytes(file);
      switch (this) {
        case CUT -> Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        case EMPTIED -> Files.write(file, new byte[0]);
        case OVERWRITTEN -> Files.write(file, garbage(bytes.length));
        case HEAD_OVERWRITTEN -> {
          System.arraycopy(garbage(8), 0, bytes, 0, Math.min(8, bytes.length));
          Files.write(file, bytes);
        }
        case GONE -> Files.delete(file);
      }
    }

    private static byte[] garbage(int length) {
      var bytes = new byte[length];
      new java.util.Random(7).nextBytes(bytes);
      return bytes;
    }
  }

  private List<Path> files(Predicate<String> names) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> names.test(String.valueOf(file.getFileName()))).sorted().toList();
    }
  }

  @ParameterizedTest
  @EnumSource
  void isBegunAnewWhicheverFileIsDamaged(Damage damage) throws IOException {
    var count = files(name -> !name.endsWith(".lock")).size();
    for (var number = 0; number < count; number++) {
      damage.happenTo(files(name -> !name.endsWith(".lock")).get(number));
      try (var index = SearchIndex.open(folder)) {
        assertThat(index.reached()).isIn(0L, 500L);
        index.search(query("titre commun*"), FIRST);
        index.update(entries());
        index.commit(500);
        index.refresh();
        assertThat(index.search(query("titre"), FIRST).seqs()).hasSize(10);
      }
    }
  }

  @Test
  void anIndexOfAnotherFormatIsBegunAnew() throws IOException {
    try (var disk = FSDirectory.open(folder);
        var writer = new IndexWriter(disk, new IndexWriterConfig())) {
      writer.setLiveCommitData(java.util.Map.of("format", "0", "reached", "9").entrySet());
    }
    try (var index = SearchIndex.open(folder)) {
      assertThat(index.reached()).isZero();
      assertThat(index.size()).isZero();
    }
  }

  @Test
  void filesThatAreCutWhileItIsOpenMakeItBeginAnew() throws IOException {
    try (var index = SearchIndex.open(folder)) {
      for (var file : files(name -> name.endsWith(".cfs")))
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.truncate(0);
        }
      assertThat(index.search(query("titre"), FIRST).seqs()).isEmpty();
      assertThat(index.reached()).isZero();
      index.update(entries());
      index.refresh();
      assertThat(index.search(query("titre"), FIRST).seqs()).hasSize(10);
    }
  }

  @Test
  void aDiskThatDoesNotAnswerIsNoDamage() {
    var failing = new IOException("Input/output error");
    var gone = new FileNotFoundException("_0.cfs");
    assertThat(IndexCorruption.isMeant(new UncheckedIOException(failing))).isFalse();
    assertThat(IndexCorruption.isMeant(new UncheckedIOException(gone))).isTrue();
  }

  @Test
  void aCommitThatFailsIsAsIfItHadNotBeen() {
    var full = new AtomicBoolean();
    try (var index = SearchIndex.open(folder, disk -> new FullDisk(disk, full))) {
      index.update(List.of(article(900, "fr", "Le titre nouveau", "")));
      full.set(true);
      assertThatThrownBy(() -> index.commit(900)).isInstanceOf(SearchException.class);
      full.set(false);
      index.remove(List.of());
      assertThat(index.reached()).isEqualTo(500);
      assertThat(index.size()).isEqualTo(500);
    }
  }

  @Test
  void aFullDiskStopsWritingAndNotReading() {
    var full = new AtomicBoolean();
    try (var index = SearchIndex.open(folder, disk -> new FullDisk(disk, full))) {
      full.set(true);
      assertThatThrownBy(() -> index.update(List.of(article(900, "fr", "Le titre nouveau", ""))))
          .isInstanceOf(SearchException.class)
          .hasMessageContaining("No space left on device");
      assertThat(index.reached()).isEqualTo(500);
      index.refresh();
      assertThat(index.search(query("titre"), FIRST).seqs()).hasSize(10);
      full.set(false);
      index.update(List.of(article(900, "fr", "Le titre nouveau", "")));
      index.commit(900);
      index.refresh();
      assertThat(index.search(query("nouveau"), FIRST).seqs()).containsExactly(900L);
      assertThat(index.size()).isEqualTo(501);
    }
  }
}
