package dev.seguia.publish;

import dev.seguia.config.FeedSettings;
import dev.seguia.feed.EntryFilter;
import dev.seguia.feed.FeedFormat;
import dev.seguia.feed.Tag;
import dev.seguia.feed.TagExpression;
import dev.seguia.memory.MemoryShare;
import dev.seguia.store.EntryStore;
import dev.seguia.store.database.StoreException;
import dev.seguia.store.entry.StoredEntry;
import dev.seguia.store.entry.StoryGroup;
import dev.seguia.store.state.StoredSource;
import dev.seguia.url.BaseUrl;
import dev.seguia.url.PercentEncoding;
import dev.seguia.url.UrlSecrets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Publishes every feed and OPML list. A document is built once per change of its content and then
/// cached.
public final class Publisher {
  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

  /// To be raised with every change of what the writers make of the same entries: golden files that
  /// change say so.
  private static final int WRITTEN = 2;

  /// Days that count for the list of feeds.
  private static final long RECENT_DAYS = 30;

  /// Limit: tags in `/feeds.opml`; those with fewer entries are left out.
  private static final int MOST_TAGS = 5_000;

  private final EntryStore store;
  private final FeedSettings settings;
  private final BaseUrl baseUrl;
  private final DocumentCache documents = new DocumentCache(MemoryShare.FEEDS.bytes());

  public Publisher(EntryStore store, FeedSettings settings, BaseUrl baseUrl) {
    this.store = store;
    this.settings = settings;
    this.baseUrl = baseUrl;
    noteSettings();
  }

  /// Records the settings; a store that cannot be written is still served.
  private void noteSettings() {
    try {
      store.publishBy(look());
    } catch (StoreException e) {
      LOG.atDebug().addKeyValue("reason", e.getMessage()).log("feed settings could not be saved");
    }
  }

  /// A fingerprint of the settings, and of the version of the writers, as far as documents depend
  /// on them.
  private String look() {
    return "%s %d %s %s %d"
        .formatted(baseUrl, settings.size(), settings.credit(), settings.images(), WRITTEN);
  }

  /// Whether the entries of one story are grouped into one.
  public enum Grouping {
    NONE,
    STORIES
  }

  /// What the feed of a tag expression is made of.
  public record Selected(TagExpression expression, EntryFilter filter, Grouping grouping) {
    /// All entries of an expression, one by one.
    public static Selected of(TagExpression expression) {
      return new Selected(expression, EntryFilter.none(), Grouping.NONE);
    }

    /// The path of the feed below the base URL, percent-encoded, with its parameters.
    public String path(FeedFormat format) {
      var path = Publisher.path(expression, format);
      return query().isEmpty() ? path : path + "?" + query();
    }

    /// The path of the page of the feed below the base URL, percent-encoded, with its parameters.
    public String page() {
      var path = Publisher.page(expression);
      return query().isEmpty() ? path : path + "?" + query();
    }

    /// The same entries, grouped otherwise.
    public Selected with(Grouping other) {
      return new Selected(expression, filter, other);
    }

    private String query() {
      var parts = Stream.of(grouping == Grouping.STORIES ? "stories=1" : "", filter.query());
      return parts.filter(part -> !part.isEmpty()).collect(Collectors.joining("&"));
    }
  }

  /// The feed of a tag expression.
  ///
  /// @param limit how many entries at most; what the settings say if absent
  /// @return empty if there is no such tag, or if the format is not served
  public Optional<PublishedDocument> feed(
      TagExpression expression, FeedFormat format, OptionalInt limit) {
    return feed(Selected.of(expression), format, limit);
  }

  /// The feed of some entries.
  ///
  /// @param limit how many entries at most; what the settings say if absent
  /// @return empty if there is no such tag, or if the format is not served
  public Optional<PublishedDocument> feed(Selected selected, FeedFormat format, OptionalInt limit) {
    if (!settings.formats().contains(format)) return Optional.empty();
    var size = size(limit);
    return documents.get(
        key(selected, format, size),
        store.revision(selected.expression()),
        () -> build(selected, format, size));
  }

  /// A cached look-up of a feed. It neither reads the store nor waits: it is empty if the feed has
  /// changed, or is no longer cached.
  public Supplier<Optional<PublishedDocument>> kept(
      Selected selected, FeedFormat format, OptionalInt limit) {
    var key = key(selected, format, size(limit));
    return () -> documents.kept(key, store.revision(selected.expression()));
  }

