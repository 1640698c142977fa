package dev.seguia.charsets;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Detects the charset of a document.
///
/// What the bytes are counts for more than what is said of them: a byte order mark first, then what
/// the document and the HTTP header say, each only where the bytes agree. Of a feed the XML
/// declaration goes before the header (RFC 7303 section 3), of a web page the header goes before
/// the document (HTML standard, section 13.2.3). Text that is sound UTF-8 beyond ASCII is UTF-8
/// whatever Latin alphabet it claims, and as browsers do ISO-8859-1 is read as windows-1252. Where
/// nothing true is said of the bytes, the language of the document tells what they usually are.
public final class CharsetDetector {
  private CharsetDetector() {}

  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final Pattern DECLARED =
      Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']?\\s*([A-Za-z0-9._:-]+)");
  private static final Pattern META =
      Pattern.compile(
          "<meta\\b[^>]{0,500}?\\bcharset\\s*=\\s*[\"']?\\s*([A-Za-z0-9._:-]+)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern HEADER =
      Pattern.compile("charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9._:-]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern COMMENT = Pattern.compile("<!--.*?(?:-->|$)", Pattern.DOTALL);

  /// Of a document's beginning, in bytes: what it says of itself stands there.
  private static final int BEGINNING = 1024;

  /// Pages say it late: behind scripts, styles and comments.
  private static final int BEGINNING_OF_PAGE = 8192;

  /// A decoded document.
  ///
  /// @param warnings what was said of the bytes and is not true
  public record Decoded(String text, Charset charset, List<String> warnings) {}

  /// Decodes a feed, in XML or JSON.
  ///
  /// @param contentType the header of that name, as it came
  public static Decoded decode(byte[] body, Optional<String> contentType) {
    var marked = byteOrderMark(body);
    if (marked.isPresent())
      return decoded(body, marked.get().length(), marked.get().charset(), List.of());
    var wide = withoutMark(body);
    if (wide.isPresent()) return decoded(body, 0, wide.get(), List.of());
    var claims =
        Stream.of(label(DECLARED, start(body, BEGINNING)), ofHeader(contentType))
            .flatMap(Optional::stream)
            .toList();
    var charset = choose(body, claims);
    return decoded(body, 0, charset, contradictions(claims, charset));
  }

  /// The charset of a web page.
  ///
  /// @param contentType the header of that name, as it came
  public static Charset ofPage(byte[] body, Optional<String> contentType) {
    return byteOrderMark(body)
        .map(Mark::charset)
        .or(() -> withoutMark(body))
        .orElseGet(() -> {
          var start = COMMENT.matcher(start(body, BEGINNING_OF_PAGE)).replaceAll("");
          var claims = Stream.of(ofHeader(contentType), label(META, start), label(DECLARED, start));
          return choose(body, claims.flatMap(Optional::stream).toList());
        });
  }

  /// The charset of an XML document that is decoded as it is read: by its first bytes, or the
  /// declaration in them; UTF-8 if they say nothing.
  public static Charset ofStart(byte[] start) {
    return byteOrderMark(start)
        .map(Mark::charset)
        .or(() -> withoutMark(start))
        .or(() ->
            label(DECLARED, start(start, start.length))
                .flatMap(CharsetLabels::charset)
                .filter(CharsetDetector::isNarrow))
        .orElse(StandardCharsets.UTF_8);
  }

  private static Optional<String> ofHeader(Optional<String> contentType) {
    return contentType.flatMap(header -> label(HEADER, header));
  }

  private record Mark(Charset charset, int length) {}

  private static Optional<Mark> byteOrderMark(byte[] body) {
    if (startsWith(body, 0xEF, 0xBB, 0xBF)) return Optional.of(new Mark(StandardCharsets.UTF_8, 3));
    if (startsWith(body, 0xFF, 0xFE, 0, 0))
      return Optional.of(new Mark(StandardCharsets.UTF_32LE, 4));
    if (startsWith(body, 0, 0, 0xFE, 0xFF))
      return Optional.of(new Mark(StandardCharsets.UTF_32BE, 4));
    if (startsWith(body, 0xFF, 0xFE)) return Optional.of(new Mark(StandardCharsets.UTF_16LE, 2));
    if (startsWith(body, 0xFE, 0xFF)) return Optional.of(new Mark(StandardCharsets.UTF_16BE, 2));
    return Optional.empty();
  }

  /// UTF-16, UTF-32 and EBCDIC show in how they spell the first `<` (XML 1.0 appendix F).
  private static Optional<Charset> withoutMark(byte[] body) {
    if (startsWith(body, 0, 0, 0, '<')) return Optional.of(StandardCharsets.UTF_32BE);
    if (startsWith(body, '<', 0, 0, 0)) return Optional.of(StandardCharsets.UTF_32LE);
    if (startsWith(body, 0, '<') || startsWith(body, 0, '{'))
      return Optional.of(StandardCharsets.UTF_16BE);
    if (startsWith(body, '<', 0) || startsWith(body, '{', 0))
      return Optional.of(StandardCharsets.UTF_16LE);
    if (startsWith(body, 0x4C, 0x6F, 0xA7, 0x94)) return CharsetLabels.charset("IBM037");
    return Optional.empty();
  }

  private static Charset choose(byte[] body, List<String> claims) {
    var fitting =
        claims.stream()
            .flatMap(claim -> CharsetLabels.charset(claim).stream())
            .filter(CharsetDetector::isNarrow)
            .toList();
    var shape = Utf8Shape.of(body);
    if (shape.invalid() == 0)
      return fitting.stream()
          .findFirst()
          .filter(set -> agrees(set, body, shape))
          .orElse(StandardCharsets.UTF_8);
    var other = fitting.stream().filter(set -> !set.equals(StandardCharsets.UTF_8)).findFirst();
    var saysUtf8 = fitting.isEmpty() || fitting.getFirst().equals(StandardCharsets.UTF_8);
    if (saysUtf8 && shape.multibyte() > shape.invalid()) return StandardCharsets.UTF_8;
    if (other.isPresent()) return other.get();
    return shape.multibyte() > 3 * shape.invalid() ? StandardCharsets.UTF_8 : usual(body);
  }

  /// What nothing is known of but its language.
  private static Charset usual(byte[] body) {
    return CharsetLabels.usual(start(body, 4096))
        .filter(set -> decodes(set, body))
        .orElse(WINDOWS_1252);
  }

  /// Whether sound UTF-8 may still be another charset: pure ASCII bytes in a charset of escapes, or
  /// East Asian text that happens to look so.
  private static boolean agrees(Charset charset, byte[] body, Utf8Shape shape) {
    if (charset.equals(StandardCharsets.UTF_8)) return true;
    if (shape.multibyte() == 0) return charset.name().startsWith("ISO-2022");
    return charset.newEncoder().maxBytesPerChar() > 1
        && decodes(charset, body)
        && shape.multibyte() < 4;
  }

  private static boolean decodes(Charset charset, byte[] body) {
    try {
      charset.newDecoder().decode(ByteBuffer.wrap(body));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /// A document that reached this point is not in UTF-16 or UTF-32, whatever it says.
  private static boolean isNarrow(Charset charset) {
    return !charset.name().startsWith("UTF-16") && !charset.name().startsWith("UTF-32");
  }

  private static List<String> contradictions(List<String> claims, Charset charset) {
    return claims.stream()
        .limit(1)
        .filter(claim -> !CharsetLabels.charset(claim).equals(Optional.of(charset)))
        .filter(claim -> !claim.equals("us-ascii") && !claim.equals("iso-8859-1"))
        .map(claim -> "says that it is " + claim + ", but was read as " + charset)
        .toList();
  }

  private static String start(byte[] body, int length) {
    return new String(body, 0, Math.min(body.length, length), StandardCharsets.ISO_8859_1);
  }

  private static Optional<String> label(Pattern pattern, String text) {
    var matcher = pattern.matcher(text);
    return matcher.find()
        ? Optional.of(Objects.requireNonNull(matcher.group(1)).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  /// The same text with windows-1252 characters in place of C1 controls.
  public static String withoutControls(String text) {
    var mended = new StringBuilder(text.length());
    for (var i = 0; i < text.length(); i++) {
      var character = text.charAt(i);
      var isControl = character >= 0x80 && character < 0xA0;
      if (isControl) mended.append(new String(new byte[] {(byte) character}, WINDOWS_1252));
      else mended.append(character);
    }
    return mended.toString();
  }

  private static Decoded decoded(byte[] body, int from, Charset charset, List<String> warnings) {
    return new Decoded(new String(body, from, body.length - from, charset), charset, warnings);
  }

  private static boolean startsWith(byte[] body, int... prefix) {
    if (body.length < prefix.length) return false;
    for (var i = 0; i < prefix.length; i++) if ((body[i] & 0xFF) != prefix[i]) return false;
    return true;
  }
}
