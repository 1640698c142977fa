package dev.seguia.store;

import dev.seguia.dedup.Arrival;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The entries that one poll adds, gathered and then written in one go.
final class NewEntries {
  static final String ADD =
      """
      insert into entry (seq, uid, uid_hash, origin, link, link_hash, link_key, title, language,
        published, updated, first_seen, arrival, changed, substance, audience, audience_rule,
        revision)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """;

  /// Numbers are not used again, though the newest entries may have been purged.
  static final String LAST =
      """
      select greatest(i.last_seq, coalesce((select max(seq) from entry), 0)) from installation i\
      """;

  static final String ADD_BODY = "insert into entry_body (seq, body) values (?, ?)";

  private final Transaction transaction;
  private final Poll poll;
  private final int source;
  private final Map<Long, Arrival> arrivals = new LinkedHashMap<>();
  private long last;

  NewEntries(Transaction transaction, Poll poll, int source) {
    this.transaction = transaction;
    this.poll = poll;
    this.source = source;
    this.last = transaction.first(LAST, row -> row.number(1)).orElse(0L);
  }

  /// Takes an entry in.
  ///
  /// @return its place in the order of arrival
  long add(Arrival arrival) {
    last++;
    arrivals.put(last, arrival);
    return last;
  }

  boolean isEmpty() {
    return arrivals.isEmpty();
  }

  boolean has(long seq) {
    return arrivals.containsKey(seq);
  }

  /// Writes the entries.
  ///
  /// @return the time at which each counts as arrived, by its place in the order
  Map<Long, Instant> write() {
    var times = arrivalTimes();
    var taken = takenIds();
    var rows = new ArrayList<Object[]>();
    var bodies = new ArrayList<Object[]>();
    arrivals.forEach((seq, arrival) -> {
      rows.add(row(seq, arrival, idOf(seq, arrival, taken), times.getOrDefault(seq, poll.now())));
      bodies.add(new Object[] {seq, Body.deflate(arrival.entry())});
    });
    transaction.updateAll(ADD, rows);
    transaction.updateAll(ADD_BODY, bodies);
    return times;
  }

  private Map<Long, Instant> arrivalTimes() {
    var published = arrivals.values().stream().map(this::published).toList();
    var archive = Arrivals.isBackCatalogue(poll.before(), published);
    var times = new LinkedHashMap<Long, Instant>();
    arrivals.forEach((seq, arrival) -> times.put(seq, archive ? published(arrival) : poll.now()));
    if (archive) Arrivals.spreadUndated(times, poll.now());
    return times;
  }

  private Instant published(Arrival arrival) {
    return Arrivals.published(arrival, poll.now());
  }

  private Object[] row(long seq, Arrival arrival, String id, Instant arrived) {
    var entry = arrival.entry();
    var published = published(arrival);
    var updated =
        entry
            .updated()
            .filter(date -> date.isAfter(published) && !date.isAfter(poll.now()))
            .orElse(published);
    return new Object[] {
      seq,
      id,
      EntryId.hash(id),
      source,
      entry.link(),
      entry.linkKey().map(EntryId::hash),
      entry.linkKey(),
      entry.title(),
      entry.language(),
      published,
      updated,
      poll.now(),
      arrived,
      poll.now(),
      arrival.substance().hash(),
      arrival.audience().reach().label(),
      Optional.of(arrival.audience().rule()).filter(rule -> !rule.isEmpty()),
      transaction.revision()
    };
  }

  /// An id is unique within its feed only: the first source to use one keeps it, another source's
  /// entry of the same id is given one of its own.
  private String idOf(long seq, Arrival arrival, Set<UUID> taken) {
    var entry = arrival.entry();
    var name = entry.id().or(entry::link).orElseGet(() -> arrival.key().hash().toString());
    return EntryId.candidates(poll.sourceUrl(), entry.id(), name, entry.link(), seq).stream()
        .filter(id -> taken.add(EntryId.hash(id)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no id is free for " + name));
  }

  private Set<UUID> takenIds() {
    if (arrivals.isEmpty()) return new HashSet<>();
    var wanted = new HashSet<UUID>();
    arrivals.values().forEach(arrival -> wanted.addAll(wantedIds(arrival)));
    return new HashSet<>(
        transaction.query(
            "select uid_hash from entry where uid_hash = any(?)",
            row -> row.hash(1),
            (Object) wanted.toArray(UUID[]::new)));
  }

  private List<UUID> wantedIds(Arrival arrival) {
    var entry = arrival.entry();
    var name = entry.id().or(entry::link).orElseGet(() -> arrival.key().hash().toString());
    var ids = new ArrayList<UUID>();
    EntryId.own(entry.id()).ifPresent(id -> ids.add(EntryId.hash(id)));
    ids.add(EntryId.hash(EntryId.minted(poll.sourceUrl(), name)));
    ids.add(EntryId.hash(EntryId.minted(poll.sourceUrl(), name + "\n" + entry.link().orElse(""))));
    return ids;
  }
}
