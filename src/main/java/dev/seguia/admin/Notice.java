package dev.seguia.admin;

import java.util.Locale;

/// The result of a form, shown on the next page.
///
/// @param count of what the kind says
/// @param detail in plain English, empty if there is none
public record Notice(Kind kind, long count, String detail) {

  public enum Kind {
    /// The source was polled; with the number of new entries.
    POLLED,
    /// The source was not read; the detail tells why.
    UNREAD,
    PAUSED,
    RESUMED,
    /// An entry was split; with the number of new entries.
    SPLIT,
    /// There was nothing to take apart.
    WHOLE,
    /// The rules are being applied.
    APPLYING,
    /// The rules were being applied already.
    BUSY;

    /// The lower-case name.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Notice of(Kind kind) {
    return new Notice(kind, 0, "");
  }

  static Notice of(PollReport report) {
    return report.success()
        ? new Notice(Kind.POLLED, report.added(), report.result())
        : new Notice(Kind.UNREAD, 0, report.result());
  }

  static Notice of(EntryActions.Split split) {
    var count = split.entries().size();
    return count == 0 ? of(Kind.WHOLE) : new Notice(Kind.SPLIT, count, "");
  }
}
