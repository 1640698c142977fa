package dev.seguia.feed;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells real image URLs from placeholders for lazy loading: spacers, templates with gaps to fill,
/// the page itself.
public final class ImageUrl {
  /// Marks of templates in any spelling: an address that holds one was never filled in.
  private static final List<String> GAPS =
      List.of("{{", "%7b%7b", "%%", "%25%25", "${", "$%7b", "<%", "%3c%25", "[[", "%5b%5b");

  /// Names of files that show nothing, if no other word stands beside them.
  private static final Set<String> SPACERS =
      Set.of(
          "blank",
          "spacer",
          "placeholder",
          "transparent",
          "lazyload",
          "lazyloading",
          "lazy",
          "loading",
          "loader",
          "preloader",
          "preload",
          "spinner",
          "shim",
          "dummy",
          "1x1",
          "1px",
          "clear",
          "trans",
          "transp",
          "empty",
          "grey",
          "gray",
          "white",
          "nothing",
          "noimage");

  /// The same, where photographs are stored too.
  private static final Set<String> SPACERS_AMONG_PHOTOGRAPHS =
      Set.of("blank", "spacer", "placeholder", "transparent", "lazyload", "shim", "1x1", "noimage");

  private static final Set<String> FILLERS =
      Set.of(
          "image",
          "images",
          "img",
          "pic",
          "picture",
          "photo",
          "thumb",
          "thumbnail",
          "default",
          "post",
          "news",
          "article",
          "square",
          "wide",
          "small",
          "large",
          "medium",
          "big",
          "load",
          "svg",
          "gif",
          "png",
          "bg",
          "background",
          "ajax",
          "for",
          "pixel",
          "px",
          "featured",
          "min");

  private static final Set<String> PHOTOGRAPHS = Set.of("jpg", "jpeg", "webp", "avif", "heic");

  private static final Set<String> EXTENSIONS =
      Set.of(
          "jpg", "jpeg", "jpe", "jfif", "pjpeg", "png", "apng", "gif", "webp", "avif", "heic",
          "heif", "jxl", "svg", "bmp", "tif", "tiff", "ico");

  /// Services that draw boxes of a wanted size.
  private static final Set<String> PLACEHOLDER_HOSTS =
      Set.of(
          "via.placeholder.com",
          "placeholder.com",
          "placehold.it",
          "placehold.co",
          "dummyimage.com",
          "fakeimg.pl");

  /// What scripts write where they have no address.
  private static final Set<String> NO_VALUES =
      Set.of("undefined", "null", "nan", "none", "false", "true", "[object object]");

  /// A size in the name of a file, as WordPress and Blogger write it.
  private static final Pattern SIZE_OF_FILE =
      Pattern.compile(
          "[-_](?<!\\d)\\d{2,4}x\\d{2,4}(?=\\.[A-Za-z]{3,4}$)|/[sw]\\d{2,4}(?:-[a-z0-9-]{1,20})?(?=/)");

  private static final Pattern SIZE =
      Pattern.compile(
          "[-_](\\d{2,4})x\\d{2,4}\\.[A-Za-z]{3,4}(?:[?#]|$)"
              + "|/[sw](\\d{2,4})(?:-[a-z0-9-]{1,20})?/"
              + "|[?&](?:w|width)=(\\d{2,4})(?:[&#]|$)");

  private ImageUrl() {}

  /// Whether an absolute URL may be that of a real, visible image.
  public static boolean isReal(String url) {
    return isWeb(url)
        && !hasGap(url)
        && !isFrontPage(url)
        && !PLACEHOLDER_HOSTS.contains(host(url))
        && !isSpacer(fileName(url));
  }

  /// Whether an address, which may be relative, is clearly that of an image.
  public static boolean isPlainly(String address) {
    return EXTENSIONS.contains(extension(fileName(address).toLowerCase(Locale.ROOT)))
        && address.indexOf(' ') < 0;
  }

