package dev.seguia.parse;

import dev.seguia.url.PercentEncoding;
import dev.seguia.url.Url;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jdom2.Namespace;

/// Resolves references by RFC 3986 section 5, including invalid URIs: with spaces, unescaped
/// brackets, letters of any alphabet.
final class LinkResolver {
  private static final Set<String> FILES =
      Set.of(
          "mp3", "mp4", "m4a", "m4v", "ogg", "oga", "ogv", "opus", "wav", "flac", "aac", "mov",
          "webm", "avi", "wmv", "jpg", "jpeg", "png", "gif", "webp", "pdf", "zip", "torrent");

  private LinkResolver() {}

  /// The absolute form of a reference. What has a scheme already is left as it is, what cannot be
  /// resolved too.
  static Optional<String> resolve(URI base, String reference) {
    var text = tidy(reference);
    if (text.isEmpty() || text.length() > ParseLimits.URL) return Optional.empty();
    if (hasScheme(text)) return Optional.of(text);
    // A document that was read from a file names hosts all the same.
    if (text.startsWith("//") && !Url.isWeb(base.toString())) return Optional.of("https:" + text);
    try {
      return Optional.of(joined(base, text));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.of(text);
    }
  }

  /// The base inside an element, by its `xml:base`.
  static URI base(Element element, URI outer) {
    var named = element.getAttributeValue("base", Namespace.XML_NAMESPACE);
    if (named == null) return outer;
    try {
      var base = new URI(escape(resolve(outer, named).orElse("")));
      return base.isAbsolute() && !base.isOpaque() ? base : outer;
    } catch (URISyntaxException e) {
      return outer;
    }
  }

  private static String joined(URI base, String text) throws URISyntaxException {
    if (base.isOpaque() || !base.isAbsolute()) return text;
    var reference = new URI(escape(text));
    if (text.startsWith("?")) return withoutQuery(base) + text;
    var resolved = base.resolve(reference).toString();
    return text.startsWith("#") ? withoutFragment(base) + text : withoutClimbing(resolved);
  }

  /// Java keeps `..` that lead above the root; the RFC drops them.
  private static String withoutClimbing(String url) {
    var path = url.indexOf('/', url.indexOf("//") + 2);
    if (path < 0) return url;
    var rest = url.substring(path);
    while (rest.startsWith("/../")) rest = rest.substring(3);
    return url.substring(0, path) + (rest.equals("/..") ? "/" : rest);
  }

  private static String withoutQuery(URI base) {
    var text = withoutFragment(base);
    var query = text.indexOf('?');
    return query < 0 ? text : text.substring(0, query);
  }

  private static String withoutFragment(URI base) {
    var text = base.toString();
    var fragment = text.indexOf('#');
    return fragment < 0 ? text : text.substring(0, fragment);
  }

  /// Of several links to an entry the one that identifies it: the first that a browser opens, but a
  /// page of its own rather than a counter that passes readers on, or the front page of the site.
  static Optional<String> best(Stream<String> candidates) {
    var links = candidates.filter(Url::isWeb).distinct().toList();
    if (links.size() < 2) return links.stream().findFirst();
    var first = links.getFirst();
    if (isCounter(first))
      return links.stream()
          .filter(link -> !isCounter(link) && isArticle(link))
          .findFirst()
          .or(() -> Optional.of(first));
    if (!isFrontPage(first)) return Optional.of(first);
    return links.stream()
        .filter(link -> isArticle(link) && host(link).equals(host(first)))
        .findFirst()
        .or(() -> Optional.of(first));
  }

  /// Services of feeds whose links tell nothing of the page behind them.
  private static boolean isCounter(String url) {
    var host = host(url);
    return switch (host) {
      case "feedproxy.google.com", "feeds.feedburner.com" -> url.contains("/~r/");
      case "feeds.feedblitz.com", "p.feedblitz.com" -> true;
      case "news.google.com" -> url.contains("/articles/");
      default -> host.endsWith("feedsportal.com");
    };
  }

  /// A page below the front page; ids of podcasts may be the files themselves.
  private static boolean isArticle(String url) {
    return !isFrontPage(url) && !FILES.contains(url.substring(url.lastIndexOf('.') + 1));
  }

  private static boolean isFrontPage(String url) {
    var path = url.indexOf('/', url.indexOf("//") + 2);
    return path < 0
        || path == url.length() - 1
        || ("?#".indexOf(url.charAt(path + 1)) >= 0 && url.indexOf('=', path) < 0);
  }

  private static String host(String url) {
    var start = url.indexOf("//") + 2;
    var end = start;
    while (end < url.length() && "/?#:".indexOf(url.charAt(end)) < 0) end++;
    return url.substring(start, end).toLowerCase(Locale.ROOT);
  }

  private static boolean hasScheme(String text) {
    for (var i = 0; i < text.length(); i++) {
      var character = text.charAt(i);
      if (character == ':') return i > 0;
      var letter = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
      if (!letter && (i == 0 || "0123456789+-.".indexOf(character) < 0)) return false;
    }
    return false;
  }

  /// Line breaks and tabs inside a URL are the work of an editor (WHATWG URL section 4.4).
  private static String tidy(String reference) {
    var text = reference.strip();
    var broken = text.indexOf('\n') >= 0 || text.indexOf('\t') >= 0 || text.indexOf('\r') >= 0;
    return broken ? text.replaceAll("[\\r\\n\\t]+ *", "") : text;
  }

  /// Java's parser takes brackets in hosts only.
  private static String escape(String text) {
    return PercentEncoding.IRI.encode(text).replace("[", "%5B").replace("]", "%5D");
  }
}
