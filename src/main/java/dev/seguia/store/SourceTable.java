package dev.seguia.store;

import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Feed;
import dev.seguia.feed.LinkRules;
import dev.seguia.feed.Tag;
import dev.seguia.fetch.Validators;
import dev.seguia.source.Source;
import java.net.URI;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The rows of sources: what the list says of them, what their feeds say, and how their polls
/// stand.
final class SourceTable {
  private static final String STATE =
      """
      select etag, last_modified, body_hash, link_rules, last_poll, last_success, next_poll,
        last_error, failures, moved_to, gone
      from source where id = ?\
      """;

  private static final String RECORD =
      """
      update source set etag = ?, last_modified = ?, body_hash = ?, link_rules = ?, last_poll = ?,
        last_success = ?, next_poll = ?, last_error = ?, failures = ?, moved_to = ?, gone = ?
      where id = ?\
      """;

  private static final String ADD =
      """
      insert into source (id, url, title, listed, paused, weight, max_entries, header, link_rules,
        failures, gone)
      values (?, ?, ?, true, ?, ?, ?, ?, ?, 0, false)\
      """;

  private static final String RENEW =
      """
      update source set title = ?, listed = true, paused = ?, weight = ?, max_entries = ?
      where id = ?\
      """;

  private static final String RETAG =
      """
      insert into entry_tag (tag, arrival, seq, provenance)
      select cast(? as integer), e.arrival, e.seq, cast(? as varchar(8))
      from entry e
      where exists (select 1 from sighting s where s.seq = e.seq and s.source = ?)
        and not exists (select 1 from entry_tag t where t.seq = e.seq and t.tag = ?)\
      """;

  /// An entry keeps the tag if it has it of itself, or by another source that it stands in.
  private static final String UNTAG =
      """
      delete from entry_tag
      where tag = ? and provenance in ('folder', 'category', 'source')
        and exists (select 1 from sighting s where s.seq = entry_tag.seq and s.source = ?)
        and not exists (
          select 1 from sighting s join source_tag t on t.source = s.source
          where s.seq = entry_tag.seq and t.tag = entry_tag.tag and s.source <> ?)\
      """;

  private final TagTable tags;
  private final Map<Integer, StoredSource> known = new ConcurrentHashMap<>();
  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
  private final Map<Integer, Share> shares = new ConcurrentHashMap<>();
  private final Set<Integer> listed = ConcurrentHashMap.newKeySet();

  /// How much of a merged feed a source may fill.
  record Share(double weight, OptionalInt maxEntries) {
    static final Share WHOLE = new Share(1, OptionalInt.empty());

    int of(int limit) {
      var byWeight = weight >= 1 ? limit : (int) Math.ceil(weight * limit);
      return Math.min(byWeight, maxEntries.orElse(limit));
    }
  }

  SourceTable(TagTable tags) {
    this.tags = tags;
  }

  void load(Transaction transaction) {
    transaction.query(
        "select nr, id, url, title, header, weight, max_entries, listed from source",
        row -> {
          var source =
              new StoredSource(
                  row.text(2),
                  URI.create(row.text(3)),
                  row.text(4),
                  Json.read(row.text(5), Feed.Header.class));
          keep(row.integer(1), source, new Share(row.real(6), row.optionalInteger(7)));
          if (row.bool(8)) listed.add(row.integer(1));
          else listed.remove(row.integer(1));
          return source;
        });
  }

  private void keep(int number, StoredSource source, Share share) {
    known.put(number, source);
    numbers.put(source.id(), number);
    shares.put(number, share);
  }

  int number(String id) {
    return Optional.ofNullable(numbers.get(id))
        .orElseThrow(() -> new IllegalArgumentException("no such source: " + id));
  }

  Optional<Integer> numberIfKnown(String id) {
    return Optional.ofNullable(numbers.get(id));
  }

  StoredSource source(int number) {
    return Optional.ofNullable(known.get(number))
        .orElseThrow(() -> new IllegalStateException("a sighting of no source: " + number));
  }

  Share share(int number) {
    return shares.getOrDefault(number, Share.WHOLE);
  }

  /// The sources that are listed now, by title.
  List<StoredSource> listed() {
    return known.entrySet().stream()
        .filter(source -> listed.contains(source.getKey()))
        .map(Map.Entry::getValue)
        .sorted(Comparator.comparing(StoredSource::title).thenComparing(StoredSource::id))
        .toList();
  }

