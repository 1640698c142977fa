package dev.seguia.store.arrival;

import dev.seguia.dedup.Deduplicator;
import dev.seguia.dedup.Deduplicator.Joined;
import dev.seguia.dedup.EntryKey;
import dev.seguia.dedup.IncomingEntry;
import dev.seguia.dedup.KnownEntry;
import dev.seguia.dedup.MergeScope;
import dev.seguia.store.database.LookupHash;
import dev.seguia.store.database.Row;
import dev.seguia.store.database.Transaction;
import dev.seguia.store.entry.EntryId;
import dev.seguia.store.entry.LinkHash;
import dev.seguia.store.entry.Sighting.JoinedBy;
import dev.seguia.store.session.WriteTransaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The stored entries that may equal entries of one poll: read in a few queries, and kept up to
/// date while the poll's entries are written one by one.
final class KnownEntries {
  /// More than an address of an article has, under whatever titles and in whatever sources.
  private static final int MOST_OF_A_LINK = 32;

  /// Keys come first: H2 looks up `= any(?)` by the first column of an index only, and would read
  /// all that the source ever carried.
  static final String BY_KEY =
      """
      select s.entry_key, e.seq, coalesce(s.title, e.title) as title,
        coalesce(x.link_key, e.link_key) as link_key, s.substance, e.published
      from unnest(cast(? as uuid array)) as k (hash)
      join sighting s on s.source = ? and s.entry_key = k.hash
      join entry e on e.seq = s.seq
      left join sighting_text x on x.source = s.source and x.entry_key = s.entry_key\
      """;

  private static final String JOINED =
      """
      select e.title, s.joined_by, f.source as first_source, f.entry_key as first_key
      from sighting s join entry e on e.seq = s.seq
      join sighting f on f.seq = s.seq and f.joined_by = 'first'
      where s.source = ? and s.entry_key = ? and s.joined_by not in ('first', 'origin')\
      """;

  private static final String BY_LINK =
      """
      select e.seq, e.title, e.link_key, f.substance, e.published
      from entry e join source o on o.nr = e.origin
      join sighting f on f.seq = e.seq and f.joined_by = 'first'
      where e.link_hash = any(?) and not o.apart
      order by e.seq\
      """;

  private static final String BY_LINK_IN_SOURCE =
      """
      select e.seq, e.title, e.link_key, f.substance, e.published
      from entry e join sighting f on f.seq = e.seq and f.joined_by = 'first'
      where e.link_hash = any(?)
        and exists (select 1 from sighting s where s.seq = e.seq and s.source = ?)
      order by e.seq\
      """;

  private static final String OWN = "select seq from sighting where seq = any(?) and source = ?";

  /// The dates come first, as the keys in [#BY_KEY].
  static final String BY_DATE =
      """
      select s.published as dated, e.seq, coalesce(s.title, e.title) as title,
        coalesce(x.link_key, e.link_key) as link_key, s.substance, e.published
      from unnest(cast(? as bigint array)) as d (moment)
      join sighting s on s.source = ? and s.published = d.moment
      join entry e on e.seq = s.seq
      left join sighting_text x on x.source = s.source and x.entry_key = s.entry_key
      order by e.seq
      fetch first 1000 rows only\
      """;

  private static final String BY_ORIGIN =
      """
      select e.seq, e.title, e.link_key, f.substance, e.published
      from entry e join sighting f on f.seq = e.seq and f.joined_by = 'first'
      where e.uid_hash = ? and exists (
        select 1 from sighting s join source o on o.nr = s.source
        where s.seq = e.seq and o.url = ?)\
      """;

  private final Transaction transaction;
  private final int source;
  private final Map<EntryKey, KnownEntry> byKey = new HashMap<>();
  private final Map<String, List<KnownEntry>> byLink = new HashMap<>();
  private final Map<Long, List<KnownEntry>> byDate = new HashMap<>();

  /// Of the entries that are found by their links, those that the source carries.
  private final Set<Long> own = new HashSet<>();

