package dev.seguia.normalise;

import dev.seguia.feed.Entry;
import dev.seguia.feed.Feed;
import dev.seguia.feed.LinkRules;
import dev.seguia.feed.RawEntry;
import dev.seguia.feed.RawFeed;
import dev.seguia.feed.Text;
import java.util.Optional;

/// Cleans a source's document: safe HTML, plain texts, absolute URLs.
///
/// [#normalise(RawFeed, LinkRules, Optional)] does all of it. A poll that brings two new entries
/// beside forty known ones asks for its parts instead: first [#learn(RawFeed, LinkRules)], which is
/// cheap, then [#entry(RawFeed, RawEntry, LinkRules, Optional)] for those that are new.
public final class Normaliser {
  /// Limit: characters of a title; a longer one is truncated.
  private static final int LONGEST_TITLE = 1_000;

  /// Limit: characters of a summary; a longer one is truncated.
  private static final int LONGEST_SUMMARY = 2_000;

  private static final int LONGEST_RIGHTS = 1_000;

  /// The clean form of a whole document.
  public Feed normalise(RawFeed feed, LinkRules rules) {
    return normalise(feed, rules, Optional.empty());
  }

  /// The clean form of a whole document.
  ///
  /// @param language of the entries that name none themselves, as the source's settings have it
  public Feed normalise(RawFeed feed, LinkRules rules, Optional<String> language) {
    return new Feed(
        header(feed),
        feed.entries().stream().map(entry -> entry(feed, entry, rules, language)).toList());
  }

  /// The link rules of a source after this document.
  public LinkRules learn(RawFeed feed, LinkRules before) {
    return LinkLearner.learn(feed, before);
  }

  /// The clean header of a document.
  public Feed.Header header(RawFeed feed) {
    var header = feed.header();
    var links = LinkReader.of(feed);
    return new Feed.Header(
        header.id().flatMap(Ids::bounded),
        PlainText.of(header.title(), LONGEST_TITLE),
        PlainText.of(header.description(), LONGEST_SUMMARY),
        header.link().flatMap(links::link),
        header.self().flatMap(links::url),
        header.image().flatMap(links::image),
        header.language().flatMap(LanguageDetector::tag),
        PlainText.of(header.rights(), LONGEST_RIGHTS),
        header.updated(),
        PersonCleaner.of(header.authors(), links));
  }

  /// A clean entry of a document.
  ///
  /// @param rules what has been learnt of the source's links, this document included
  public Entry entry(RawFeed feed, RawEntry raw, LinkRules rules) {
    return entry(feed, raw, rules, Optional.empty());
  }

  /// A clean entry of a document.
  ///
  /// @param rules what has been learnt of the source's links, this document included
  /// @param language of the entry if it names none itself, as the source's settings have it
  public Entry entry(RawFeed feed, RawEntry raw, LinkRules rules, Optional<String> language) {
    var links = LinkReader.of(feed, raw);
    var title = PlainText.of(raw.title(), LONGEST_TITLE);
    var fullest = raw.content().isBlank() ? raw.summary() : raw.content();
    var body = HtmlBody.of(fullest, links.base());
    // A content of counters and spacers alone says nothing.
    if (body.html().isEmpty() && !raw.summary().isBlank())
      body = HtmlBody.of(raw.summary(), links.base());
    var summary = summary(raw.summary(), fullest, body.text());
    var pictures = new Pictures(feed, raw, links, body.html());
    var picture = pictures.best(title, summary);
    return new Entry(
        raw.id().flatMap(Ids::bounded),
        raw.link().flatMap(links::link),
        raw.link().flatMap(links::url).map(link -> links.key(link, rules)),
        title,
        summary,
        body.html(),
        raw.published(),
        raw.updated(),
        PersonCleaner.of(raw.authors(), links),
        Categories.of(raw.categories()),
        pictures.others(Enclosures.of(raw.enclosures(), links), picture),
        picture,
        raw.comments().flatMap(links::link),
        language(feed, raw, language, title, body.text()),
        PlainText.of(raw.rights(), LONGEST_RIGHTS),
        raw.origin().map(origin -> Origins.of(origin, links)));
  }

  /// The source's own short form if it is one, else the beginning of the content.
  private static String summary(Text own, Text fullest, String content) {
    if (own.isBlank() || own.value().equals(fullest.value())) return Teaser.of(content);
    var summary = PlainText.of(own, LONGEST_SUMMARY);
    return summary.isEmpty() || summary.equals(content) ? Teaser.of(content) : summary;
  }

  private static Optional<String> language(
      RawFeed feed, RawEntry raw, Optional<String> configured, String title, String content) {
    var own =
        raw.language()
            .flatMap(LanguageDetector::tag)
            .or(() -> configured.flatMap(LanguageDetector::tag));
    if (own.isPresent()) return own;
    // Many programs call every feed that they write English.
    return feed.header()
        .language()
        .flatMap(LanguageDetector::tag)
        .filter(language -> LanguageDetector.fits(language, title, content))
        .or(() -> LanguageDetector.guess(title, content));
  }
}