  private static String key(Selected selected, FeedFormat format, int size) {
    return key(selected.path(format), format, size);
  }

  /// A feed of entries that were not selected by tags, such as search results.
  ///
  /// @param name below the base URL, percent-encoded, without extension, as in `search`
  /// @param query without its question mark, percent-encoded; tells the feed from others of that
  ///   name; empty if there are none
  /// @param title plain text
  /// @param page where people read it, below the base URL
  /// @param revision grows with every change of the entries
  public record Finding(String name, String query, String title, String page, long revision) {}

  /// The feed of search results.
  ///
  /// @param limit how many entries at most; what the settings say if absent
  /// @param find gives the newest entries, up to a limit
  /// @return empty if the format is not served
  public Optional<PublishedDocument> of(
      Finding finding, FeedFormat format, OptionalInt limit, IntFunction<List<StoredEntry>> find) {
    if (!settings.formats().contains(format)) return Optional.empty();
    var size = size(limit);
    return documents.get(
        key(finding.name() + "?" + finding.query(), format, size),
        store.revision(TagExpression.all()) + finding.revision(),
        () -> Optional.of(document(format, feedOf(finding, format, size, find.apply(size)))));
  }

  private MergedFeed feedOf(
      Finding finding, FeedFormat format, int size, List<StoredEntry> entries) {
    var query = finding.query().isEmpty() ? "" : "?" + finding.query();
    return new MergedFeed(
        url(finding.name() + "." + FeedFormat.ATOM.extension() + query),
        finding.title(),
        "",
        self(finding.name() + "." + format.extension() + query, size),
        url(finding.page()),
        url("icon.png"),
        store.created(),
        store.changed(Set.of(), FeedTitle.labels(entries).keySet()),
        merged(entries));
  }

  /// The feed of one source.
  ///
  /// @return empty if there is no such source, or if the format is not served
  public Optional<PublishedDocument> ofSource(
      String sourceId, FeedFormat format, OptionalInt limit) {
    if (!settings.formats().contains(format)) return Optional.empty();
    var size = size(limit);
    return documents.get(
        key("sources/" + sourceId, format, size),
        store.revisionOf(sourceId),
        () -> buildOfSource(sourceId, format, size));
  }

  /// The memory used by cached documents, in bytes.
  public long keptBytes() {
    return documents.bytes();
  }

  /// Where the outside reaches us.
  public BaseUrl baseUrl() {
    return baseUrl;
  }

  /// The formats that are served, in display order.
  public List<FeedFormat> formats() {
    return Stream.of(FeedFormat.values()).filter(settings.formats()::contains).toList();
  }

  /// The OPML list of the published feeds: all entries, and the tags in two folders.
  ///
  /// @param least how many entries of the last 30 days a tag has at least; 0: any, of any age
  /// @param today the last of these days
  public PublishedDocument feedsOpml(int least, LocalDate today) {
    return opml(
        "feeds.opml?min=%d %s".formatted(least, least > 0 ? today : ""),
        () -> buildFeedsOpml(least, today));
  }

  /// The OPML list of the feeds of a folder of the list of sources: its own, and that of each
  /// source in it.
  ///
  /// @return empty if the list of sources gives no source that tag
  public Optional<PublishedDocument> folderOpml(Tag tag) {
    return documents.get(
        "feeds.opml?folder=" + tag.name(),
        store.revision(TagExpression.all()),
        () -> store.folder(tag).map(folder -> opml(feedLists().ofFolder(tag, folder))));
  }

  /// The OPML list of the sources.
  public PublishedDocument sourcesOpml() {
    return opml("sources.opml", () -> OpmlWriter.sources(store.sources()));
  }

  /// The path of a feed, below the base URL and percent-encoded.
  public static String path(TagExpression expression, FeedFormat format) {
    return PercentEncoding.URI.encode("feeds/" + expression + "." + format.extension());
  }

  /// The path of a feed's page, where people read it: below the base URL and percent-encoded.
  public static String page(TagExpression expression) {
    return PercentEncoding.URI.encode("tags/" + expression);
  }

  /// A text, since a text keeps its hash.
  private static String key(String path, FeedFormat format, int size) {
    return size + " " + format + " " + path;
  }

  private int size(OptionalInt limit) {
    return Math.min(limit.orElse(settings.size()), settings.maxSize());
  }

