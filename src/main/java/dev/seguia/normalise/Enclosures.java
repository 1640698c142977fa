package dev.seguia.normalise;

import dev.seguia.feed.Enclosure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Keeps the files of an entry that can be fetched, each once.
final class Enclosures {
  private static final int MOST = 100;
  private static final Pattern MEDIA_TYPE =
      Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}");

  private Enclosures() {}

  static List<Enclosure> of(List<Enclosure> enclosures, Links links) {
    if (enclosures.isEmpty()) return List.of();
    Map<String, Enclosure> byUrl = new LinkedHashMap<>();
    enclosures.stream()
        .flatMap(enclosure -> clean(enclosure, links))
        .limit(MOST)
        .forEach(enclosure -> byUrl.merge(enclosure.url(), enclosure, Enclosures::fuller));
    return List.copyOf(byUrl.values());
  }

  private static Stream<Enclosure> clean(Enclosure raw, Links links) {
    return links.url(raw.url()).stream()
        .map(url -> new Enclosure(url, raw.type().flatMap(Enclosures::mediaType), raw.length()));
  }

  private static Optional<String> mediaType(String text) {
    var type = text.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return Optional.of(type).filter(name -> MEDIA_TYPE.matcher(name).matches());
  }

  /// Two elements that name one file tell what they know together.
  private static Enclosure fuller(Enclosure one, Enclosure other) {
    return new Enclosure(
        one.url(),
        one.type().or(other::type),
        one.length().isPresent() ? one.length() : other.length());
  }
}
