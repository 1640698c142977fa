package dev.seguia.config;

/// An error in the settings: where it is, what is wrong, and how to fix it.
///
/// @param file the file, or `environment` or `--set`
/// @param line from 1; 0 if the place has no lines
/// @param what names the key, the rule and the value
/// @param mend how to fix it
public record Complaint(String file, int line, String what, String mend) {
  @Override
  public String toString() {
    return (line > 0 ? file + ":" + line : file) + ": " + what + "; " + mend;
  }
}