  private Optional<PublishedDocument> build(Selected selected, FeedFormat format, int size) {
    var expression = selected.expression();
    var filter = selected.filter();
    var merged =
        switch (selected.grouping()) {
          case NONE -> merged(store.newest(expression, filter, size));
          case STORIES -> stories(store.newestStories(expression, filter, size));
        };
    if (merged.isEmpty() && !isKnown(expression)) return Optional.empty();
    var entries = merged.stream().flatMap(MergedEntry::all).toList();
    var title = FeedTitle.of(expression, FeedTitle.labels(entries), narrowing(filter));
    return Optional.of(
        document(
            format,
            new MergedFeed(
                url(selected.path(FeedFormat.ATOM)),
                title,
                "",
                self(selected.path(format), size),
                url(selected.page()),
                url("icon.png"),
                store.created(),
                store.changed(expression.tags(), FeedTitle.labels(entries).keySet()),
                merged)));
  }

  private List<MergedEntry> stories(List<StoryGroup> stories) {
    return stories.stream()
        .map(story -> new MergedEntry(story.first(), story.others(), settings))
        .toList();
  }

  /// What a filter leaves, in words.
  private List<String> narrowing(EntryFilter filter) {
    var titles = filter.sources().stream().flatMap(id -> store.source(id).stream());
    return Stream.concat(
            filter.languages().stream(), titles.map(StoredSource::title).map(UrlSecrets::without))
        .toList();
  }

  /// Whether there is or was a source of that id.
  public boolean isSource(String id) {
    return store.source(id).isPresent();
  }

  /// Whether one of the alternatives requires only existing tags.
  public boolean isKnown(TagExpression expression) {
    return expression.alternatives().stream()
        .anyMatch(alternative -> alternative.with().stream().allMatch(store::isKnown));
  }

  private Optional<PublishedDocument> buildOfSource(String id, FeedFormat format, int size) {
    var entries = store.newestOf(id, size);
    return source(id, entries)
        .map(source -> document(format, feedOf(source, format, size, entries)));
  }

  /// The source of that id, also after it has left the OPML file.
  private Optional<StoredSource> source(String id, List<StoredEntry> entries) {
    var carriers =
        entries.stream().flatMap(entry -> entry.sightings().stream()).map(one -> one.source());
    return Stream.concat(store.sources().stream(), carriers)
        .filter(source -> source.id().equals(id))
        .findFirst();
  }

  private MergedFeed feedOf(
      StoredSource source, FeedFormat format, int size, List<StoredEntry> entries) {
    var path = "sources/" + source.id() + ".";
    var header = source.header();
    return new MergedFeed(
        url(path + FeedFormat.ATOM.extension()),
        source.title(),
        header.description(),
        self(path + format.extension(), size),
        header.link().map(PercentEncoding.URI::encode).orElse(url("sources/" + source.id())),
        header.image().map(PercentEncoding.URI::encode).orElse(url("icon.png")),
        store.created(),
        store.changed(Set.of(), FeedTitle.labels(entries).keySet()),
        merged(entries));
  }

  private List<MergedEntry> merged(List<StoredEntry> entries) {
    return entries.stream().map(entry -> new MergedEntry(entry, List.of(), settings)).toList();
  }

  private static PublishedDocument document(FeedFormat format, MergedFeed feed) {
    return PublishedDocument.of(
        FeedWriter.of(format).write(feed), format.contentType(), Optional.of(feed.changed()));
  }

  private PublishedDocument opml(String name, Supplier<byte[]> write) {
    return documents
        .get(name, store.revision(TagExpression.all()), () -> Optional.of(opml(write.get())))
        .orElseThrow();
  }

  private static PublishedDocument opml(byte[] bytes) {
    return PublishedDocument.of(bytes, "text/x-opml; charset=utf-8");
  }

  private byte[] buildFeedsOpml(int least, LocalDate today) {
    var since = today.minusDays(RECENT_DAYS - 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    var tags =
        least > 0
            ? store.tagsUsedSince(since, least, MOST_TAGS)
            : store.tagsUsedSince(Instant.ofEpochMilli(Long.MIN_VALUE), 1, MOST_TAGS);
    return feedLists().ofTags(tags);
  }

  private FeedLists feedLists() {
    return new FeedLists(formats().getFirst(), settings.language(), baseUrl);
  }

  private String self(String path, int size) {
    if (size == settings.size()) return url(path);
    return url(path) + (path.indexOf('?') < 0 ? "?" : "&") + "limit=" + size;
  }

  private String url(String path) {
    return baseUrl.resolve(path);
  }
}
