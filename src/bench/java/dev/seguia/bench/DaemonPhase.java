package dev.seguia.bench;

import java.util.Locale;

/// What the daemon goes through, in this order.
enum DaemonPhase {
  /// From the start of the process, with an empty store, to the first response.
  START,
  /// All feeds for the first time, counted from the start of the process.
  COLD,
  /// All feeds answer 304.
  UNCHANGED,
  /// Two new entries in each feed.
  PLUS2,
  /// As many other feeds, added to the OPML file of the running daemon.
  WARM,
  /// 30 s with all sources paused.
  IDLE,
  /// Requests for a merged feed, with all sources paused.
  SERVE,
  /// The same store opened again, to the first response.
  RESTART;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
