package dev.seguia.sitemap;

import dev.seguia.charsets.CharsetDetector;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.CharBuffer;
import java.util.regex.Pattern;

/// Repairs frequent XML errors of sitemaps while reading: stray `&`, forbidden characters, bytes
/// outside the charset, and text before the first tag.
final class MendingReader extends Reader {
  private static final int DECLARATION = 200;
  private static final Pattern REFERENCE =
      Pattern.compile("(?:#(\\d{1,7})|#[xX](\\p{XDigit}{1,6})|amp|lt|gt|quot|apos);");
  private static final int LONGEST_REFERENCE = 9;
  private static final String CDATA = "![CDATA[";
  private static final String END_OF_CDATA = "]>";

  private static final int BUFFER = 8 << 10;

  private final Reader in;
  private final char[] ahead = new char[BUFFER];
  private int at;
  private int end;
  private String pending = "";
  private boolean begun;
  private boolean inCdata;

  private MendingReader(Reader in) {
    this.in = in;
  }

  static MendingReader of(InputStream bytes) throws IOException {
    return new MendingReader(decoded(new BufferedInputStream(bytes)));
  }

  /// The characters, by the charset that the document names.
  static Reader decoded(BufferedInputStream bytes) throws IOException {
    bytes.mark(DECLARATION);
    var start = bytes.readNBytes(DECLARATION);
    bytes.reset();
    return new InputStreamReader(bytes, CharsetDetector.ofStart(start));
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    for (var count = 0; count < length; count++) {
      var c = read();
      if (c < 0) return count == 0 ? -1 : count;
      buffer[offset + count] = (char) c;
    }
    return length;
  }

  @Override
  public int read() throws IOException {
    if (!pending.isEmpty()) return nextPending();
    if (!begun) skipToMarkup();
    if (!has(1)) return -1;
    var c = ahead[at++];
    switch (c) {
      case '<' -> inCdata = inCdata || follows(CDATA);
      case ']' -> inCdata = inCdata && !follows(END_OF_CDATA);
      case '&' -> pending = inCdata || isReference() ? "" : "amp;";
      default -> {
        if (isForbidden(c)) return ' ';
      }
    }
    return c;
  }

  private int nextPending() {
    var c = pending.charAt(0);
    pending = pending.substring(1);
    return c;
  }

  private void skipToMarkup() throws IOException {
    begun = true;
    while (has(1) && ahead[at] != '<') at++;
  }

  /// Whether so many characters are still to come.
  private boolean has(int count) throws IOException {
    while (end - at < count) {
      System.arraycopy(ahead, at, ahead, 0, end - at);
      end -= at;
      at = 0;
      var more = in.read(ahead, end, ahead.length - end);
      if (more < 0) return false;
      end += more;
    }
    return true;
  }

  private boolean follows(String text) throws IOException {
    return has(text.length()) && text.contentEquals(CharBuffer.wrap(ahead, at, text.length()));
  }

  private boolean isReference() throws IOException {
    var following = has(LONGEST_REFERENCE) ? LONGEST_REFERENCE : end - at;
    var reference = REFERENCE.matcher(CharBuffer.wrap(ahead, at, following));
    if (!reference.lookingAt()) return false;
    if (reference.group(1) != null) return isAllowed(Integer.parseInt(reference.group(1)));
    return reference.group(2) == null || isAllowed(Integer.parseInt(reference.group(2), 16));
  }

  private static boolean isAllowed(int character) {
    return character <= Character.MAX_CODE_POINT
        && !isForbidden(character)
        && !(character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
  }

  private static boolean isForbidden(int c) {
    return (c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0xfffe || c == 0xffff;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
