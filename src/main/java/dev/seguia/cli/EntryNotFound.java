package dev.seguia.cli;

/// The error message for an entry that does not exist.
final class EntryNotFound {
  private EntryNotFound() {}

  /// Says it, where commands complain.
  ///
  /// @return the exit code
  static int tell(String name) {
    System.err.println(
        "seguia: no entry has the id, link or page "
            + TerminalText.plain(name)
            + "; seguia export shows the ids and links of all");
    return Exit.USAGE;
  }
}
