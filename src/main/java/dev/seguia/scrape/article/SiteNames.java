package dev.seguia.scrape.article;

import dev.seguia.scrape.BoundedText;
import dev.seguia.scrape.MetaTags;
import dev.seguia.scrape.SchemaItem;
import dev.seguia.scrape.WebPage;
import dev.seguia.text.Fold;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The names in page titles besides the article's title: the site, its sections, its authors.
///
/// @param names by which the site calls itself
/// @param hostNames those of them that its host has
/// @param labels by which the page names its sections and authors, folded
record SiteNames(List<String> names, List<String> hostNames, List<String> labels) {
  private static final int LONGEST_LABEL = 500;

  /// Labels of each kind that are looked at.
  private static final int MOST = 20;

  /// A name of fewer characters may be in a title by chance.
  private static final int SURE = 10;

  /// Of a name behind a title, in words.
  private static final int LONGEST_NAME = 5;

  /// In characters; shorter words of a host may be in a title by chance.
  private static final int SURE_WORD = 4;

  /// A host's name or a day alone: `FASSETTE.NET`, `19.01.2020`.
  private static final Pattern NEVER_A_TITLE =
      Pattern.compile(
          "(?iu)(?:www\\.)?[\\p{L}\\p{N}-]{2,40}(?:\\.[\\p{L}\\p{N}-]{2,40})?\\."
              + "(?:com|net|org|info|news|tv|io|co|fr|de|es|it|pt|nl|be|ch|at|uk|ca|ma|dz|tn|eu|pl|ru|br|za)"
              + "|\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}");

  /// Names of front pages, folded.
  private static final Set<String> FRONT_PAGES =
      Set.of("home", "homepage", "accueil", "startseite", "inicio", "الرييسيه");

  private static final List<String> LABELS =
      List.of("article:section", "parsely-section", "author", "article:author", "dc.creator");

  private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  static SiteNames of(
      WebPage page, Optional<SchemaItem> thing, MetaTags meta, Optional<String> site) {
    return new SiteNames(
        names(page.location(), site),
        names(page.location(), Optional.empty()),
        labels(page, thing, meta));
  }

  private static List<String> names(URI location, Optional<String> site) {
    var names = new ArrayList<String>();
    site.map(SiteNames::key).ifPresent(names::add);
    var host = Objects.requireNonNullElse(location.getHost(), "").toLowerCase(Locale.ROOT);
    var bare = host.replaceFirst("^www\\.", "");
    names.add(key(bare));
    for (var label : bare.split("\\.", -1)) names.add(key(label));
    return names.stream().filter(name -> name.length() > 1).toList();
  }

  private static List<String> labels(WebPage page, Optional<SchemaItem> thing, MetaTags meta) {
    var sections =
        Stream.of("articleSection", "author")
            .flatMap(property -> thing.stream().flatMap(one -> one.texts(property).stream()));
    var crumbs =
        page.document().select("[class*=breadcrumb] a, [itemtype$=BreadcrumbList] a").stream()
            .limit(MOST)
            .map(link -> BoundedText.of(link, LONGEST_LABEL));
    return Stream.of(meta.all(LABELS), sections, crumbs)
        .flatMap(texts -> texts.limit(MOST))
        .map(SiteNames::key)
        .filter(label -> label.length() > 1)
        .distinct()
        .toList();
  }

  /// Whether what stands behind a title is the site, a section, an author, or a day.
  boolean isNameBehind(String tail) {
    return isSite(tail)
        || NEVER_A_TITLE.matcher(tail).matches()
        || labels.contains(key(tail))
        || FRONT_PAGES.contains(key(tail))
        || isNamedAsHost(tail);
  }

  /// A few words with capitals of which one is that of the host: `Sputnik International`.
  private boolean isNamedAsHost(String tail) {
    var words = tail.split(" ", -1);
    if (words.length > LONGEST_NAME) return false;
    var ofHost = false;
    for (var word : words) {
      if (Character.isLowerCase(word.isEmpty() ? 'a' : word.charAt(0))) return false;
      ofHost |= isOfHost(key(word));
    }
    return ofHost;
  }

  private boolean isOfHost(String word) {
    for (var name : hostNames)
      if (name.equals(word) || (word.length() >= SURE_WORD && name.startsWith(word))) return true;
    return false;
  }

  boolean isSite(String text) {
    var key = key(text);
    return key.length() > 1 && names.stream().anyMatch(name -> name.equals(key));
  }

  /// Whether a text has the words of the site's host, or is made of them.
  boolean isLikeSite(String text) {
    var words = Stream.of(text.split(" ", -1)).map(SiteNames::key).toList();
    return names.stream()
        .filter(name -> name.length() >= SURE)
        .anyMatch(name -> key(text).contains(name) || words.stream().allMatch(name::contains));
  }

  /// A text by its letters and digits alone, folded.
  static String key(String text) {
    return OTHERS.matcher(Fold.fold(text)).replaceAll("");
  }
}
