package dev.seguia.bench;

/// The measured daemon ended before it was told to.
final class DaemonDiedException extends Exception {
  private static final long serialVersionUID = 1;

  private final String end;

  /// @param end its exit status and the last line that it printed
  DaemonDiedException(String end) {
    super("the daemon died: " + end);
    this.end = end;
  }

  String end() {
    return end;
  }
}
