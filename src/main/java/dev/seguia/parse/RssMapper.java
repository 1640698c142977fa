package dev.seguia.parse;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.rss.Category;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Item;
import dev.seguia.feed.ImageUrl;
import dev.seguia.feed.Origin;
import dev.seguia.feed.Person;
import dev.seguia.feed.RawEntry;
import dev.seguia.feed.RawFeed;
import dev.seguia.feed.Text;
import dev.seguia.url.Url;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Maps Rome's model of an RSS document to ours.
final class RssMapper {
  private RssMapper() {}

  static RawFeed.Header header(Channel channel, String format, ElementFacts notes) {
    var image =
        Optional.ofNullable(channel.getImage())
            .flatMap(picture -> Assembler.text(picture.getUrl()));
    var people =
        Stream.of(channel.getManagingEditor(), channel.getWebMaster())
            .flatMap(line -> Assembler.text(line).flatMap(PersonLine::of).stream())
            .limit(1)
            .toList();
    var dublinCore = channel.getModule(DCModule.URI);
    return new RawFeed.Header(
        format,
        notes.fact(ElementFacts.Fact.ID),
        Assembler.title(
            Assembler.firstOf(
                notes.reading("title", channel.getTitle()), notes.text(ElementFacts.Words.TITLE))),
        Assembler.body(
            Assembler.firstOf(
                notes.reading("description", channel.getDescription()),
                notes.text(ElementFacts.Words.SUMMARY))),
        Assembler.text(channel.getLink()).or(() -> notes.fact(ElementFacts.Fact.LINK)),
        notes.fact(ElementFacts.Fact.SELF),
        image
            .flatMap(url -> LinkResolver.resolve(notes.base(), url))
            .filter(ImageUrl::isReal)
            .or(notes::image),
        Assembler.language(
            Assembler.text(channel.getLanguage())
                .filter(Assembler::isLanguage)
                .or(() -> notes.fact(ElementFacts.Fact.LANGUAGE))
                .or(() -> Assembler.text(channel.getLanguage()))),
        Assembler.title(
            Assembler.firstOf(
                notes.reading("copyright", channel.getCopyright()),
                Text.unknown(notes.fact(ElementFacts.Fact.RIGHTS).orElse("")))),
        notes.updated().or(notes::published),
        Assembler.authors(people, dublinCore, notes),
        Assembler.categories(labels(channel.getCategories()), dublinCore, notes));
  }

  static RawEntry entry(Item item, ElementFacts notes) {
    var dublinCore = item.getModule(DCModule.URI);
    var author = Assembler.text(item.getAuthor()).flatMap(PersonLine::of);
    var link = link(item, notes);
    var builder =
        RawEntry.builder()
            .id(id(item, notes))
            .link(link)
            .base(notes.namedBase())
            .title(
                Assembler.title(
                    Assembler.firstOf(
                        notes.reading("title", item.getTitle()),
                        notes.text(ElementFacts.Words.TITLE))))
            .published(notes.published())
            .updated(notes.updated())
            .unreadDate(notes.unreadDate())
            .authors(
                Assembler.authors(
                    author.map(List::of).orElse(List.<Person>of()), dublinCore, notes))
            .categories(Assembler.categories(labels(item.getCategories()), dublinCore, notes))
            .enclosures(notes.enclosures())
            .pictures(notes.pictures(link))
            .comments(
                Assembler.text(item.getComments())
                    .flatMap(url -> LinkResolver.resolve(notes.base(), url))
                    .filter(Url::isWeb)
                    .or(() -> notes.fact(ElementFacts.Fact.COMMENTS)))
            .language(Assembler.language(notes.fact(ElementFacts.Fact.LANGUAGE)))
            .rights(Text.unknown(notes.fact(ElementFacts.Fact.RIGHTS).orElse("")))
            .origin(origin(item));
    texts(builder, item, notes);
    return builder.build();
  }

  private static void texts(RawEntry.Builder entry, Item item, ElementFacts notes) {
    var description =
        item.getDescription() == null
            ? Text.none()
            : notes.reading("description", item.getDescription().getValue());
    var encoded = item.getContent() == null ? Text.none() : Text.html(item.getContent().getValue());
    var full = Assembler.firstOf(encoded, notes.text(ElementFacts.Words.CONTENT));
    var brief = Assembler.firstOf(description, notes.text(ElementFacts.Words.SUMMARY));
    if (!full.isBlank()) entry.content(Assembler.body(full)).summary(Assembler.body(brief));
    else if (!description.isBlank()) entry.content(Assembler.body(description));
    else entry.summary(Assembler.body(brief));
  }

  private static Optional<String> id(Item item, ElementFacts notes) {
    var guid =
        item.getGuid() == null ? Optional.<String>empty() : Assembler.id(item.getGuid().getValue());
    return guid.or(() -> notes.fact(ElementFacts.Fact.ID).flatMap(Assembler::id));
  }

  private static Optional<String> link(Item item, ElementFacts notes) {
    return LinkResolver.best(
        Stream.of(
                notes.fact(ElementFacts.Fact.ORIGINAL_LINK),
                Assembler.text(item.getLink()),
                notes.fact(ElementFacts.Fact.LINK),
                permalink(item, notes.base()),
                notes.fact(ElementFacts.Fact.ID))
            .flatMap(Optional::stream));
  }

  /// RSS 2.0: a guid is the link too, unless it says that it is none.
  private static Optional<String> permalink(Item item, URI base) {
    var guid = item.getGuid();
    if (guid == null || guid.getValue() == null || !guid.isPermaLink()) return Optional.empty();
    var url = guid.getValue().strip();
    if (url.startsWith("/")) return LinkResolver.resolve(base, url);
    return Optional.of(url).filter(Url::isWeb);
  }

  private static Optional<Origin> origin(Item item) {
    var source = item.getSource();
    if (source == null) return Optional.empty();
    var url = Assembler.text(source.getUrl());
    var title = Assembler.text(source.getValue()).orElse("");
    if (url.isEmpty() && title.isEmpty()) return Optional.empty();
    return Optional.of(new Origin(Optional.empty(), title, Optional.empty(), url));
  }

  private static List<String> labels(List<Category> categories) {
    return categories.stream()
        .flatMap(category -> Assembler.text(category.getValue()).stream())
        .toList();
  }
}
