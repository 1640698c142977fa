package dev.seguia.config;

/// What is wrong with a setting, where it stands, and how to mend it.
///
/// @param file the file, or `environment` or `--set`
/// @param line from 1; 0 where there are no lines
/// @param what names the key, the rule and the value
/// @param mend what to do about it
public record Complaint(String file, int line, String what, String mend) {
  @Override
  public String toString() {
    return (line > 0 ? file + ":" + line : file) + ": " + what + "; " + mend;
  }
}
