package dev.seguia.opml;

/// An error or warning about a list of sources: what is wrong, where, and how to correct it.
///
/// @param line from 1; 0 where it concerns the whole file
public record Fault(Severity severity, String file, int line, String what, String mend) {

  /// The severity of a fault.
  public enum Severity {
    /// Something is ignored: a source, or a setting of it.
    ERROR,
    /// All that was meant is done, as far as we can tell.
    WARNING
  }

  public static Fault error(String file, int line, String what, String mend) {
    return new Fault(Severity.ERROR, file, line, what, mend);
  }

  public static Fault warning(String file, int line, String what, String mend) {
    return new Fault(Severity.WARNING, file, line, what, mend);
  }

  /// The same, where it is no error of the user's.
  public Fault asWarning() {
    return new Fault(Severity.WARNING, file, line, what, mend);
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }

  @Override
  public String toString() {
    return (line > 0 ? file + ":" + line : file) + ": " + what + "; " + mend;
  }
}
