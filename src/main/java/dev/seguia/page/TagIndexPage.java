package dev.seguia.page;

import java.util.List;
import java.util.Optional;

/// The list of all tags, paged. Public for its template alone.
///
/// @param list the whole address of the OPML list of the feeds
/// @param before the address of the page before; empty if this is the first
/// @param next the address of the next page; empty if this is the last
public record TagIndexPage(
    Messages words,
    Frame frame,
    String list,
    List<Row> rows,
    Optional<String> before,
    Optional<String> next) {
  public TagIndexPage {
    rows = List.copyOf(rows);
  }

  /// A tag.
  ///
  /// @param count how many entries there are, as the page's language writes it
  public record Row(TagLink tag, String count) {}
}
