package dev.seguia.cli;

/// The exit codes of the commands.
final class Exit {
  /// All is well.
  static final int OK = 0;

  /// Part of the command failed.
  static final int FAILED = 1;

  /// The command line, the settings or the list of sources are wrong: nothing was done.
  static final int USAGE = 2;

  private Exit() {}
}
