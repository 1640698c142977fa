package dev.seguia.page;

import dev.seguia.feed.TagExpression;
import dev.seguia.search.Mark;
import dev.seguia.search.SearchEntry;
import dev.seguia.store.EntryName;
import dev.seguia.store.StoredEntry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An entry in a list of a page. Public for the templates alone.
///
/// @param address of its page, seen from the base URL
/// @param title may be empty
/// @param teaser may be empty
/// @param others how many more sources carry it
public record EntryLine(
    String address,
    List<Piece> title,
    String source,
    Instant published,
    List<Piece> teaser,
    Optional<String> language,
    int others) {
  /// Of a longer text, only the beginning is looked through for a teaser.
  private static final int LONGEST_TEXT = 10_000;

  public EntryLine {
    title = List.copyOf(title);
    teaser = List.copyOf(teaser);
  }

  /// Finds the parts of a text to mark.
  interface Marking {
    List<Mark> marks(String text, Optional<String> language);
  }

  static EntryLine of(StoredEntry entry) {
    return of(entry, (_, _) -> List.of());
  }

  static EntryLine of(StoredEntry stored, Marking marking) {
    var entry = stored.entry();
    var language = entry.language();
    return new EntryLine(
        "entries/" + EntryName.of(stored),
        Excerpt.whole(entry.title(), marking.marks(entry.title(), language)),
        Credit.title(stored),
        stored.published(),
        teaser(stored, marking),
        language,
        stored.sightings().size() - 1);
  }

  /// The summary, unless only the text says what was looked for.
  private static List<Piece> teaser(StoredEntry stored, Marking marking) {
    var language = stored.entry().language();
    var summary = onOneLine(stored.entry().summary());
    var marks = marking.marks(summary, language);
    if (marks.isEmpty()) {
      var text = onOneLine(SearchEntry.of(stored).text());
      var marksOfText = marking.marks(text, language);
      if (summary.isEmpty() || !marksOfText.isEmpty()) return Excerpt.of(text, marksOfText);
    }
    return Excerpt.of(summary, marks);
  }

  private static String onOneLine(String text) {
    var head = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    return head.replaceAll("\\s+", " ").strip();
  }

  /// The same, in the list of an expression: its page will lead to those beside it.
  EntryLine in(TagExpression expression) {
    return new EntryLine(
        address + "?in=" + URLEncoder.encode(expression.toString(), StandardCharsets.UTF_8),
        title,
        source,
        published,
        teaser,
        language,
        others);
  }

  public String direction() {
    return Direction.of(language);
  }

  public boolean hasTitle() {
    return !title.isEmpty();
  }
}
