package dev.seguia.memory;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The maximum share of the heap that a part of the program may use, whatever is stored and
/// whatever arrives. Each constant says what happens at its limit.
public enum MemoryShare {
  /// Documents that are fetched but not yet stored: no further ones are requested.
  BODIES(10),
  /// Sketches of articles (near-duplicates): new ones are compared with fewer of the last days.
  COPIES(10),
  /// Open stories: the oldest ones close before their time.
  STORIES(7),
  /// Published feeds, ready to be sent: the least recently requested ones are built again.
  FEEDS(6),
  /// Pages for people, likewise.
  PAGES(5),
  /// What of the search index is not on the disk yet: it is written sooner.
  INDEX(5),
  /// New entries that stories and the index have not taken in: they are read from the store.
  CHANGES(2),
  /// Words and their stems: the stems of others are found again.
  WORDS(1),
  /// Names of tags: others are read from the store.
  TAGS(2),
  /// The tags of the newest entries: relations between tags rest on fewer of them.
  RELATED_TAGS(2);

  /// A heap to count by instead of the real one, in bytes: a test that wants to see bounds reached
  /// makes them small by this property of the Java machine.
  private static final String HEAP = "seguia.memory.heap";

  private static final int WHOLE = 100;

  private final int percent;

  MemoryShare(int percent) {
    this.percent = percent;
  }

  int percent() {
    return percent;
  }

  /// The bound in bytes, by the heap of this process.
  public long bytes() {
    return bytes(heap());
  }

  private static long heap() {
    return Long.getLong(HEAP, Runtime.getRuntime().maxMemory());
  }

  long bytes(long heap) {
    return heap / WHOLE * percent;
  }

  /// The maximum number of objects of a size.
  ///
  /// @param bytes that one takes, by an estimate
  /// @param least the minimum, however small the heap is
  /// @param most the maximum, however large the heap is
  public int count(int bytes, int least, int most) {
    return Math.clamp(bytes() / bytes, least, most);
  }

  /// The heap and all limits in one line, as in `heap=160MB bodies=16MB`.
  public static String summary() {
    return Stream.concat(
            Stream.of("heap=" + megabytes(heap())),
            Stream.of(values())
                .map(share ->
                    share.name().toLowerCase(Locale.ROOT) + "=" + megabytes(share.bytes())))
        .collect(Collectors.joining(" "));
  }

  private static String megabytes(long bytes) {
    return "%.1fMB".formatted(bytes / 1e6);
  }
}
