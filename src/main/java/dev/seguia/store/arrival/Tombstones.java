package dev.seguia.store.arrival;

import dev.seguia.dedup.CopySketch;
import dev.seguia.dedup.Deduplicator;
import dev.seguia.dedup.EntryKey;
import dev.seguia.dedup.IncomingEntry;
import dev.seguia.store.database.Transaction;
import dev.seguia.store.entry.LinkHash;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/// Tombstones of purged entries, which keep them from coming back: by the key of their source, and
/// in any source by any two of link, title and date.
final class Tombstones {
  /// So far apart are the dates that two sources give one article; a series has its next part a day
  /// later.
  private static final Duration WINDOW = Duration.ofHours(12);

  /// How exactly it is known when a document last had a purged entry.
  private static final Duration TO_A_MONTH = Duration.ofDays(30);

  /// Limit: time for which a removed entry is remembered after a document last had it.
  ///
  /// What no document has had for so long does not come back.
  private static final Duration KEPT = Duration.ofDays(400);

  /// The keys come first, as in [KnownKeys].
  static final String OF_KEYS =
      """
      select t.entry_key
      from unnest(cast(? as uuid array)) as k (hash)
      join tombstone t on t.source = ? and t.entry_key = k.hash\
      """;

  static final String OF_NAMES =
      """
      select b.name, b.title, b.published
      from unnest(cast(? as bigint array)) as n (hash)
      join buried_name b on b.name = n.hash
      fetch first 10000 rows only\
      """;

  private static final String STILL_THERE =
      """
      update tombstone set seen = ?
      where source = ? and entry_key in (
          select k.hash from unnest(cast(? as uuid array)) as k (hash))
        and seen < ?\
      """;

  private static final String NAME_STILL_THERE =
      """
      update buried_name set seen = ?
      where name = ? and title = ? and published = ? and seen < ?\
      """;

  private static final String BURY_KEY =
      "merge into tombstone (source, entry_key, seen) key (source, entry_key) values (?, ?, ?)";

  private static final String BURY_KEYS_OF =
      """
      merge into tombstone (source, entry_key, seen) key (source, entry_key)
      select s.source, s.entry_key, cast(? as bigint) from sighting s where s.seq = any(?)\
      """;

  private static final String BURY_NAME =
      """
      merge into buried_name (name, title, published, seen) key (name, title, published)
      values (?, ?, ?, ?)\
      """;

  private static final String NAMES_OF =
      """
      select coalesce(s.title, e.title) as title, coalesce(x.link_key, e.link_key) as link_key,
        e.link_hash is null as has_common_link, coalesce(s.published, e.published) as published
      from sighting s join entry e on e.seq = s.seq
      left join sighting_text x on x.source = s.source and x.entry_key = s.entry_key
      where s.seq = any(?)\
      """;

  private final Transaction transaction;
  private final int source;
  private final Instant now;
  private final Set<EntryKey> keys;
  private final Map<Long, List<Name>> names = new HashMap<>();

  private Tombstones(Transaction transaction, int source, Instant now, Set<EntryKey> keys) {
    this.transaction = transaction;
    this.source = source;
    this.now = now;
    this.keys = keys;
  }

  /// A link or title of a purged entry.
  private record Name(long name, long title, Instant published) {
    /// @param ofArrival the hash of an entry's title
    boolean isOf(long ofArrival, Optional<Instant> date) {
      var isLink = name != title;
      return (isLink && title == ofArrival) || date.filter(this::isNear).isPresent();
    }

    private boolean isNear(Instant date) {
      return Duration.between(published, date).abs().compareTo(WINDOW) <= 0;
    }
  }

  /// Those that the entries of one poll may be.
  ///
  /// @param isUnknown whether an entry is known by no key
  static Tombstones of(
      Transaction transaction,
      Poll poll,
      int source,
      UUID[] keys,
      Predicate<IncomingEntry> isUnknown) {
    var found = new Tombstones(transaction, source, poll.now(), ofKeys(transaction, source, keys));
    found.touch();
    var wanted = new LinkedHashSet<Long>();
    poll.arrivals().stream()
        .filter(isUnknown)
        .forEach(arrival -> wanted.addAll(names(arrival.traits(), arrival.entry().linkKey())));
    if (!wanted.isEmpty()) found.readNames(wanted);
    return found;
  }

  static Set<EntryKey> ofKeys(Transaction transaction, int source, UUID[] keys) {
    var buried = new HashSet<EntryKey>();
    transaction.query(
        OF_KEYS, row -> buried.add(new EntryKey(row.hash("entry_key"))), keys, source);
    return buried;
  }

  private void readNames(Set<Long> wanted) {
    transaction.query(
        OF_NAMES,
        row ->
            names
                .computeIfAbsent(row.number("name"), any -> new ArrayList<>())
                .add(new Name(row.number("name"), row.number("title"), row.instant("published"))),
        (Object) wanted.toArray(Long[]::new));
  }

  private void touch() {
    if (keys.isEmpty()) return;
    var hashes = keys.stream().map(EntryKey::hash).toArray(UUID[]::new);
    transaction.update(STILL_THERE, now, source, hashes, now.minus(TO_A_MONTH));
  }

  /// Whether an entry has a tombstone. From then on its key is known, too.
  boolean hold(IncomingEntry arrival) {
    if (keys.contains(arrival.key())) return true;
    if (names.isEmpty()) return false;
    var entry = arrival.entry();
    var traits = arrival.traits();
    var found =
        names(traits, entry.linkKey()).stream()
            .flatMap(name -> names.getOrDefault(name, List.of()).stream())
            .filter(name -> name.isOf(traits.titleHash(), entry.date()))
            .findFirst();
    found.ifPresent(name -> {
      var month = now.minus(TO_A_MONTH);
      transaction.update(NAME_STILL_THERE, now, name.name(), name.title(), name.published(), month);
      transaction.update(BURY_KEY, source, arrival.key().hash(), now);
    });
    return found.isPresent();
  }

  /// What identifies an article whatever its key: its link, and its title unless it is short.
  private static List<Long> names(CopySketch traits, Optional<String> linkKey) {
    var names = new ArrayList<Long>(2);
    linkKey.filter(Deduplicator::namesOnePage).map(LinkHash::of).ifPresent(names::add);
    if (traits.isTitleEnough()) names.add(traits.titleHash());
    return names;
  }

  /// Writes the tombstones of entries that are about to be removed.
  static void bury(Transaction transaction, Long[] seqs) {
    var now = transaction.now();
    transaction.update(BURY_KEYS_OF, now, seqs);
    var rows = new ArrayList<Object[]>();
    transaction.query(
        NAMES_OF,
        row -> {
          var link = row.optionalText("link_key").filter(any -> !row.bool("has_common_link"));
          var traits = CopySketch.ofTitle(row.text("title"));
          for (var name : names(traits, link))
            rows.add(new Object[] {name, traits.titleHash(), row.instant("published"), now});
          return true;
        },
        (Object) seqs);
    transaction.updateAll(BURY_NAME, rows);
  }

  /// Deletes tombstones that no document has matched for long.
  static void forget(Transaction transaction) {
    var oldest = transaction.now().minus(KEPT);
    transaction.update("delete from tombstone where seen < ?", oldest);
    transaction.update("delete from buried_name where seen < ?", oldest);
  }
}
