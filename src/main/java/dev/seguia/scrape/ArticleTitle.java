package dev.seguia.scrape;

import dev.seguia.feed.Fold;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/// The title of an article, without the name of its site.
///
/// @param names by which the site calls itself
/// @param hostNames those of them that its host has
/// @param headings what the page shows as its largest headings
/// @param headlines what the page tells machines to be the headline alone
/// @param labels by which it names its sections and authors, folded
record ArticleTitle(
    List<String> names,
    List<String> hostNames,
    List<String> headings,
    List<String> headlines,
    List<String> labels) {
  private static final int LONGEST = 500;

  /// Headings and headlines that are looked at.
  private static final int MOST = 20;

  /// A heading of fewer characters may be in a title by chance.
  private static final int SURE = 10;

  private static final Pattern SEPARATOR =
      Pattern.compile("\\s[-–—|•·:»«/]{1,2}\\s|\\s?[|｜ㅣ]\\s?|:\\s");

  /// What a title may have behind the headline: the section, the site.
  private static final Pattern RUBRIC =
      Pattern.compile("\\s?[-–—|•·:»/｜ㅣ]\\s?\\S+(?:\\s\\S+){0,3}");

  /// Search engines want no more than 110 characters: what is as long may be cut off.
  private static final int CUT = 100;

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

  /// What is written for readers elsewhere, rather than for search engines.
  private static final List<String> EDITORIAL =
      List.of("sailthru.title", "parsely-title", "twitter:title");

  /// Names of front pages, folded.
  private static final Set<String> FRONT_PAGES =
      Set.of("home", "homepage", "accueil", "startseite", "inicio", "الرييسيه");

  private static final List<String> LABELS =
      List.of("article:section", "parsely-section", "author", "article:author", "dc.creator");

  private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final List<String> META =
      List.of("dc.title", "og:title", "parsely-title", "sailthru.title", "twitter:title", "title");

  static Optional<String> of(
      WebPage page, Optional<Thing> thing, MetaTags meta, Optional<String> site) {
    var title =
        new ArticleTitle(
            names(page.location(), site),
            names(page.location(), Optional.empty()),
            headings(page, "h1"),
            headlines(thing, meta),
            labels(page, thing, meta));
    return Stream.of(
            title.editorial(page, meta).stream(),
            meta.all(META),
            thing.stream().flatMap(article -> article.texts("headline").stream()),
            title.repeatedHeading(page.document().title()).stream(),
            title.fullerHeading(page).stream(),
            title.shortened(page.document().title()).stream(),
            title.headings.stream(),
            thing.stream().flatMap(article -> article.texts("name").stream()))
        .flatMap(texts -> texts)
        .map(ArticleTitle::plain)
        .map(title::withoutSite)
        .filter(text -> !text.isEmpty() && !title.isSite(text))
        .findFirst()
        .map(title::whole);
  }

  /// The headline, where heading and headline agree and Open Graph only repeats the page's `title`,
  /// which is written for search engines.
  private Optional<String> editorial(WebPage page, MetaTags meta) {
    var forSearch = meta.first(List.of("og:title")).map(text -> key(withoutSite(plain(text))));
    var pageTitle = key(withoutSite(plain(page.document().title())));
    if (forSearch.isEmpty() || !forSearch.get().equals(pageTitle) || isHeading(pageTitle))
      return Optional.empty();
    return Stream.concat(headlines.stream(), meta.all(EDITORIAL))
        .filter(headline -> isShown(headline) && !key(headline).equals(pageTitle))
        .findFirst();
  }

  /// The heading or headline of which a title that was cut off is the beginning.
  private String whole(String text) {
    var end = text.endsWith("…") ? 1 : text.endsWith("...") ? 3 : 0;
    var beginning = text.substring(0, text.length() - end).strip();
    if (end == 0 || beginning.length() < SURE) return text;
    return Stream.concat(headlines.stream(), headings.stream())
        .filter(longer -> longer.length() > text.length() && longer.startsWith(beginning))
        .findFirst()
        .orElse(text);
  }

  private static List<String> names(URI location, Optional<String> site) {
    var names = new ArrayList<String>();
    site.map(ArticleTitle::key).ifPresent(names::add);
    var host = Objects.requireNonNullElse(location.getHost(), "").toLowerCase(Locale.ROOT);
    var bare = host.replaceFirst("^www\\.", "");
    names.add(key(bare));
    for (var label : bare.split("\\.", -1)) names.add(key(label));
    return names.stream().filter(name -> name.length() > 1).toList();
  }

  private static List<String> headings(WebPage page, String tag) {
    return page.document().getElementsByTag(tag).stream()
        .limit(MOST)
        .map(heading -> Words.of(heading, LONGEST))
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static List<String> headlines(Optional<Thing> thing, MetaTags meta) {
    return Stream.concat(
            thing.stream().flatMap(article -> article.texts("headline").stream()),
            meta.all(List.of("headline")))
        .map(ArticleTitle::plain)
        .filter(text -> text.length() >= SURE && text.length() < CUT)
        .limit(MOST)
        .toList();
  }

  private static List<String> labels(WebPage page, Optional<Thing> thing, MetaTags meta) {
    var sections =
        Stream.of("articleSection", "author")
            .flatMap(property -> thing.stream().flatMap(one -> one.texts(property).stream()));
    var crumbs =
        page.document().select("[class*=breadcrumb] a, [itemtype$=BreadcrumbList] a").stream()
            .limit(MOST)
            .map(link -> Words.of(link, LONGEST));
    return Stream.of(meta.all(LABELS), sections, crumbs)
        .flatMap(texts -> texts.limit(MOST))
        .map(ArticleTitle::key)
        .filter(label -> label.length() > 1)
        .distinct()
        .toList();
  }

  /// Some write entities twice, and some markup.
  private static String plain(String text) {
    var cut = text.length() > 4 * LONGEST ? text.substring(0, 4 * LONGEST) : text;
    var plain = cut.indexOf('&') >= 0 || cut.contains("</") ? Jsoup.parse(cut).text() : cut;
    return Words.line(plain);
  }

  /// The heading that the page's `title` repeats.
  private Optional<String> repeatedHeading(String pageTitle) {
    var whole = key(pageTitle);
    return headings.stream()
        .filter(heading -> heading.length() >= SURE && isMost(key(heading), whole))
        .findFirst();
  }

  /// What stands at the end of a title and is the lesser part of it is the site.
  private static boolean isMost(String heading, String title) {
    var at = title.indexOf(heading);
    return at == 0 || (at > 0 && (at < heading.length() || at + heading.length() < title.length()));
  }

  /// The heading that says more than what the page's `title` has beside the site:
  /// `Vereinsgeschichte` for `Geschichte - Verein`.
  private Optional<String> fullerHeading(WebPage page) {
    var parts = SEPARATOR.splitAsStream(plain(page.document().title())).map(String::strip).toList();
    var ofArticle =
        parts.stream().filter(part -> !isLikeSite(part)).map(ArticleTitle::key).toList();
    if (ofArticle.size() != 1 || parts.size() == 1 || ofArticle.getFirst().length() < SURE)
      return Optional.empty();
    var shown = headings.isEmpty() ? headings(page, "h2") : headings;
    return shown.stream()
        .filter(heading -> key(heading).contains(ofArticle.getFirst()))
        .findFirst();
  }

  /// Where nothing else tells, a few words behind the last bar of a long title are the site, and
  /// what stands between bars before it is the section.
  private Optional<String> shortened(String pageTitle) {
    var text = withoutSite(plain(pageTitle));
    var bar =
        Math.max(
            text.lastIndexOf(" | "), Math.max(text.lastIndexOf(" – "), text.lastIndexOf(" - ")));
    while (bar > 0 && isLong(text.substring(0, bar), text.substring(bar + 3))) {
      text = text.substring(0, bar).strip();
      bar = text.lastIndexOf(" | ");
    }
    return Optional.of(text).filter(title -> !title.isEmpty());
  }

  private static boolean isLong(String head, String tail) {
    return words(head) >= 4 && words(tail) <= 3;
  }

  private static int words(String text) {
    return text.isBlank() ? 0 : text.strip().split(" ").length;
  }

  private String withoutSite(String text) {
    for (var headline : headlines)
      if (text.startsWith(headline) && RUBRIC.matcher(text.substring(headline.length())).matches())
        return headline;
    var cuts = SEPARATOR.matcher(text).results().toList();
    if (cuts.isEmpty()) return text;
    var head = text.substring(0, cuts.getLast().start()).strip();
    var tail = text.substring(cuts.getFirst().end()).strip();
    if (isNameBehind(text.substring(cuts.getLast().end()).strip())) return withoutSite(head);
    if (isSite(text.substring(0, cuts.getFirst().start()))) return withoutSite(tail);
    for (var cut : cuts) {
      var before = text.substring(0, cut.start()).strip();
      var behind = text.substring(cut.end()).strip();
      if (isShown(before)) return before;
      if (isShown(behind)) return behind;
    }
    return text;
  }

  /// Whether what stands behind a title is the site, a section, an author, or a day.
  private boolean isNameBehind(String tail) {
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

  /// Where one side of a separator is a heading, the other one is the site or the section.
  private boolean isShown(String part) {
    return part.length() >= SURE && isHeading(key(part));
  }

  private boolean isHeading(String key) {
    return headings.stream().anyMatch(heading -> key(heading).equals(key));
  }

  private boolean isSite(String text) {
    var key = key(text);
    return key.length() > 1 && names.stream().anyMatch(name -> name.equals(key));
  }

  /// Whether a text has the words of the site's host, or is made of them.
  private boolean isLikeSite(String text) {
    var words = Stream.of(text.split(" ", -1)).map(ArticleTitle::key).toList();
    return names.stream()
        .filter(name -> name.length() >= SURE)
        .anyMatch(name -> key(text).contains(name) || words.stream().allMatch(name::contains));
  }

  private static String key(String text) {
    return OTHERS.matcher(Fold.fold(text)).replaceAll("");
  }
}
