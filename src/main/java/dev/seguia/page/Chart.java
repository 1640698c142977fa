package dev.seguia.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A small bar chart of entries per day. Public for the templates alone.
///
/// @param bars the oldest day first
/// @param total of all bars
/// @param most of one day
public record Chart(List<Bar> bars, long total, long most) {
  /// In units of the drawing.
  public static final int HEIGHT = 40;

  private static final int WIDTH_OF_A_DAY = 6;
  private static final int GAP = 2;

  public Chart {
    bars = List.copyOf(bars);
  }

  /// One day.
  ///
  /// @param x from the left
  /// @param height 0 for a day without entries, and at least 1 for all others
  public record Bar(LocalDate day, long entries, int x, int height) {
    /// From the top.
    public int y() {
      return HEIGHT - height;
    }
  }

  /// The chart of some days.
  ///
  /// @param last the newest day
  static Chart of(Map<LocalDate, Long> entries, LocalDate last, int days) {
    var shown =
        IntStream.range(0, days).mapToObj(at -> last.minusDays((long) days - 1 - at)).toList();
    var most = shown.stream().mapToLong(day -> entries.getOrDefault(day, 0L)).max().orElse(0);
    var bars =
        IntStream.range(0, days)
            .mapToObj(at -> bar(shown.get(at), entries.getOrDefault(shown.get(at), 0L), at, most))
            .toList();
    return new Chart(bars, bars.stream().mapToLong(Bar::entries).sum(), most);
  }

  private static Bar bar(LocalDate day, long entries, int at, long most) {
    var height = entries == 0 ? 0 : Math.max(1, (int) Math.round((double) HEIGHT * entries / most));
    return new Bar(day, entries, at * WIDTH_OF_A_DAY, height);
  }

  public LocalDate first() {
    return bars.getFirst().day();
  }

  public LocalDate last() {
    return bars.getLast().day();
  }

  /// The width of a day, with the gap beside its bar.
  public int widthOfADay() {
    return WIDTH_OF_A_DAY;
  }

  public int width() {
    return bars.size() * WIDTH_OF_A_DAY - GAP;
  }

  public int height() {
    return HEIGHT;
  }

  public int widthOfABar() {
    return WIDTH_OF_A_DAY - GAP;
  }
}
