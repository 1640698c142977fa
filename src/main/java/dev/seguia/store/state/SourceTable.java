package dev.seguia.store.state;

import dev.seguia.feed.Feed;
import dev.seguia.feed.Tag;
import dev.seguia.source.Source;
import dev.seguia.store.database.JsonColumn;
import dev.seguia.store.database.Transaction;
import dev.seguia.store.tag.FeedTimestamps;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The rows of sources, in memory: from the list of sources, and from the headers of their feeds.
public final class SourceTable {
  private static final String ADD =
      """
      insert into source (id, url, title, listed, paused, weight, max_entries, header, apart)
      values (?, ?, ?, true, ?, ?, ?, ?, ?)\
      """;

  private static final String RENEW =
      """
      update source set title = ?, listed = true, paused = ?, weight = ?, max_entries = ?, apart = ?
      where id = ?\
      """;

  private static final Comparator<StoredSource> BY_TITLE =
      Comparator.comparing(StoredSource::title).thenComparing(StoredSource::id);

  private final Map<Integer, StoredSource> known = new ConcurrentHashMap<>();
  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
  private final Map<Integer, Share> shares = new ConcurrentHashMap<>();
  private final Set<Integer> listed = ConcurrentHashMap.newKeySet();

  /// The maximum share of a merged feed that a source may fill.
  public record Share(double weight, OptionalInt maxEntries) {
    static final Share WHOLE = new Share(1, OptionalInt.empty());

    public int of(int limit) {
      var byWeight = weight >= 1 ? limit : (int) Math.ceil(weight * limit);
      return Math.min(byWeight, maxEntries.orElse(limit));
    }
  }

  public void load(Transaction transaction) {
    transaction.query(
        "select nr, id, url, title, header, weight, max_entries, listed from source",
        row -> {
          var source =
              new StoredSource(
                  row.text("id"),
                  URI.create(row.text("url")),
                  row.text("title"),
                  JsonColumn.read(row.text("header"), Feed.Header.class));
          var number = row.integer("nr");
          keep(number, source, new Share(row.real("weight"), row.optionalInteger("max_entries")));
          if (row.bool("listed")) listed.add(number);
          else listed.remove(number);
          return source;
        });
  }

  private void keep(int number, StoredSource source, Share share) {
    known.put(number, source);
    numbers.put(source.id(), number);
    shares.put(number, share);
  }

  public int number(String id) {
    return Optional.ofNullable(numbers.get(id))
        .orElseThrow(() -> new IllegalArgumentException("no such source: " + id));
  }

  public Optional<Integer> numberIfKnown(String id) {
    return Optional.ofNullable(numbers.get(id));
  }

  public StoredSource source(int number) {
    return Optional.ofNullable(known.get(number))
        .orElseThrow(() -> new IllegalStateException("a sighting of no source: " + number));
  }

  public Share share(int number) {
    return shares.getOrDefault(number, Share.WHOLE);
  }

  /// The sources that are listed now, by title.
  public List<StoredSource> listed() {
    return known.entrySet().stream()
        .filter(source -> listed.contains(source.getKey()))
        .map(Map.Entry::getValue)
        .sorted(BY_TITLE)
        .toList();
  }

  /// The listed sources that a tag is given to by the list of sources; empty if there are none.
  public Optional<SourceFolder> folder(Transaction transaction, Tag tag) {
    var members =
        transaction.query(
            """
            select t.label, st.source
            from tag t join source_tag st on st.tag = t.nr join source s on s.nr = st.source
            where t.name = ? and s.listed\
            """,
            row -> new Member(row.text("label"), source(row.integer("source"))),
            tag.name());
    return members.stream()
        .findFirst()
        .map(first ->
            new SourceFolder(
                first.label, members.stream().map(Member::source).sorted(BY_TITLE).toList()));
  }

  private record Member(String label, StoredSource source) {}

  /// Unlists all sources; those that are still on the list are added again one by one.
  public void unlistAll(Transaction transaction) {
    transaction.update("update source set listed = false where listed");
  }

  /// Lists a source. Call [#load] to update the memory. What is in memory follows with [#load].
  ///
  /// @return its number
  public int addOrRenew(Transaction transaction, Source source) {
    var settings = source.settings();
    if (numbers.containsKey(source.id())) {
      var known = source(number(source.id()));
      var title = title(source.title(), source.url(), known.header());
      var share = new Share(settings.weight(), settings.maxEntries());
      if (!title.equals(known.title()) || !share.equals(share(number(source.id()))))
        new FeedTimestamps(transaction).everywhere();
      transaction.update(
          RENEW,
          title,
          settings.paused(),
          settings.weight(),
          settings.maxEntries(),
          settings.apart(),
          source.id());
      return number(source.id());
    }
    transaction.update(
        ADD,
        source.id(),
        source.url().toString(),
        source.title(),
        settings.paused(),
        settings.weight(),
        settings.maxEntries(),
        JsonColumn.write(Feed.Header.empty()),
        settings.apart());
    int number =
        transaction
            .first("select nr from source where id = ?", row -> row.integer("nr"), source.id())
            .orElseThrow();
    PollStates.add(transaction, number);
    return number;
  }

  /// Stores the header of a source's feed; an outline without a title takes the feed's.
  ///
  /// @return whether it says something new
  public boolean recordHeader(Transaction transaction, String id, Feed.Header header) {
    var number = number(id);
    var before = source(number);
    if (before.header().equals(header)) return false;
    var title = title(before.title(), before.url(), header);
    transaction.update(
        "update source set header = ?, title = ? where nr = ?",
        JsonColumn.write(header),
        title,
        number);
    known.put(number, new StoredSource(id, before.url(), title, header));
    return true;
  }

  /// Only an outline without a title has the URL in its place.
  private static String title(String given, URI url, Feed.Header header) {
    return given.equals(Source.titleOf(url)) && !header.title().isBlank() ? header.title() : given;
  }
}
