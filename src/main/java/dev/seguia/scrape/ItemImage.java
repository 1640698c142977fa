package dev.seguia.scrape;

import dev.seguia.feed.ImageUrl;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Element;

/// Finds the image of an entry: the first real one in its part of the page, including lazily loaded
/// ones.
public final class ItemImage {
  private static final String PICTURES =
      "img, source[srcset], source[data-srcset], amp-img, [data-bg], [data-background-image],"
          + " [style*=background]";
  private static final List<String> LAZY =
      List.of(
          "data-src",
          "data-original",
          "data-lazy-src",
          "data-lazy",
          "data-bg",
          "data-background-image");
  private static final List<String> SETS = List.of("data-srcset", "data-lazy-srcset", "srcset");
  private static final Pattern BACKGROUND = Pattern.compile("url\\(\\s*['\"]?([^'\")\\s]{1,2000})");
  private static final Pattern EMPTY =
      Pattern.compile(
          "(?i)(?:^|[/_.-])(?:blank|spacer|pixel|placeholder|1x1|transparent|lazy|loader|loading|grey|gray)(?=[/_.-]|$)");
  private static final Pattern CANDIDATE =
      Pattern.compile(
          "([^\\s,]\\S{0,2000}[^\\s,])(?:\\s+(\\d{1,5}(?:\\.\\d{1,3})?)[wx])?\\s*(?:,|$)");
  private static final int MOST = 50;
  private static final int LONGEST = 20_000;

  private ItemImage() {}

  public static Optional<String> of(Element card) {
    return card.select(PICTURES).stream()
        .limit(MOST)
        .filter(picture -> !isPixel(picture))
        .flatMap(
            picture -> addresses(picture).flatMap(address -> absolute(picture, address).stream()))
        .filter(ImageUrl::isReal)
        .findFirst();
  }

  private static boolean isPixel(Element picture) {
    return Stream.of("width", "height")
        .map(name -> picture.attr(name).strip())
        .anyMatch(size -> size.equals("0") || size.equals("1") || size.equals("2"));
  }

  private static Stream<String> addresses(Element picture) {
    var lazy = LAZY.stream().map(picture::attr);
    var sets = SETS.stream().map(picture::attr).map(ItemImage::largest);
    return Stream.of(lazy, Stream.of(picture.attr("src")), sets, Stream.of(background(picture)))
        .flatMap(all -> all)
        .map(String::strip)
        .filter(address -> !address.isEmpty() && !EMPTY.matcher(address).find());
  }

  private record Sized(String address, double size) {}

  private static String largest(String set) {
    if (set.isEmpty() || set.length() > LONGEST) return "";
    return CANDIDATE
        .matcher(set.strip())
        .results()
        .limit(MOST)
        .map(found ->
            new Sized(
                found.group(1), found.group(2) == null ? 1 : Double.parseDouble(found.group(2))))
        .max(Comparator.comparingDouble(Sized::size))
        .map(Sized::address)
        .orElse("");
  }

  private static String background(Element picture) {
    var style = picture.attr("style");
    var found = BACKGROUND.matcher(style.substring(0, Math.min(style.length(), LONGEST)));
    return found.find() ? found.group(1) : "";
  }

  /// An address of the page as an absolute URL; empty if it is none.
  ///
  /// @param at an element of the page, whose base counts
  public static Optional<String> absolute(Element at, String address) {
    if (address.isBlank()) return Optional.empty();
    return PageLinks.parsed(StringUtil.resolve(at.baseUri(), address)).map(Object::toString);
  }
}
