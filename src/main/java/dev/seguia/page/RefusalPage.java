package dev.seguia.page;

/// Why someone does not get what they ask for. Public for its template alone.
///
/// @param detail in plain English, of what is wrong with just this request; empty if there is no
///   more to say
public record RefusalPage(Messages words, Frame frame, String title, String reason, String detail) {
  public boolean hasDetail() {
    return !detail.isEmpty();
  }
}
