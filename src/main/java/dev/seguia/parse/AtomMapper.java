package dev.seguia.parse;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndPerson;
import dev.seguia.feed.Enclosure;
import dev.seguia.feed.Origin;
import dev.seguia.feed.Person;
import dev.seguia.feed.RawEntry;
import dev.seguia.feed.RawFeed;
import dev.seguia.feed.Text;
import dev.seguia.url.Url;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Maps Rome's model of an Atom document to ours.
final class AtomMapper {
  private AtomMapper() {}

  private static final Pattern PROGRAM_KEY = Pattern.compile("[0-9a-fA-F-]{16,}");

  static RawFeed.Header header(Feed feed, String format, ElementFacts notes) {
    var dublinCore = feed.getModule(DCModule.URI);
    return new RawFeed.Header(
        format,
        Assembler.id(feed.getId()).or(() -> notes.fact(ElementFacts.Fact.ID)),
        Assembler.title(
            Assembler.firstOf(text(feed.getTitleEx()), notes.text(ElementFacts.Words.TITLE))),
        Assembler.body(
            Assembler.firstOf(text(feed.getSubtitle()), notes.text(ElementFacts.Words.SUMMARY))),
        page(feed.getAlternateLinks(), notes.fact(ElementFacts.Fact.LANGUAGE).orElse(""))
            .or(() -> notes.fact(ElementFacts.Fact.LINK)),
        link(feed.getOtherLinks(), "self"),
        notes.image(),
        Assembler.language(notes.fact(ElementFacts.Fact.LANGUAGE)),
        rights(notes),
        notes.updated().or(notes::published),
        Assembler.authors(people(feed.getAuthors()), dublinCore, notes),
        Assembler.categories(labels(feed.getCategories()), dublinCore, notes));
  }

  /// @param feed whose people stand for those that the entry lacks (RFC 4287 section 4.2.1)
  static RawEntry entry(Entry entry, ElementFacts notes, RawFeed.Header feed) {
    var dublinCore = entry.getModule(DCModule.URI);
    var authors = Assembler.authors(people(entry.getAuthors()), dublinCore, notes);
    var content = content(entry);
    var language = notes.fact(ElementFacts.Fact.LANGUAGE).or(feed::language);
    var link = link(entry, notes, language.orElse(""));
    return RawEntry.builder()
        .id(Assembler.id(entry.getId()).or(() -> notes.fact(ElementFacts.Fact.ID)))
        .link(link)
        .base(notes.namedBase())
        .title(
            Assembler.title(
                Assembler.firstOf(text(entry.getTitleEx()), notes.text(ElementFacts.Words.TITLE))))
        .summary(
            Assembler.body(
                Assembler.firstOf(
                    text(entry.getSummary()), notes.text(ElementFacts.Words.SUMMARY))))
        .content(Assembler.body(Assembler.firstOf(content, notes.text(ElementFacts.Words.CONTENT))))
        .published(notes.published())
        .updated(notes.updated())
        .unreadDate(notes.unreadDate())
        .authors(authors.isEmpty() ? feed.authors() : authors)
        .categories(Assembler.categories(labels(entry.getCategories()), dublinCore, notes))
        .enclosures(enclosures(entry, notes))
        .pictures(notes.pictures(link))
        .comments(link(entry.getOtherLinks(), "replies"))
        .language(Assembler.language(notes.fact(ElementFacts.Fact.LANGUAGE)))
        .rights(rights(notes))
        .origin(origin(entry.getSource(), language.orElse("")))
        .build();
  }

  private static Text content(Entry entry) {
    return entry.getContents().stream()
        .map(AtomMapper::text)
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse(Text.none());
  }

  private static Text text(@Nullable Content content) {
    if (content == null || content.getValue() == null) return Text.none();
    return Content.HTML.equals(content.getType())
        ? Text.html(content.getValue())
        : Text.plain(content.getValue());
  }

  private static Text rights(ElementFacts notes) {
    return notes
        .fact(ElementFacts.Fact.RIGHTS)
        .map(value -> notes.isMarkup("rights") ? Text.html(value) : Text.plain(value))
        .orElse(Text.none());
  }

  private static Optional<String> link(Entry entry, ElementFacts notes, String language) {
    return LinkResolver.best(
        Stream.of(
                notes.fact(ElementFacts.Fact.ORIGINAL_LINK),
                page(entry.getAlternateLinks(), language),
                notes.fact(ElementFacts.Fact.LINK),
                Assembler.id(entry.getId()))
            .flatMap(Optional::stream));
  }

  /// Of several pages that a browser opens (RFC 4287 sections 4.1.2 and 4.2.7.2) one in HTML, and
  /// of these one in the language of the document.
  private static Optional<String> page(List<Link> alternates, String language) {
    return alternates.stream()
        .filter(link -> link.getHref() != null && Url.isWeb(link.getHref().strip()))
        .min(
            Comparator.comparing((Link link) -> !isPage(link))
                .thenComparing(link -> !isIn(language, link)))
        .map(Link::getHref);
  }

  private static boolean isPage(Link link) {
    return link.getType() == null || link.getType().isBlank() || link.getType().contains("html");
  }

  /// A link that names no language is in any.
  private static boolean isIn(String language, Link link) {
    var own = link.getHreflang();
    return own == null
        || own.isBlank()
        || language.isEmpty()
        || own.regionMatches(true, 0, language, 0, Math.min(2, language.length()));
  }

  private static Optional<String> link(List<Link> others, String relation) {
    return others.stream()
        .filter(link ->
            relation.equals(link.getRel())
                && link.getHref() != null
                && Url.isWeb(link.getHref().strip()))
        .min((one, other) -> Boolean.compare(isFeed(one), isFeed(other)))
        .map(Link::getHref);
  }

  private static boolean isFeed(Link link) {
    return link.getType() != null && link.getType().contains("xml");
  }

  private static List<Enclosure> enclosures(Entry entry, ElementFacts notes) {
    var enclosures = new ArrayList<Enclosure>();
    for (var link : entry.getOtherLinks())
      if ("enclosure".equals(link.getRel()) && link.getHref() != null && !link.getHref().isBlank())
        notes.enclosure(link.getHref(), link.getType(), String.valueOf(link.getLength()));
    enclosures.addAll(notes.enclosures());
    return enclosures;
  }

  private static Optional<Origin> origin(@Nullable Feed source, String language) {
    if (source == null) return Optional.empty();
    return Optional.of(
        new Origin(
            Assembler.id(source.getId()),
            text(source.getTitleEx()).value().strip(),
            page(source.getAlternateLinks(), language),
            link(source.getOtherLinks(), "self")));
  }

  private static List<Person> people(List<SyndPerson> people) {
    return people.stream()
        .flatMap(person ->
            PersonLine.of(person.getName(), person.getEmail(), Optional.ofNullable(person.getUri()))
                .stream())
        .toList();
  }

  /// The term names the category; the label stands for it where the term is for programs only.
  private static List<String> labels(List<Category> categories) {
    return categories.stream().flatMap(category -> label(category).stream()).toList();
  }

  private static Optional<String> label(Category category) {
    var term = Assembler.text(category.getTerm());
    var label = Assembler.text(category.getLabel());
    return term.filter(text -> label.isEmpty() || !isForPrograms(text)).or(() -> label);
  }

  /// An address, a number or a key.
  private static boolean isForPrograms(String term) {
    return term.contains("://")
        || term.startsWith("urn:")
        || term.chars().noneMatch(Character::isLetter)
        || PROGRAM_KEY.matcher(term).matches();
  }
}
