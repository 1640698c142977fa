package dev.seguia.flood;

import dev.seguia.memory.MemoryShare;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// What was measured in one third of a flood.
///
/// @param entries that have come in since its beginning
/// @param stored new entries of these
/// @param liveBytes on the heap after full collections, the mean of some samples
/// @param noiseBytes between the largest and the smallest of these samples
/// @param cpuSeconds of the process in this third
/// @param gcShare of the CPU time that went into collections, without those of the samples
/// @param parts what each part held at most, by its share of the heap
public record Third(
    long entries,
    long stored,
    long liveBytes,
    long noiseBytes,
    double cpuSeconds,
    double gcShare,
    Map<MemoryShare, Held> parts) {
  private static final String BETWEEN = "\t";

  public Third {
    parts = Map.copyOf(parts);
  }

  /// How much a part held at most, and how much it may hold.
  public record Held(long most, long bound) {
    public boolean isWithin() {
      return most <= bound;
    }

    /// At least so many hundredths of what it may.
    public boolean isFilledTo(int percent) {
      return most * 100 >= bound * percent;
    }
  }

  /// By how much more is live than in an earlier third, beyond the noise of that one and of this. A
  /// part that was not full yet may grow.
  public long growthSince(Third earlier) {
    var noise = Math.max(noiseBytes, earlier.noiseBytes);
    var ofParts = Math.max(0, heldBytes() - earlier.heldBytes());
    return Math.max(0, liveBytes - earlier.liveBytes - ofParts - noise);
  }

  private long heldBytes() {
    return parts.values().stream().mapToLong(Held::most).sum();
  }

  /// What a part held at most.
  public Held held(MemoryShare share) {
    return Objects.requireNonNull(parts.get(share));
  }

  /// In one line.
  String line() {
    var held =
        parts.entrySet().stream()
            .map(part ->
                part.getKey() + "=" + part.getValue().most() + "/" + part.getValue().bound())
            .collect(Collectors.joining(","));
    return String.format(
        Locale.ROOT,
        "%d\t%d\t%d\t%d\t%.2f\t%.4f\t%s",
        entries,
        stored,
        liveBytes,
        noiseBytes,
        cpuSeconds,
        gcShare,
        held);
  }

  /// Reads a line that [#line] has made.
  public static Third parse(String line) {
    var cells = Arrays.asList(line.split(BETWEEN, -1));
    var parts = new EnumMap<MemoryShare, Held>(MemoryShare.class);
    for (var part : cells.get(6).split(",", -1)) {
      var name = part.substring(0, part.indexOf('='));
      var most = part.substring(part.indexOf('=') + 1, part.indexOf('/'));
      var bound = part.substring(part.indexOf('/') + 1);
      parts.put(MemoryShare.valueOf(name), new Held(Long.parseLong(most), Long.parseLong(bound)));
    }
    return new Third(
        Long.parseLong(cells.get(0)),
        Long.parseLong(cells.get(1)),
        Long.parseLong(cells.get(2)),
        Long.parseLong(cells.get(3)),
        Double.parseDouble(cells.get(4)),
        Double.parseDouble(cells.get(5)),
        parts);
  }
}
