package dev.seguia.source;

import dev.seguia.charsets.CharsetLabels;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// Decodes bytes whose declared charset cannot be trusted: by the byte order mark, else by the
/// first valid of the declared charset, UTF-8 and windows-1252.
final class Decoding {
  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private Decoding() {}

  static String decoded(byte[] bytes) {
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE))
      return new String(bytes, StandardCharsets.UTF_16);
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF))
      return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
    return declared(bytes)
        .flatMap(charset -> strictly(bytes, charset))
        .or(() -> strictly(bytes, StandardCharsets.UTF_8))
        .orElseGet(() -> new String(bytes, WINDOWS));
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) return false;
    for (var i = 0; i < mark.length; i++) if ((bytes[i] & 0xFF) != mark[i]) return false;
    return true;
  }

  private static Optional<Charset> declared(byte[] bytes) {
    var beginning = new String(Arrays.copyOf(bytes, 200), StandardCharsets.ISO_8859_1);
    var matcher = DECLARED.matcher(beginning);
    return matcher.find() ? CharsetLabels.charset(matcher.group(1)) : Optional.empty();
  }

  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException misfit) {
      return Optional.empty();
    }
  }
}
