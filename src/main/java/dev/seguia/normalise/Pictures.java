package dev.seguia.normalise;

import dev.seguia.feed.Enclosure;
import dev.seguia.feed.ImageUrl;
import dev.seguia.feed.Medium;
import dev.seguia.feed.Picture;
import dev.seguia.feed.RawEntry;
import dev.seguia.feed.RawFeed;
import dev.seguia.feed.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/// Finds the picture that stands for an entry: one that the document gives for it, or else an image
/// among its files, or else one of its text; of several sizes the best. What its neighbours show,
/// too, is a logo and stands for none of them.
final class Pictures {
  /// In pixels: narrower ones are taken only where there is nothing else.
  private static final int LARGE = 200;

  /// In pixels: wider ones only cost more.
  private static final int WIDEST = 1_600;

  /// In pixels: narrower ones are icons.
  private static final int NARROWEST = 48;

  /// In pixels, of a picture that does not say.
  private static final int USUAL = 600;

  /// Other entries that are looked at to tell whether they show the same.
  private static final int NEIGHBOURS = 8;

  /// In images, of one text.
  private static final int MOST_OF_TEXT = 10;

  private static final int LONGEST_DESCRIPTION = 500;
  private static final int LONGEST_CREDIT = 200;

  /// In characters, of two texts that say the same.
  private static final int COMPARED = 40;

  /// Parts of the URLs of images that decorate: faces of authors, smileys, buttons.
  private static final List<String> DECORATIONS =
      List.of(
          "gravatar.com/avatar/",
          "/images/core/emoji/",
          "/emoji/",
          "/smilies/",
          "/smileys/",
          "img.shields.io/",
          "badge.fury.io/",
          "feeds.feedburner.com/~",
          "/wp-content/plugins/",
          "liberapay.com/assets/",
          "buymeacoffee.com/",
          "ko-fi.com/");

  private static final Pattern IMAGE = Pattern.compile("<img ([^>]*)>| poster=\"([^\"]*)\"");
  private static final Pattern SOURCE = Pattern.compile("(?:^| )src=\"([^\"]*)\"");
  private static final Pattern ALTERNATIVE = Pattern.compile(" alt=\"([^\"]*)\"");
  private static final Pattern WIDTH = Pattern.compile(" width=\"(\\d{1,5})\"");
  private static final Pattern HEIGHT = Pattern.compile(" height=\"(\\d{1,5})\"");

  private final RawFeed feed;
  private final RawEntry raw;
  private final LinkReader links;
  private final String html;

  /// @param html the clean text of the entry
  Pictures(RawFeed feed, RawEntry raw, LinkReader links, String html) {
    this.feed = feed;
    this.raw = raw;
    this.links = links;
    this.html = html;
  }

  /// @param summary of the entry, which does not describe its picture
  Optional<Picture> best(String title, String summary) {
    var given = raw.pictures().isEmpty() ? List.<Picture>of() : ofDocument(raw.pictures());
    var files = imageFiles();
    return best(given, LARGE)
        .or(() -> best(files, LARGE))
        .or(() -> bestWithText(given, files))
        .map(picture -> withCleanWords(picture, title, summary));
  }

  private Optional<Picture> bestWithText(List<Picture> given, List<Picture> files) {
    var ofText =
        html.indexOf("<img ") < 0 && !html.contains(" poster=") ? List.<Picture>of() : ofText();
    return best(ofText, LARGE)
        .or(() -> best(given, NARROWEST))
        .or(() -> best(files, NARROWEST))
        .or(() -> best(ofText, NARROWEST));
  }

  private static Optional<Picture> best(List<Picture> pictures, int least) {
    Picture best = null;
    for (var picture : pictures)
      if (width(picture) >= least && (best == null || isBetter(picture, best))) best = picture;
    return Optional.ofNullable(best);
  }

  private static boolean isBetter(Picture one, Picture other) {
    var own = width(one);
    var best = width(other);
    return best > WIDEST ? own < best : own > best && own <= WIDEST;
  }

  private static int width(Picture picture) {
    if (picture.width() > 0) return picture.width();
    return ImageUrl.width(picture.url()).orElse(USUAL);
  }

  private List<Picture> ofDocument(List<Picture> pictures) {
    var found = new ArrayList<Picture>();
    for (var picture : pictures)
      links
          .image(picture.url())
          .filter(url -> !isDecoration(url) && !isLogo(url))
          .ifPresent(url -> found.add(picture.at(url)));
    return found;
  }