  private final Tombstones buried;
  private final AlikeCopies alike;
  private final ReissuedArchive archive;
  private final Poll poll;

  /// The entries that are in the polled document under a key of their own.
  private final Set<Long> present = new HashSet<>();

  KnownEntries(WriteTransaction writing, Copies copies, Poll poll, int source) {
    this.transaction = writing.sql();
    this.poll = poll;
    this.source = source;
    var keys = hashes(poll.keys().stream().map(EntryKey::hash).toList());
    readByKey(keys);
    readByLink(poll);
    readByDate(poll);
    buried = Tombstones.of(transaction, poll, source, keys, this::isUnknown);
    archive =
        byKey.isEmpty() ? ReissuedArchive.in(transaction, poll, source) : ReissuedArchive.none();
    alike =
        switch (poll.reach()) {
          case MergeScope.AllSources(var window) ->
              AlikeCopies.read(writing, copies, poll, window, this::isUnknown);
          case MergeScope.OwnSource _ -> AlikeCopies.none(poll);
        };
  }

  private void readByKey(UUID[] keys) {
    transaction.query(
        BY_KEY,
        row -> byKey.put(new EntryKey(row.hash("entry_key")), KnownEntryRow.read(row)),
        keys,
        source);
    byKey.values().forEach(entry -> present.add(entry.seq()));
  }

  private void readByLink(Poll poll) {
    var links =
        poll.arrivals().stream()
            .flatMap(arrival -> arrival.entry().linkKey().stream())
            .map(LinkHash::of)
            .distinct()
            .toArray(Long[]::new);
    if (links.length == 0) return;
    var found =
        switch (poll.reach()) {
          case MergeScope.AllSources _ ->
              transaction.query(BY_LINK, KnownEntryRow::read, (Object) links);
          case MergeScope.OwnSource _ ->
              transaction.query(BY_LINK_IN_SOURCE, KnownEntryRow::read, links, source);
        };
    found.forEach(this::remember);
    if (!found.isEmpty())
      own.addAll(
          transaction.query(
              OWN,
              row -> row.number("seq"),
              found.stream().map(KnownEntry::seq).toArray(Long[]::new),
              source));
  }

  private void readByDate(Poll poll) {
    if (poll.before().lastSuccess().isEmpty()) return;
    var dates =
        poll.arrivals().stream()
            .filter(this::isUnknown)
            .flatMap(arrival -> arrival.entry().published().stream())
            .map(Instant::toEpochMilli)
            .distinct()
            .toArray(Long[]::new);
    if (dates.length > 0)
      transaction.query(
          BY_DATE,
          row ->
              byDate
                  .computeIfAbsent(row.number("dated"), any -> new ArrayList<>())
                  .add(KnownEntryRow.read(row)),
          dates,
          source);
  }

  private void remember(KnownEntry entry) {
    entry
        .linkKey()
        .ifPresent(key -> byLink.computeIfAbsent(key, any -> new ArrayList<>()).add(entry));
  }

  boolean isBuried(IncomingEntry arrival) {
    return isUnknown(arrival) && buried.hold(arrival);
  }

  /// Whether the link of an arriving entry is too common to identify anything: looking entries up
  /// by it would slow down every later look-up.
  boolean isCommonLink(IncomingEntry arrival) {
    return arrival
        .entry()
        .linkKey()
        .filter(key -> byLink.getOrDefault(key, List.of()).size() >= MOST_OF_A_LINK)
        .isPresent();
  }

  /// Whether the document contains the entry under a key of its own.
  boolean isPresent(KnownEntry entry) {
    return present.contains(entry.seq());
  }

  /// @param old whether the entry is older than what the source brought last time
  Deduplicator.DedupContext of(IncomingEntry arrival, boolean old) {
    var known = Optional.ofNullable(byKey.get(arrival.key()));
    if (known.isPresent())
      return Deduplicator.DedupContext.byKey(
          known.get(), joined(arrival, known.get()), othersOfLink(arrival, known.get()));
    return new Deduplicator.DedupContext(
        known,
        Optional.empty(),
        sharersOfLink(arrival),
        own,
        named(arrival),
        archive
            .entry(arrival)
            .map(List::of)
            .orElseGet(() -> old ? sameContent(arrival) : List.of()),
        gone(arrival),
        alike.candidates(arrival, copy -> !isPresent(copy.entry())));
  }