  /// Whether an address holds a gap that a program was to fill, as in `x_{width}.jpg`.
  static boolean hasGap(String address) {
    if (address.indexOf('{') < 0
        && address.indexOf('%') < 0
        && address.indexOf('[') < 0
        && address.indexOf('<') < 0) return false;
    var lower = address.toLowerCase(Locale.ROOT);
    for (var gap : GAPS) if (lower.contains(gap)) return true;
    return hasName(lower, "{", "}") || hasName(lower, "%7b", "%7d");
  }

  /// Whether there is a name in braces; the hexadecimal keys that some systems put there are none.
  private static boolean hasName(String text, String open, String close) {
    var start = text.indexOf(open);
    if (start < 0) return false;
    var end = text.indexOf(close, start);
    if (end < 0) return false;
    for (var i = start + open.length(); i < end; i++) {
      var character = text.charAt(i);
      if (character != '-' && Character.digit(character, 16) < 0) return true;
    }
    return end - start < 8;
  }

  /// The width that an address names, in pixels: `x-300x200.jpg`, `/s640/x.jpg`, `?w=640`.
  public static OptionalInt width(String url) {
    var size = SIZE.matcher(url);
    if (!size.find()) return OptionalInt.empty();
    for (var group = 1; group <= size.groupCount(); group++)
      if (size.group(group) != null) return OptionalInt.of(Integer.parseInt(size.group(group)));
    return OptionalInt.empty();
  }

  /// Whether both addresses are of one file, whatever their scheme and query.
  public static boolean isSameFile(String one, String other) {
    return one.equals(other) || file(one).equals(file(other));
  }

  /// Whether both addresses are of one image, possibly in two sizes.
  public static boolean isSameImage(String one, String other) {
    return sizeless(one).equals(sizeless(other));
  }

  /// Host and path, which tell which file it is.
  public static String file(String url) {
    var start = url.indexOf("//");
    return withoutTail(url.substring(start < 0 ? 0 : start + 2));
  }

  private static String sizeless(String url) {
    return SIZE_OF_FILE.matcher(file(url)).replaceAll("");
  }

  private static boolean isFrontPage(String url) {
    var path = url.indexOf('/', url.indexOf("//") + 2);
    return url.indexOf('?') < 0 && (path < 0 || withoutTail(url.substring(path)).length() <= 1);
  }

  private static boolean isWeb(String url) {
    return url.regionMatches(true, 0, "http://", 0, 7)
        || url.regionMatches(true, 0, "https://", 0, 8);
  }

  private static String host(String url) {
    var start = url.indexOf("//") + 2;
    var end = start;
    while (end < url.length() && "/?#:".indexOf(url.charAt(end)) < 0) end++;
    return url.substring(start, end).toLowerCase(Locale.ROOT);
  }

  private static boolean isSpacer(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    if (NO_VALUES.contains(lower)) return true;
    var extension = extension(lower);
    var spacers = PHOTOGRAPHS.contains(extension) ? SPACERS_AMONG_PHOTOGRAPHS : SPACERS;
    if (extension.isEmpty() || !EXTENSIONS.contains(extension)) return false;
    var found = false;
    var stem = lower.substring(0, lower.length() - extension.length() - 1);
    for (int start = 0, end; start <= stem.length(); start = end + 1) {
      end = endOfWord(stem, start);
      var word = stem.substring(start, end);
      if (spacers.contains(word)) found = true;
      else if (!FILLERS.contains(word) && !isSize(word)) return false;
    }
    return found;
  }

  private static int endOfWord(String text, int start) {
    var end = start;
    while (end < text.length() && "-_.@ +".indexOf(text.charAt(end)) < 0) end++;
    return end;
  }

  /// Figures as in `300` and `300x200`, or nothing.
  private static boolean isSize(String word) {
    for (var i = 0; i < word.length(); i++) {
      var character = word.charAt(i);
      if (character != 'x' && (character < '0' || character > '9')) return false;
    }
    return true;
  }

  private static String extension(String name) {
    var dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1);
  }

  private static String fileName(String address) {
    var path = withoutTail(address);
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String withoutTail(String address) {
    var end = 0;
    while (end < address.length() && "?#".indexOf(address.charAt(end)) < 0) end++;
    return address.substring(0, end);
  }
}
