package dev.seguia.normalise;

import java.util.ArrayDeque;

/// Closes open bidirectional control characters (Unicode UAX 9), so that a title that changes the
/// text direction does not affect its neighbours.
final class BidiMarks {
  private static final char END_OF_EMBEDDING = '\u202c';
  private static final char END_OF_ISOLATE = '\u2069';

  private BidiMarks() {}

  static String closed(String text) {
    if (!isIn(text)) return text;
    var ends = new ArrayDeque<Character>();
    var closed = new StringBuilder(text.length() + 4);
    for (var i = 0; i < text.length(); i++) {
      var character = text.charAt(i);
      if (isEnd(character) && !(ends.peek() != null && ends.peek() == character)) continue;
      if (isEnd(character)) ends.pop();
      else if (isMark(character)) ends.push(end(character));
      closed.append(character);
    }
    ends.forEach(closed::append);
    return closed.toString();
  }

  private static boolean isIn(String text) {
    for (var i = 0; i < text.length(); i++) if (isMark(text.charAt(i))) return true;
    return false;
  }

  static boolean isMark(char character) {
    return character >= 0x202a
        && character <= 0x2069
        && (character <= 0x202e || character >= 0x2066);
  }

  private static boolean isEnd(char character) {
    return character == END_OF_EMBEDDING || character == END_OF_ISOLATE;
  }

  private static char end(char begin) {
    return begin >= 0x2066 ? END_OF_ISOLATE : END_OF_EMBEDDING;
  }
}
