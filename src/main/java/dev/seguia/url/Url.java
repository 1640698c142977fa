package dev.seguia.url;

import java.util.Optional;

/// An absolute http or https URL, read as leniently as browsers do (WHATWG URL) and otherwise left
/// in its author's spelling.
///
/// @param scheme `http` or `https`
/// @param host in its own spelling, never empty
/// @param port with its colon, or empty
/// @param path with its slash, or empty
/// @param query without its question mark
/// @param fragment without its hash
public record Url(
    String scheme,
    String host,
    String port,
    String path,
    Optional<String> query,
    Optional<String> fragment) {

  /// Browsers and servers give up at about this length too.
  private static final int LONGEST = 8_000;

  /// Whether a text begins as an absolute URL of the web does.
  public static boolean isWeb(String text) {
    return text.regionMatches(true, 0, "http://", 0, 7)
        || text.regionMatches(true, 0, "https://", 0, 8);
  }

  /// Reads an absolute URL; empty if it is none, or of another scheme.
  public static Optional<Url> parse(String text) {
    return UrlParser.parse(text, Optional.empty());
  }

  /// Reads a reference as it stands in a document of this URL.
  public Optional<Url> resolve(String reference) {
    return UrlParser.parse(reference, Optional.of(this));
  }

  boolean isTooLong() {
    return path.length() + query.orElse("").length() + fragment.orElse("").length() > LONGEST;
  }

  /// Whether both differ in their fragments at most.
  public boolean isOnePageWith(Url other) {
    return path.equals(other.path)
        && query.equals(other.query)
        && host.equalsIgnoreCase(other.host)
        && port.equals(other.port);
  }

  public Url withQuery(Optional<String> other) {
    return new Url(scheme, host, port, path, other, fragment);
  }

  public Url withFragment(Optional<String> other) {
    return new Url(scheme, host, port, path, query, other);
  }

  public Url secure() {
    return new Url("https", host, port, path, query, fragment);
  }

  @Override
  public String toString() {
    var text = new StringBuilder(64 + path.length());
    text.append(scheme).append("://").append(host).append(port).append(path);
    if (query.isPresent()) text.append('?').append(query.get());
    if (fragment.isPresent()) text.append('#').append(fragment.get());
    return text.toString();
  }
}
