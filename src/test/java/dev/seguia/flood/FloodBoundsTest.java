package dev.seguia.flood;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.memory.MemoryShare;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// No part holds more than its share of the heap, whatever comes in: a short form of the benchmark
/// of memory, with the launcher's options and with shares so small that a few thousand entries are
/// more than they take.
final class FloodBoundsTest {
  /// In hundredths: what was made room for is a part of what a share holds.
  private static final int FILLED = 75;

  private static final long SHARED_HEAP = 32 << 20;

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void everyPartKeepsToItsShare(EntryFlood flood) throws Exception {
    var thirds = run(flood);
    for (var third : thirds)
      assertThat(third.parts())
          .hasSize(7)
          .allSatisfy((_, held) -> assertThat(held.most()).isLessThanOrEqualTo(held.bound()));
    for (var share : filled(flood))
      assertThat(thirds.getLast().held(share))
          .as(share.name())
          .matches(held -> held.isFilledTo(FILLED));
  }

  /// So many entries that the shares of [#filled(EntryFlood)] are full before the last third
  /// begins.
  private static int entries(EntryFlood flood) {
    return switch (flood) {
      case DISTINCT -> 4_800;
      case ONE_STORY, ONE_TAG, MANY_SOURCES -> 2_400;
      case NEW_TAGS -> 240;
      case LARGE -> 30;
    };
  }

  /// The shares that a flood fills.
  private static Set<MemoryShare> filled(EntryFlood flood) {
    return switch (flood) {
      case DISTINCT -> EnumSet.of(MemoryShare.STORIES, MemoryShare.COPIES, MemoryShare.CHANGES);
      case ONE_STORY -> EnumSet.of(MemoryShare.STORIES, MemoryShare.CHANGES, MemoryShare.INDEX);
      case ONE_TAG, MANY_SOURCES -> EnumSet.of(MemoryShare.STORIES, MemoryShare.CHANGES);
      case NEW_TAGS -> EnumSet.of(MemoryShare.TAGS, MemoryShare.RELATED_TAGS, MemoryShare.CHANGES);
      case LARGE -> EnumSet.of(MemoryShare.FEEDS);
    };
  }

  @Test
  void theLauncherSaysHowLargeTheHeapIs() {
    assertThat(Launcher.options())
        .contains("-XX:+UseSerialGC")
        .anyMatch(option -> option.startsWith("-Xmx"));
  }

  private List<Third> run(EntryFlood flood) throws IOException, InterruptedException {
    var command = new ArrayList<>(Launcher.java());
    command.add("-Dseguia.memory.heap=" + SHARED_HEAP);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), FloodRun.class.getName()));
    command.addAll(
        List.of(flood.name(), Integer.toString(entries(flood)), "1", directory.toString()));
    var process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    try (var output = process.inputReader()) {
      var lines = output.readAllLines();
      assertThat(process.waitFor()).isZero();
      assertThat(lines).hasSize(4).endsWith("end");
      return lines.stream().limit(3).map(Third::parse).toList();
    }
  }
}
