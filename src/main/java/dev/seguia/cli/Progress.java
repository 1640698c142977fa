package dev.seguia.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;

/// A progress bar on a terminal; silent elsewhere.
final class Progress {
  private static final int WIDTH = 30;

  private final PrintStream out;
  private final boolean shown;
  private final int total;
  private int done;

  Progress(PrintStream out, boolean shown, int total) {
    this.out = out;
    this.shown = shown;
    this.total = Math.max(1, total);
    draw("");
  }

  /// A bar on standard error, if that is where a person looks.
  static Progress onTerminal(int total) {
    var isTerminal = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    return new Progress(System.err, isTerminal, total);
  }

  synchronized void step(String what) {
    to(done + 1, what);
  }

  synchronized void to(int reached, String what) {
    done = Math.min(reached, total);
    draw(what);
  }

  private void draw(String what) {
    if (!shown) return;
    var full = WIDTH * done / total;
    var bar = "█".repeat(full) + "░".repeat(WIDTH - full);
    out.printf("\r\033[K%s %d/%d %.40s", bar, done, total, TerminalText.plain(what));
    out.flush();
  }

  /// Takes the bar away.
  synchronized void end() {
    if (shown) out.print("\r\033[K");
  }
}
