package dev.seguia.scrape.article;

import dev.seguia.scrape.BoundedText;
import dev.seguia.scrape.MetaTags;
import dev.seguia.scrape.SchemaItem;
import dev.seguia.scrape.WebPage;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/// Finds the title of an article, without the name of its site.
///
/// @param site what pages of its site have around titles
/// @param pageTitle what the page has in its `title`
/// @param headings what the page shows as its largest headings
/// @param headlines what the page tells machines to be the headline alone
/// @param names of the article that are parts of the page's `title`, folded
record ArticleTitle(
    SiteNames site,
    String pageTitle,
    List<String> headings,
    List<String> headlines,
    List<String> names) {
  private static final int LONGEST = 500;

  /// Headings, headlines and separators that are looked at: a hostile page has any number.
  private static final int MOST = 20;

  /// A heading of fewer characters may be in a title by chance.
  private static final int SURE = 10;

  /// In words; a title of fewer may be the beginning of another by chance.
  private static final int LONG = 4;

  /// What joins the second half of a headline to the first.
  private static final String GOES_ON = ",;:";

  /// Between headline, section and site. Chinese, Japanese and Korean have no blanks around it.
  private static final Pattern SEPARATOR =
      Pattern.compile(
          "\\s[-–—|•·⋅:»«›‹>~/]{1,2}\\s|\\s?[|｜ㅣ]\\s?|:\\s|\\s[-–—]|[-–—]\\s"
              + "|[-–—_]{1,2}(?=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}])");

  private static final Pattern PUNCTUATION = Pattern.compile("[\\p{P}\\p{Sk}]+");

  /// What a title may have behind the headline: the section, the site.
  private static final Pattern RUBRIC =
      Pattern.compile("\\s?[-–—|•·:»/｜ㅣ]\\s?\\S+(?:\\s\\S+){0,3}");

  /// Search engines want no more than 110 characters: what is as long may be cut off.
  private static final int CUT = 100;

  /// What is written for readers elsewhere, rather than for search engines.
  private static final List<String> EDITORIAL =
      List.of("sailthru.title", "parsely-title", "twitter:title");

  private static final List<String> META =
      List.of("dc.title", "og:title", "parsely-title", "sailthru.title", "twitter:title", "title");

  static Optional<String> of(
      WebPage page, Optional<SchemaItem> thing, MetaTags meta, Optional<String> site) {
    var pageTitle = plain(page.document().title());
    var title =
        new ArticleTitle(
            SiteNames.of(page, thing, meta, site),
            pageTitle,
            headings(page, "h1"),
            headlines(thing, meta),
            names(thing, pageTitle));
    return Stream.of(
            title.editorial(meta).stream(),
            meta.all(META),
            thing.stream().flatMap(article -> article.texts("headline").stream()),
            title.repeatedHeading().stream(),
            title.fullerHeading(page).stream(),
            title.longerHeading().stream(),
            title.shortened().stream(),
            title.headings.stream(),
            thing.stream().flatMap(article -> article.texts("name").stream()))
        .flatMap(texts -> texts)
        .map(ArticleTitle::plain)
        .map(title::spelt)
        .map(title::withoutLabel)
        .filter(text -> !text.isEmpty() && !title.site.isSite(text))
        .findFirst()
        .map(title::whole);
  }

  /// The headline, where heading and headline agree and Open Graph only repeats the page's `title`,
  /// which is written for search engines.
  private Optional<String> editorial(MetaTags meta) {
    var forSearch =
        meta.first(List.of("og:title")).map(text -> SiteNames.key(withoutSite(plain(text))));
    var repeated = SiteNames.key(withoutSite(pageTitle));
    if (forSearch.isEmpty() || !forSearch.get().equals(repeated) || isHeading(repeated))
      return Optional.empty();
    return Stream.concat(headlines.stream(), meta.all(EDITORIAL))
        .filter(headline -> isShown(headline) && !SiteNames.key(headline).equals(repeated))
        .findFirst();
  }

  /// The text without the site. Where it repeats the page's `title`, a template made it, which
  /// types `'` and `-` where the heading has `’` and `–`: the heading's spelling is the editors'.
  private String spelt(String text) {
    var headline = withoutSite(text);
    if (headline.equals(text) || !text.equals(pageTitle)) return headline;
    var typed = typed(headline);
    return headings.stream()
        .filter(heading -> typed(heading).equals(typed))
        .findFirst()
        .orElse(headline);
  }

  /// The headline behind a label, as in `Hail at last?: Rain returns`, where the name that the
  /// article itself has and the page's `title` do without the label.
  private String withoutLabel(String text) {
    if (names.isEmpty() || SiteNames.key(pageTitle).contains(SiteNames.key(text))) return text;
    return SEPARATOR
        .matcher(text)
        .results()
        .limit(MOST)
        .map(cut -> text.substring(cut.end()).strip())
        .filter(headline -> names.contains(SiteNames.key(headline)))
        .findFirst()
        .orElse(text);
  }

  /// A text with one sign for all punctuation.
  private static String typed(String text) {
    return PUNCTUATION.matcher(text).replaceAll("-");
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

  private static List<String> headings(WebPage page, String tag) {
    return page.document().getElementsByTag(tag).stream()
        .limit(MOST)
        .map(heading -> BoundedText.of(heading, LONGEST))
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static List<String> headlines(Optional<SchemaItem> thing, MetaTags meta) {
    return Stream.concat(
            thing.stream().flatMap(article -> article.texts("headline").stream()),
            meta.all(List.of("headline")))
        .map(ArticleTitle::plain)
        .filter(text -> text.length() >= SURE && text.length() < CUT)
        .limit(MOST)
        .toList();
  }

  private static List<String> names(Optional<SchemaItem> thing, String pageTitle) {
    var parts = SEPARATOR.splitAsStream(pageTitle).map(SiteNames::key).toList();
    return Stream.of("headline", "name")
        .flatMap(property -> thing.stream().flatMap(one -> one.texts(property).stream()))
        .limit(MOST)
        .map(ArticleTitle::plain)
        .filter(name -> name.length() >= SURE)
        .map(SiteNames::key)
        .filter(parts::contains)
        .toList();
  }

  /// Some write entities twice, and some markup.
  private static String plain(String text) {
    var cut = text.length() > 4 * LONGEST ? text.substring(0, 4 * LONGEST) : text;
    var plain = cut.indexOf('&') >= 0 || cut.contains("</") ? Jsoup.parse(cut).text() : cut;
    return BoundedText.line(plain);
  }

  /// The heading that the page's `title` repeats.
  private Optional<String> repeatedHeading() {
    var whole = SiteNames.key(pageTitle);
    return headings.stream()
        .filter(heading -> heading.length() >= SURE && isMost(SiteNames.key(heading), whole))
        .findFirst()
        .map(this::withColon);
  }

  /// A heading of which kicker and headline are elements of their own has no colon between them;
  /// the page's `title` has it.
  private String withColon(String heading) {
    var title = withoutSite(pageTitle);
    return title.replace(": ", " ").equals(heading) ? title : heading;
  }

  /// What stands at the end of a title and is the lesser part of it is the site.
  private static boolean isMost(String heading, String title) {
    var at = title.indexOf(heading);
    return at == 0 || (at > 0 && (at < heading.length() || at + heading.length() < title.length()));
  }

  /// The heading that says more than what the page's `title` has beside the site:
  /// `Vereinsgeschichte` for `Geschichte - Verein`.
  private Optional<String> fullerHeading(WebPage page) {
    var parts = SEPARATOR.splitAsStream(pageTitle).map(String::strip).toList();
    var ofArticle =
        parts.stream().filter(part -> !site.isLikeSite(part)).map(SiteNames::key).toList();
    if (ofArticle.size() != 1 || parts.size() == 1 || ofArticle.getFirst().length() < SURE)
      return Optional.empty();
    var shown = headings.isEmpty() ? headings(page, "h2") : headings;
    return shown.stream()
        .filter(heading -> SiteNames.key(heading).contains(ofArticle.getFirst()))
        .findFirst();
  }

  /// The heading that goes on where the page's `title` ends: `Rain returns to the hills, and hail`.
  private Optional<String> longerHeading() {
    var title = withoutSite(pageTitle);
    if (words(title) < LONG) return Optional.empty();
    return headings.stream()
        .filter(heading -> heading.length() > title.length() && heading.startsWith(title))
        .filter(heading -> GOES_ON.indexOf(heading.charAt(title.length())) >= 0)
        .findFirst();
  }

  /// Where nothing else tells, a few words behind the last bar of a long title are the site, and
  /// what stands between bars before it is the section.
  private Optional<String> shortened() {
    var text = withoutSite(pageTitle);
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
    return words(head) >= LONG && words(tail) <= 3;
  }

  private static int words(String text) {
    return text.isBlank() ? 0 : text.strip().split(" ").length;
  }

  private String withoutSite(String text) {
    for (var headline : headlines)
      if (text.startsWith(headline) && RUBRIC.matcher(text.substring(headline.length())).matches())
        return headline;
    var cuts = SEPARATOR.matcher(text).results().limit(MOST + 1).toList();
    if (cuts.isEmpty() || cuts.size() > MOST) return text;
    var head = text.substring(0, cuts.getLast().start()).strip();
    var tail = text.substring(cuts.getFirst().end()).strip();
    if (site.isNameBehind(text.substring(cuts.getLast().end()).strip())) return withoutSite(head);
    if (site.isSite(text.substring(0, cuts.getFirst().start()))) return withoutSite(tail);
    for (var cut : cuts) {
      var before = text.substring(0, cut.start()).strip();
      var behind = text.substring(cut.end()).strip();
      if (isShown(before)) return before;
      if (isShown(behind)) return behind;
    }
    return text;
  }

  /// Where one side of a separator is a heading, the other one is the site or the section.
  private boolean isShown(String part) {
    return part.length() >= SURE && isHeading(SiteNames.key(part));
  }

  private boolean isHeading(String key) {
    return headings.stream().anyMatch(heading -> SiteNames.key(heading).equals(key));
  }
}
