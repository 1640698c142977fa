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
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Says in our own words what Rome has read of an RSS document.
final class RssMapper {
  private RssMapper() {}

  static RawFeed.Header header(Channel channel, String format, Notes notes) {
    var image =
        Optional.ofNullable(channel.getImage()).flatMap(picture -> Gathered.text(picture.getUrl()));
    var people =
        Stream.of(channel.getManagingEditor(), channel.getWebMaster())
            .flatMap(line -> Gathered.text(line).flatMap(People::of).stream())
            .limit(1)
            .toList();
    var dublinCore = channel.getModule(DCModule.URI);
    return new RawFeed.Header(
        format,
        notes.fact(Notes.Fact.ID),
        Gathered.title(
            Gathered.firstOf(
                notes.reading("title", channel.getTitle()), notes.text(Notes.Words.TITLE))),
        Gathered.body(
            Gathered.firstOf(
                notes.reading("description", channel.getDescription()),
                notes.text(Notes.Words.SUMMARY))),
        Gathered.text(channel.getLink()).or(() -> notes.fact(Notes.Fact.LINK)),
        notes.fact(Notes.Fact.SELF),
        image
            .flatMap(url -> Links.resolve(notes.base(), url))
            .filter(ImageUrl::isReal)
            .or(notes::image),
        Gathered.language(
            Gathered.text(channel.getLanguage())
                .filter(Gathered::isLanguage)
                .or(() -> notes.fact(Notes.Fact.LANGUAGE))
                .or(() -> Gathered.text(channel.getLanguage()))),
        Gathered.title(
            Gathered.firstOf(
                notes.reading("copyright", channel.getCopyright()),
                Text.unknown(notes.fact(Notes.Fact.RIGHTS).orElse("")))),
        notes.updated().or(notes::published),
        Gathered.authors(people, dublinCore, notes),
        Gathered.categories(labels(channel.getCategories()), dublinCore, notes));
  }

  static RawEntry entry(Item item, Notes notes) {
    var dublinCore = item.getModule(DCModule.URI);
    var author = Gathered.text(item.getAuthor()).flatMap(People::of);
    var link = link(item, notes);
    var builder =
        RawEntry.builder()
            .id(id(item, notes))
            .link(link)
            .base(notes.namedBase())
            .title(
                Gathered.title(
                    Gathered.firstOf(
                        notes.reading("title", item.getTitle()), notes.text(Notes.Words.TITLE))))
            .published(notes.published())
            .updated(notes.updated())
            .unreadDate(notes.unreadDate())
            .authors(
                Gathered.authors(author.map(List::of).orElse(List.<Person>of()), dublinCore, notes))
            .categories(Gathered.categories(labels(item.getCategories()), dublinCore, notes))
            .enclosures(notes.enclosures())
            .image(notes.image(link))
            .comments(
                Gathered.text(item.getComments())
                    .flatMap(url -> Links.resolve(notes.base(), url))
                    .filter(Links::isWeb)
                    .or(() -> notes.fact(Notes.Fact.COMMENTS)))
            .language(Gathered.language(notes.fact(Notes.Fact.LANGUAGE)))
            .rights(Text.unknown(notes.fact(Notes.Fact.RIGHTS).orElse("")))
            .origin(origin(item));
    texts(builder, item, notes);
    return builder.build();
  }

  private static void texts(RawEntry.Builder entry, Item item, Notes notes) {
    var description =
        item.getDescription() == null
            ? Text.none()
            : notes.reading("description", item.getDescription().getValue());
    var encoded = item.getContent() == null ? Text.none() : Text.html(item.getContent().getValue());
    var full = Gathered.firstOf(encoded, notes.text(Notes.Words.CONTENT));
    var brief = Gathered.firstOf(description, notes.text(Notes.Words.SUMMARY));
    if (!full.isBlank()) entry.content(Gathered.body(full)).summary(Gathered.body(brief));
    else if (!description.isBlank()) entry.content(Gathered.body(description));
    else entry.summary(Gathered.body(brief));
  }

  private static Optional<String> id(Item item, Notes notes) {
    var guid =
        item.getGuid() == null ? Optional.<String>empty() : Gathered.id(item.getGuid().getValue());
    return guid.or(() -> notes.fact(Notes.Fact.ID).flatMap(Gathered::id));
  }

  private static Optional<String> link(Item item, Notes notes) {
    return Links.best(
        Stream.of(
                notes.fact(Notes.Fact.ORIGINAL_LINK),
                Gathered.text(item.getLink()),
                notes.fact(Notes.Fact.LINK),
                permalink(item, notes.base()),
                notes.fact(Notes.Fact.ID))
            .flatMap(Optional::stream));
  }

  /// RSS 2.0: a guid is the link too, unless it says that it is none.
  private static Optional<String> permalink(Item item, URI base) {
    var guid = item.getGuid();
    if (guid == null || guid.getValue() == null || !guid.isPermaLink()) return Optional.empty();
    var url = guid.getValue().strip();
    if (url.startsWith("/")) return Links.resolve(base, url);
    return Optional.of(url).filter(Links::isWeb);
  }

  private static Optional<Origin> origin(Item item) {
    var source = item.getSource();
    if (source == null) return Optional.empty();
    var url = Gathered.text(source.getUrl());
    var title = Gathered.text(source.getValue()).orElse("");
    if (url.isEmpty() && title.isEmpty()) return Optional.empty();
    return Optional.of(new Origin(Optional.empty(), title, Optional.empty(), url));
  }

  private static List<String> labels(List<Category> categories) {
    return categories.stream()
        .flatMap(category -> Gathered.text(category.getValue()).stream())
        .toList();
  }
}
