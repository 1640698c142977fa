package dev.seguia.publish;

import dev.seguia.feed.FeedFormat;
import dev.seguia.feed.Tag;
import dev.seguia.feed.TagExpression;
import dev.seguia.publish.OpmlWriter.FeedOutline;
import dev.seguia.publish.OpmlWriter.FolderOutline;
import dev.seguia.store.state.SourceFolder;
import dev.seguia.store.state.StoredSource;
import dev.seguia.store.tag.TagUse;
import dev.seguia.url.BaseUrl;
import dev.seguia.url.PercentEncoding;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The lists of our own feeds, as OPML.
///
/// @param format of the feeds that they name
/// @param language of the names of folders
record FeedLists(FeedFormat format, Locale language, BaseUrl baseUrl) {

  /// All entries, then the tags: in one folder those that the operator's list of sources gives, in
  /// another one all others.
  byte[] ofTags(List<TagUse> tags) {
    var names = Names.of(language);
    return OpmlWriter.feeds(
        List.of(
            feed("Seguia", TagExpression.all()),
            folder(names.ofTheList, tags.stream().filter(TagUse::isOfList)),
            folder(names.others, tags.stream().filter(tag -> !tag.isOfList()))));
  }

  private FolderOutline folder(String title, Stream<TagUse> tags) {
    return new FolderOutline(
        title, tags.map(tag -> feed(tag.label(), TagExpression.of(tag.tag()))).toList());
  }

  /// The feed of a folder, and that of each of its sources, but for those whose addresses let their
  /// readers in.
  byte[] ofFolder(Tag tag, SourceFolder folder) {
    var merged = feed(folder.label(), TagExpression.of(tag));
    var single = folder.sources().stream().filter(StoredSource::isPublic).map(this::feed);
    return OpmlWriter.feeds(
        List.of(
            new FolderOutline(folder.label(), Stream.concat(Stream.of(merged), single).toList())));
  }

  private FeedOutline feed(String title, TagExpression expression) {
    return new FeedOutline(
        title,
        baseUrl.resolve(Publisher.path(expression, format)),
        baseUrl.resolve(Publisher.page(expression)));
  }

  private FeedOutline feed(StoredSource source) {
    return new FeedOutline(
        source.title(),
        baseUrl.resolve("sources/" + source.id() + "." + format.extension()),
        source
            .header()
            .link()
            .map(PercentEncoding.URI::encode)
            .orElse(baseUrl.resolve("sources/" + source.id())));
  }

  /// The names of folders.
  private record Names(String ofTheList, String others) {
    static Names of(Locale language) {
      return switch (language.getLanguage()) {
        case "fr" -> new Names("Dossiers", "Thèmes");
        case "ar" -> new Names("المجلدات", "الوسوم");
        default -> new Names("Folders", "Tags");
      };
    }
  }
}