  private boolean isUnknown(IncomingEntry arrival) {
    return !byKey.containsKey(arrival.key());
  }

  private Optional<Joined> joined(IncomingEntry arrival, KnownEntry before) {
    if (arrival.substance().equals(before.substance())) return Optional.empty();
    return transaction.first(JOINED, this::joined, source, arrival.key().hash());
  }

  private Joined joined(Row row) {
    var byWords = JoinedBy.ofLabel(row.text("joined_by")).isByWords();
    var first = new EntryKey(row.hash("first_key"));
    var instead = row.integer("first_source") == source && !poll.keys().contains(first);
    return new Joined(row.text("title"), byWords, instead);
  }

  /// The entry that an aggregator names: our own output may come back to us as well. That the id is
  /// ours proves nothing, but that its source is one that carries the entry does.
  private Optional<KnownEntry> named(IncomingEntry arrival) {
    if (poll.reach() instanceof MergeScope.OwnSource) return Optional.empty();
    return arrival
        .entry()
        .origin()
        .flatMap(origin -> origin.self())
        .flatMap(feed ->
            EntryId.own(arrival.entry().id())
                .flatMap(id ->
                    transaction.first(BY_ORIGIN, KnownEntryRow::read, LookupHash.of(id), feed)));
  }

  /// The entries of the source that may have had the key before its current one.
  private List<KnownEntry> othersOfLink(IncomingEntry arrival, KnownEntry now) {
    var link = arrival.entry().linkKey();
    if (link.isEmpty() || link.equals(now.linkKey())) return List.of();
    return transaction
        .query(BY_LINK_IN_SOURCE, KnownEntryRow::read, new Long[] {LinkHash.of(link.get())}, source)
        .stream()
        .filter(entry -> entry.linkKey().equals(link) && !isPresent(entry))
        .toList();
  }

  /// Two entries side by side in one document are different, unless even their titles are equal,
  /// and the document does not distinguish them.
  private List<KnownEntry> sharersOfLink(IncomingEntry arrival) {
    return arrival
        .entry()
        .linkKey()
        .map(key -> byLink.getOrDefault(key, List.of()))
        .orElse(List.of())
        .stream()
        .filter(entry -> !isPresent(entry) || isTwice(arrival, entry))
        .toList();
  }

  private boolean isTwice(IncomingEntry arrival, KnownEntry entry) {
    return entry.title().equals(arrival.entry().title())
        && !poll.ofOneLink().contains(arrival.key());
  }

  private List<KnownEntry> gone(IncomingEntry arrival) {
    return arrival
        .entry()
        .published()
        .map(date -> byDate.getOrDefault(date.toEpochMilli(), List.of()))
        .orElse(List.of())
        .stream()
        .filter(entry -> !isPresent(entry))
        .toList();
  }

  private List<KnownEntry> sameContent(IncomingEntry arrival) {
    var date = arrival.entry().date();
    if (date.isEmpty()) return List.of();
    return SameWords.of(transaction, source, arrival.substance().hash()).stream()
        .filter(entry -> entry.published().equals(date.get()) && !isPresent(entry))
        .toList();
  }

  /// That the source carries an entry under a key, from now on.
  void learn(EntryKey key, KnownEntry entry) {
    byKey.put(key, entry);
    present.add(entry.seq());
    own.add(entry.seq());
    entry
        .linkKey()
        .map(link -> byLink.getOrDefault(link, List.of()))
        .filter(others -> others.stream().noneMatch(other -> other.seq() == entry.seq()))
        .ifPresent(_ -> remember(entry));
  }

  private static UUID[] hashes(Collection<UUID> values) {
    return values.toArray(UUID[]::new);
  }
}
