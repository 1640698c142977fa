package dev.seguia.page;

import java.util.List;
import java.util.Optional;

/// The data of the page of a tag expression. Public for its template alone.
///
/// @param heading the expression, in words
/// @param parts the tags that it asks for, each with the address of the page without it; none where
///   one tag is all
/// @param turns related tags, by which it may be narrowed or widened
/// @param days on which entries arrived; empty on all pages but the first
/// @param newest the address of the first page; empty if this is it
/// @param older the address of the next page; empty if this is the last
public record TagPage(
    Messages words,
    Frame frame,
    String heading,
    List<EntryLine> entries,
    Subscription subscription,
    List<TagLink> parts,
    List<Turn> turns,
    Optional<Chart> days,
    Optional<String> newest,
    Optional<String> older) {
  public TagPage {
    entries = List.copyOf(entries);
    parts = List.copyOf(parts);
    turns = List.copyOf(turns);
  }

  public String title() {
    return heading + " · Seguia";
  }

  /// A tag that can be added to or removed from the expression.
  ///
  /// @param alone the address of the tag's own page
  /// @param with of what has it, too
  /// @param without of what has it not
  /// @param or of what has it or what was asked for
  public record Turn(String label, String alone, String with, String without, String or) {}
}
