package dev.seguia.source;

import dev.seguia.url.HostNames;
import dev.seguia.url.PercentEncoding;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns the URL of a feed in a list into a valid URI: spaces, letters outside ASCII and other
/// invalid characters are percent-encoded (RFC 3986).
final class Address {
  private static final Pattern HTTP =
      Pattern.compile("(?is)(https?)://([^/?#\\\\]+)([^?#]*)(\\?[^#]*)?(#.*)?");
  private static final Pattern FEED =
      Pattern.compile("(?i)(?:feed|webfeed|rss|podcast|pcast|itpc)(?::(?=https?:)|(?=://))");
  private static final Pattern AUTHORITY = Pattern.compile("(.*@)?([^@]*?)(:\\d*)?");

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
        .map(start -> start + PercentEncoding.PATH.encode(matcher.group(3)))
        .map(start -> start + query(matcher.group(4)))
        .map(start -> start + fragment(matcher.group(5)))
        .flatMap(Address::uri);
  }

  private static String query(@Nullable String query) {
    return query == null ? "" : "?" + PercentEncoding.QUERY.encode(query.substring(1));
  }

  private static String fragment(@Nullable String fragment) {
    return fragment == null ? "" : "#" + PercentEncoding.QUERY.encode(fragment.substring(1));
  }

  /// A host outside ASCII is written as the name service knows it.
  private static Optional<String> authority(String authority) {
    var matcher = AUTHORITY.matcher(authority);
    if (!matcher.matches() || matcher.group(2).isEmpty()) return Optional.empty();
    var name = matcher.group(2);
    if (name.contains(":") && !name.startsWith("[")) return Optional.empty();
    var host = name.startsWith("[") ? Optional.of(name) : HostNames.ascii(name);
    var written = matcher.group(3);
    var port = written == null || written.equals(":") ? "" : written;
    return host.map(ascii -> user(matcher.group(1)) + ascii + port);
  }

  /// A sign that would end the user name or password is escaped, as is an `@` within.
  private static String user(@Nullable String written) {
    if (written == null) return "";
    var user = written.substring(0, written.length() - 1);
    return PercentEncoding.USER.encode(user) + "@";
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text)).filter(uri -> uri.getRawAuthority() != null);
    } catch (URISyntaxException none) {
      return Optional.empty();
    }
  }
}
