package dev.seguia.source;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// The address of a feed, as lists write it, made fit to be asked for: blanks, letters outside
/// ASCII and whatever else a URI cannot hold are percent-encoded (RFC 3986).
final class Address {
  private static final Pattern HTTP =
      Pattern.compile("(?is)(https?)://([^/?#\\\\]+)([^?#]*)(\\?[^#]*)?(#.*)?");
  private static final Pattern FEED =
      Pattern.compile("(?i)(?:feed|webfeed|rss|podcast|pcast|itpc)(?::(?=https?:)|(?=://))");
  private static final Pattern AUTHORITY = Pattern.compile("(.*@)?([^@]*?)(:\\d*)?");

  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  private static final String IN_PATH = UNRESERVED + "!$&'()*+,;=:@/";
  private static final String IN_QUERY = IN_PATH + "?";

  private Address() {}

  /// Whether it has a scheme that readers put before or in the place of `http`, so that a click on
  /// it starts them: `feed`, and those of podcast programs.
  static boolean isFeedScheme(String text) {
    return FEED.matcher(text.strip()).lookingAt();
  }

  /// The http or https URL that a text means; empty if it means none.
  static Optional<URI> of(String text) {
    var stripped = text.strip().replaceAll("[\\t\\n\\r]", "");
    if (isFeedScheme(stripped))
      stripped =
          FEED.matcher(stripped).replaceFirst(match -> match.group().endsWith(":") ? "" : "http");
    var matcher = HTTP.matcher(stripped);
    if (!matcher.matches()) return Optional.empty();
    return authority(matcher.group(2))
        .map(authority -> matcher.group(1) + "://" + authority)
        .map(start -> start + encoded(matcher.group(3), IN_PATH))
        .map(start -> start + encoded(matcher.group(4), IN_QUERY))
        .map(start -> start + fragment(matcher.group(5)))
        .flatMap(Address::uri);
  }

  private static String fragment(@org.jspecify.annotations.Nullable String fragment) {
    return fragment == null ? "" : "#" + encoded(fragment.substring(1), IN_QUERY);
  }

  /// A host outside ASCII is written as the name service knows it.
  private static Optional<String> authority(String authority) {
    var matcher = AUTHORITY.matcher(authority);
    if (!matcher.matches() || matcher.group(2).isEmpty()) return Optional.empty();
    try {
      var host = matcher.group(2);
      if (host.contains(":") && !host.startsWith("[")) return Optional.empty();
      if (!host.startsWith("[")) host = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
      var port = matcher.group(3) == null || matcher.group(3).equals(":") ? "" : matcher.group(3);
      var user = user(matcher.group(1));
      return Optional.of(user + host + port);
    } catch (IllegalArgumentException noHost) {
      return Optional.empty();
    }
  }

  /// A sign that would end the user name or password is escaped, as is an `@` within.
  private static String user(@org.jspecify.annotations.Nullable String written) {
    if (written == null) return "";
    var user = written.substring(0, written.length() - 1);
    return encoded(user, IN_PATH.replace("/", "").replace("@", "")) + "@";
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text)).filter(uri -> uri.getRawAuthority() != null);
    } catch (URISyntaxException none) {
      return Optional.empty();
    }
  }

  private static String encoded(@org.jspecify.annotations.Nullable String part, String allowed) {
    if (part == null) return "";
    var encoded = new StringBuilder(part.length());
    for (var i = 0; i < part.length(); ) {
      var codePoint = part.codePointAt(i);
      if (allowed.indexOf(codePoint) >= 0 || isEscape(part, i)) encoded.appendCodePoint(codePoint);
      else if (codePoint == '?' && i == 0) encoded.append('?');
      else appendEscaped(encoded, Character.toString(codePoint));
      i += Character.charCount(codePoint);
    }
    return encoded.toString();
  }

  /// Whether a `%` stands here that begins an escape; any other is escaped itself.
  private static boolean isEscape(String text, int index) {
    return text.charAt(index) == '%'
        && index + 2 < text.length()
        && HexFormat.isHexDigit(text.charAt(index + 1))
        && HexFormat.isHexDigit(text.charAt(index + 2));
  }

  private static void appendEscaped(StringBuilder encoded, String character) {
    for (var octet : character.getBytes(StandardCharsets.UTF_8))
      encoded.append('%').append("%02X".formatted(octet & 0xFF));
  }
}
