package dev.seguia.page;

import dev.seguia.search.index.Mark;
import dev.seguia.text.Truncation;
import java.util.ArrayList;
import java.util.List;

/// A snippet of about 150 characters, cut at word boundaries: around the first search hit, or else
/// from the beginning.
final class Excerpt {
  private static final int LENGTH = 150;

  /// So much is shown before what was found, where that is far from the beginning.
  private static final int BEFORE = 50;

  private static final String ELLIPSIS = "…";

  private final String text;
  private final int start;
  private final int end;

  private Excerpt(String text, List<Mark> marks) {
    this.text = text;
    this.start = marks.isEmpty() ? 0 : start(text, marks.getFirst());
    this.end = end(text, start);
  }

  /// @param text on one line
  /// @param marks in the order of the text
  static List<Piece> of(String text, List<Mark> marks) {
    return new Excerpt(text, marks).pieces(marks);
  }

  /// The whole text.
  static List<Piece> whole(String text, List<Mark> marks) {
    return pieces(text, 0, text.length(), marks);
  }

  private static int start(String text, Mark mark) {
    if (mark.end() <= LENGTH || text.length() <= LENGTH) return 0;
    var bound = mark.start() - BEFORE;
    var blank = text.indexOf(' ', bound);
    return blank < 0 || blank >= mark.start() ? mark.start() : blank + 1;
  }

  private static int end(String text, int start) {
    var bound = start + LENGTH;
    if (text.length() <= bound) return text.length();
    return Truncation.endOfWord(text, start, bound);
  }

  private List<Piece> pieces(List<Mark> marks) {
    var pieces = new ArrayList<Piece>();
    if (start > 0) pieces.add(new Piece(ELLIPSIS + " ", false));
    pieces.addAll(pieces(text, start, end, marks));
    if (end < text.length()) pieces.add(new Piece(ELLIPSIS, false));
    return pieces;
  }

  private static List<Piece> pieces(String text, int start, int end, List<Mark> marks) {
    var pieces = new ArrayList<Piece>();
    var at = start;
    for (var mark : marks) {
      if (mark.start() < at || mark.end() > end) continue;
      if (mark.start() > at) pieces.add(new Piece(text.substring(at, mark.start()), false));
      pieces.add(new Piece(text.substring(mark.start(), mark.end()), true));
      at = mark.end();
    }
    if (at < end) pieces.add(new Piece(text.substring(at, end), false));
    return pieces;
  }
}