  private List<Picture> imageFiles() {
    var found = new ArrayList<Picture>();
    for (var file : raw.enclosures()) if (isImage(file)) found.add(Picture.valueOf(file.url()));
    return found.isEmpty() ? found : ofDocument(found);
  }

  private List<Picture> ofText() {
    var found = new ArrayList<Picture>();
    var images = IMAGE.matcher(html);
    for (var count = 0; count < MOST_OF_TEXT && images.find(); count++) {
      var attributes = images.group(1);
      var picture =
          attributes == null ? Picture.valueOf(unescaped(images.group(2))) : ofText(attributes);
      if (isSeen(picture)) found.add(picture);
    }
    return found;
  }

  private static Picture ofText(String attributes) {
    return new Picture(
        unescaped(first(SOURCE, attributes)),
        number(WIDTH, attributes),
        number(HEIGHT, attributes),
        unescaped(first(ALTERNATIVE, attributes)),
        "");
  }

  private boolean isSeen(Picture picture) {
    var url = picture.url();
    if (isDecoration(url) || isVector(url)) return false;
    if (picture.height() > 0 && picture.height() < NARROWEST) return false;
    // as it is written there, which may be without its host
    var file = ImageUrl.file(url);
    var path = file.substring(Math.max(0, file.indexOf('/')));
    return !isLogo(url, other -> other.content().value().contains(path));
  }

  private static boolean isVector(String url) {
    return url.toLowerCase(Locale.ROOT).contains(".svg");
  }

  private static boolean isDecoration(String url) {
    for (var part : DECORATIONS) if (url.contains(part)) return true;
    return false;
  }

  /// Whether an image is that of the whole feed, or at least a quarter of the other entries show
  /// it.
  private boolean isLogo(String url, Predicate<RawEntry> shows) {
    if (feed.header().image().filter(url::equals).isPresent()) return true;
    var others = 0;
    var showing = 0;
    for (var other : feed.entries()) {
      if (other.equals(raw)) continue;
      if (others == NEIGHBOURS) break;
      others++;
      if (shows.test(other)) showing++;
    }
    return showing >= 2 && showing * 4 >= others;
  }

  /// Whether the document gives it as the picture or a file of several entries.
  private boolean isLogo(String url) {
    var file = ImageUrl.file(url);
    return isLogo(url, other -> names(other, file));
  }

  private static boolean names(RawEntry entry, String file) {
    for (var picture : entry.pictures()) if (ImageUrl.file(picture.url()).equals(file)) return true;
    for (var enclosure : entry.enclosures())
      if (ImageUrl.file(enclosure.url()).equals(file)) return true;
    return false;
  }

  /// The files of an entry that are not seen as its picture, in any size, or in its text.
  List<Enclosure> others(List<Enclosure> files, Optional<Picture> picture) {
    return files.stream()
        .filter(file -> (!isImage(file) && !isPicture(file)) || !isShown(file.url(), picture))
        .toList();
  }

  /// Whether the document calls it a picture, whatever its type.
  private boolean isPicture(Enclosure file) {
    for (var one : raw.pictures()) if (ImageUrl.isSameFile(one.url(), file.url())) return true;
    return false;
  }

  private boolean isShown(String url, Optional<Picture> picture) {
    return picture.filter(shown -> ImageUrl.isSameImage(shown.url(), url)).isPresent()
        || isDecoration(url)
        || isLogo(url)
        || html.contains(ImageUrl.file(url));
  }

  private static boolean isImage(Enclosure file) {
    return file.type()
        .map(type -> Medium.of(type) == Medium.IMAGE)
        .orElseGet(() -> ImageUrl.isPlainly(file.url()));
  }

  private static Picture withCleanWords(Picture picture, String title, String summary) {
    var description = PlainText.of(Text.unknown(picture.description()), LONGEST_DESCRIPTION);
    var saysMore = !beginAlike(description, title) && !beginAlike(description, summary);
    return picture.withWords(
        saysMore ? description : "", PlainText.of(Text.unknown(picture.credit()), LONGEST_CREDIT));
  }

  private static boolean beginAlike(String one, String other) {
    var compared = Math.min(COMPARED, Math.min(one.length(), other.length()));
    return compared > 0 && one.regionMatches(0, other, 0, compared);
  }

  private static String first(Pattern pattern, String text) {
    var matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }

  private static int number(Pattern pattern, String text) {
    var digits = first(pattern, text);
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  private static String unescaped(String value) {
    return value.indexOf('&') < 0 ? value : Parser.unescapeEntities(value, true);
  }
}
