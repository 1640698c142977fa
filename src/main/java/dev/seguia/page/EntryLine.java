package dev.seguia.page;

import dev.seguia.feed.Heading;
import dev.seguia.feed.TagExpression;
import dev.seguia.search.SearchEntry;
import dev.seguia.search.index.Mark;
import dev.seguia.store.entry.EntryName;
import dev.seguia.store.entry.StoredEntry;
import dev.seguia.url.PercentEncoding;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// An entry in a list on a page. Public for the templates alone.
///
/// @param address of its page, seen from the base URL
/// @param title or the first words; may be empty
/// @param sourcePage the address of the source's page, seen from the base URL; empty where the
///   entry is credited to somebody else
/// @param teaser may be empty
/// @param others how many more sources carry it
/// @param picture its URL
public record EntryLine(
    String address,
    List<Piece> title,
    String source,
    Optional<String> sourcePage,
    Instant published,
    List<Piece> teaser,
    Optional<String> language,
    int others,
    Optional<String> picture) {
  /// Of a longer text, only the beginning is looked through for what was searched.
  private static final int LONGEST_TEXT = 10_000;

  /// A teaser lies well within.
  private static final int BEGINNING = 1_000;

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  public EntryLine {
    title = List.copyOf(title);
    teaser = List.copyOf(teaser);
  }

  /// Finds the parts of a text to mark.
  interface Marking {
    List<Mark> marks(String text, Optional<String> language);
  }

  static EntryLine of(StoredEntry stored) {
    return of(stored, List.of(), beginning(stored));
  }

  /// With the parts marked that a search asks for.
  static EntryLine of(StoredEntry stored, Marking marking) {
    var entry = stored.entry();
    return of(stored, marking.marks(Heading.of(entry), entry.language()), teaser(stored, marking));
  }

  private static EntryLine of(StoredEntry stored, List<Mark> ofTitle, List<Piece> teaser) {
    var heading = Heading.of(stored.entry());
    // Of an entry without a title, the heading may be all that it says.
    var saysMore = !stored.entry().summary().equals(heading);
    return new EntryLine(
        "entries/" + EntryName.of(stored),
        Excerpt.whole(heading, ofTitle),
        Credit.title(stored),
        Credit.sourcePage(stored),
        stored.published(),
        saysMore ? teaser : List.of(),
        stored.entry().language(),
        stored.carriers().size() - 1,
        stored.entry().image().map(PercentEncoding.URI::encode));
  }

  private static List<Piece> beginning(StoredEntry stored) {
    var summary = onOneLine(stored.entry().summary(), BEGINNING);
    return Excerpt.of(summary.isEmpty() ? text(stored, BEGINNING) : summary, List.of());
  }

  /// The summary, unless only the text says what was looked for.
  private static List<Piece> teaser(StoredEntry stored, Marking marking) {
    var language = stored.entry().language();
    var summary = onOneLine(stored.entry().summary(), LONGEST_TEXT);
    var marks = marking.marks(summary, language);
    if (marks.isEmpty()) {
      var text = text(stored, LONGEST_TEXT);
      var marksOfText = marking.marks(text, language);
      if (summary.isEmpty() || !marksOfText.isEmpty()) return Excerpt.of(text, marksOfText);
    }
    return Excerpt.of(summary, marks);
  }

  private static String text(StoredEntry stored, int longest) {
    return onOneLine(SearchEntry.of(stored).text(), longest);
  }

  private static String onOneLine(String text, int longest) {
    var head = text.substring(0, Math.min(text.length(), longest));
    return BLANKS.matcher(head).replaceAll(" ").strip();
  }

  /// The same, in the list of an expression: its page will lead to those beside it.
  EntryLine in(TagExpression expression) {
    return new EntryLine(
        address + "?in=" + URLEncoder.encode(expression.toString(), StandardCharsets.UTF_8),
        title,
        source,
        sourcePage,
        published,
        teaser,
        language,
        others,
        picture);
  }

  public String direction() {
    return Direction.of(language);
  }

  public boolean hasTitle() {
    return !title.isEmpty();
  }
}
