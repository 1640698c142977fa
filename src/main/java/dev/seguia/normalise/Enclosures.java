package dev.seguia.normalise;

import dev.seguia.feed.Enclosure;
import dev.seguia.feed.FilmSites;
import dev.seguia.feed.ImageUrl;
import dev.seguia.feed.Medium;
import dev.seguia.url.Url;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Keeps the enclosures of an entry that can be fetched, each once, torrents last. Pages and
/// players are no files, whatever their names.
final class Enclosures {
  /// Limit: enclosures of an entry from one source; further ones are ignored.
  private static final int MOST = 100;

  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}");

  private static final Set<String> PAGES =
      Set.of(
          "text/html",
          "application/xhtml+xml",
          "application/x-shockwave-flash",
          "application/futuresplash",
          "application/vnd.adobe.flash.movie");

  private static final List<String> ENDINGS_OF_PAGES =
      List.of(".html", ".htm", ".xhtml", ".shtml", ".swf");

  private Enclosures() {}

  static List<Enclosure> of(List<Enclosure> enclosures, LinkReader links) {
    if (enclosures.isEmpty()) return List.of();
    Map<String, Enclosure> byUrl = new LinkedHashMap<>();
    enclosures.stream()
        .flatMap(enclosure -> clean(enclosure, links))
        .limit(MOST)
        .forEach(enclosure -> byUrl.merge(enclosure.url(), enclosure, Enclosures::fuller));
    // Many programs play the first file, and few of them can play a torrent.
    return byUrl.values().stream().sorted(Comparator.comparing(Enclosures::isTorrent)).toList();
  }

  private static boolean isTorrent(Enclosure file) {
    return file.type().filter("application/x-bittorrent"::equals).isPresent()
        || Url.parse(file.url()).orElseThrow().path().endsWith(".torrent");
  }

  private static Stream<Enclosure> clean(Enclosure raw, LinkReader links) {
    var type = raw.type().flatMap(Enclosures::mediaType);
    return links.url(raw.url()).stream()
        .filter(url -> isFile(url, type) && !links.isPage(url))
        .map(url -> new Enclosure(url, type, raw.length()));
  }

  private static boolean isFile(String address, Optional<String> type) {
    if (type.filter(PAGES::contains).isPresent()) return false;
    var url = Url.parse(address).orElseThrow();
    var host = url.host().toLowerCase(Locale.ROOT);
    if (FilmSites.has(host) || Players.player(url).isPresent()) return false;
    if (type.filter(name -> Medium.of(name) == Medium.IMAGE).isPresent())
      return ImageUrl.isReal(address) && !TrackingPixels.isCounter(url);
    return type.isPresent() || !hasEndingOfPage(url.path());
  }

  private static boolean hasEndingOfPage(String path) {
    var name = path.toLowerCase(Locale.ROOT);
    for (var ending : ENDINGS_OF_PAGES) if (name.endsWith(ending)) return true;
    return false;
  }

  private static Optional<String> mediaType(String text) {
    var type = text.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return Optional.of(type).filter(name -> MEDIA_TYPE.matcher(name).matches());
  }

  /// Merges two elements about one file.
  private static Enclosure fuller(Enclosure one, Enclosure other) {
    return new Enclosure(
        one.url(),
        one.type().or(other::type),
        one.length().isPresent() ? one.length() : other.length());
  }
}