  /// Makes the listed sources these ones, and gives entries the tags that their sources have now.
  void list(Transaction transaction, List<Source> sources) {
    transaction.update("update source set listed = false where listed");
    for (var source : sources) retag(transaction, addOrRenew(transaction, source), source);
    load(transaction);
  }

  private int addOrRenew(Transaction transaction, Source source) {
    var settings = source.settings();
    if (numbers.containsKey(source.id())) {
      transaction.update(
          RENEW,
          source.title(),
          settings.paused(),
          settings.weight(),
          settings.maxEntries(),
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
        Json.write(Feed.Header.empty()),
        Json.write(LinkRules.none()));
    return transaction
        .first("select nr from source where id = ?", row -> row.integer(1), source.id())
        .orElseThrow();
  }

  private void retag(Transaction transaction, int number, Source source) {
    var before = tagsOf(transaction, number);
    var wanted =
        source.tags().stream()
            .collect(Collectors.toMap(EntryTag::tag, tag -> tag, (first, second) -> first));
    for (var tag : before.keySet())
      if (!wanted.containsKey(tag)) untag(transaction, number, tags.number(tag));
    for (var tag : wanted.values())
      if (!before.containsKey(tag.tag())) addTag(transaction, number, tag);
  }

  private Map<Tag, String> tagsOf(Transaction transaction, int number) {
    var found = new HashMap<Tag, String>();
    transaction.query(
        "select t.name, s.label from source_tag s join tag t on t.nr = s.tag where s.source = ?",
        row -> found.put(new Tag(row.text(1)), row.text(2)),
        number);
    return found;
  }

  private void untag(Transaction transaction, int number, int tag) {
    transaction.update("delete from source_tag where source = ? and tag = ?", number, tag);
    transaction.update(UNTAG, tag, number, number);
  }

  private void addTag(Transaction transaction, int number, EntryTag tag) {
    var tagNumber = tags.numberOf(transaction, tag);
    transaction.update(
        "insert into source_tag (source, tag, label, provenance) values (?, ?, ?, ?)",
        number,
        tagNumber,
        tag.label(),
        tag.from().label());
    transaction.update(RETAG, tagNumber, tag.from().label(), number, tagNumber);
    tags.count(transaction, List.of(tag));
  }

  PollState state(Transaction transaction, String id) {
    return transaction.first(STATE, SourceTable::readState, id).orElseGet(PollState::fresh);
  }

  static PollState readState(Transaction.Row row) throws SQLException {
    return readState(row, 0);
  }

  /// Reads the columns of a state that stand behind `before` others.
  static PollState readState(Transaction.Row row, int before) throws SQLException {
    return new PollState(
        new Validators(row.optionalText(before + 1), row.optionalText(before + 2)),
        row.optionalHash(before + 3),
        Json.read(row.text(before + 4), LinkRules.class),
        row.optionalInstant(before + 5),
        row.optionalInstant(before + 6),
        row.optionalInstant(before + 7),
        row.optionalText(before + 8),
        row.integer(before + 9),
        row.optionalText(before + 10).map(URI::create),
        row.bool(before + 11));
  }

  void record(Transaction transaction, String id, PollState state) {
    transaction.update(
        RECORD,
        state.validators().etag(),
        state.validators().lastModified(),
        state.bodyHash(),
        Json.write(state.linkRules()),
        state.lastPoll(),
        state.lastSuccess(),
        state.nextPoll(),
        state.lastError(),
        state.failures(),
        state.movedTo().map(URI::toString),
        state.gone(),
        id);
  }

  /// Keeps what the feed says of itself; an outline without a title takes the feed's.
  ///
  /// @return whether it says something new
  boolean recordHeader(Transaction transaction, String id, Feed.Header header) {
    var number = number(id);
    var before = source(number);
    if (before.header().equals(header)) return false;
    // Only an outline without a title has the URL in its place.
    var untitled = before.title().equals(before.url().toString()) && !header.title().isBlank();
    var title = untitled ? header.title() : before.title();
    transaction.update(
        "update source set header = ?, title = ? where nr = ?", Json.write(header), title, number);
    known.put(number, new StoredSource(id, before.url(), title, header));
    return true;
  }
}
