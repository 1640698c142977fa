package dev.seguia.store.arrival;

import dev.seguia.dedup.IncomingEntry;
import dev.seguia.feed.EntryTag;
import dev.seguia.store.database.LookupHash;
import dev.seguia.store.database.Transaction;
import dev.seguia.store.entry.EntryBody;
import dev.seguia.store.entry.EntryId;
import dev.seguia.store.entry.LinkHash;
import dev.seguia.store.entry.Sighting;
import dev.seguia.store.entry.Sighting.JoinedBy;
import dev.seguia.store.entry.StoredEntry;
import dev.seguia.store.session.WriteTransaction;
import dev.seguia.store.tag.PackedTags;
import dev.seguia.store.tag.PackedTags.Numbered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;

/// The entries that one poll adds, collected and then written in a batch.
final class NewEntries {
  static final String ADD =
      """
      insert into entry (seq, uid, uid_hash, origin, link, link_key, link_hash, title, language,
        published, updated, first_seen, arrival, changed, audience, audience_rule, tags)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
      """;

  static final String ADD_BODY = "insert into entry_body (seq, body) values (?, ?)";

  private final Transaction transaction;
  private final WriteTransaction writing;
  private final Poll poll;
  private final int source;
  private final Map<Long, IncomingEntry> arrivals = new LinkedHashMap<>();

  /// Entries whose link is one that many share: they are not looked up by it.
  private final Set<Long> withCommonLink = new HashSet<>();

  NewEntries(WriteTransaction writing, Poll poll, int source) {
    this.writing = writing;
    this.transaction = writing.sql();
    this.poll = poll;
    this.source = source;
  }

  /// Adds an entry.
  ///
  /// @param hasCommonLink whether its link is too common to identify it
  /// @return its place in the order of arrival
  long add(IncomingEntry arrival, boolean hasCommonLink) {
    var seq = writing.nextSeq();
    arrivals.put(seq, arrival);
    if (hasCommonLink) withCommonLink.add(seq);
    return seq;
  }

  boolean isEmpty() {
    return arrivals.isEmpty();
  }

  boolean has(long seq) {
    return arrivals.containsKey(seq);
  }

  /// The tags that an entry brought.
  List<EntryTag> tags(long seq) {
    return Objects.requireNonNull(arrivals.get(seq)).tags();
  }

  /// Writes the entries.
  ///
  /// @param times at which each counts as arrived
  /// @param tags of those that have any
  void write(Map<Long, Instant> times, Map<Long, List<Numbered>> tags) {
    var taken = takenIds();
    var dates = dates();
    var rows = new ArrayList<Object[]>();
    var bodies = new ArrayList<Object[]>();
    arrivals.forEach((seq, arrival) -> {
      var id = idOf(seq, arrival, taken);
      var ofEntry = tags.getOrDefault(seq, List.of());
      var body = EntryBody.ofNew(arrival.entry());
      var date = dates.getOrDefault(seq, poll.now());
      rows.add(row(seq, arrival, id, date, times.getOrDefault(seq, poll.now()), ofEntry));
      bodies.add(new Object[] {seq, body.deflated()});
      writing.added(seq, Optional.of(stored(seq, arrival, id, date, body.body(), ofEntry)));
    });
    transaction.updateAll(ADD, rows);
    transaction.updateAll(ADD_BODY, bodies);
  }

  /// The entry as it is read from now on.
  private StoredEntry stored(
      long seq,
      IncomingEntry arrival,
      String id,
      Instant published,
      EntryBody body,
      List<Numbered> tags) {
    var updated = updated(arrival, published);
    var entry = arrival.entry();
    return new StoredEntry(
        seq,
        id,
        body.entry(
            entry.title(), entry.link(), entry.linkKey(), entry.language(), published, updated),
        published,
        updated,
        poll.now(),
        poll.now(),
        arrival.audience(),
        Optional.empty(),
        writing.tags().tags(transaction, tags),
        List.of(
            new Sighting(
                writing.sources().source(source),
                entry.id(),
                entry.link(),
                entry.title(),
                entry.published(),
                poll.now(),
                JoinedBy.FIRST,
                OptionalDouble.empty(),
                true)));
  }

  /// The publication times of the entries. Those dated by their arrival are a millisecond apart,
  /// which keeps the document's order in lists by date.
  private Map<Long, Instant> dates() {
    var dates = new HashMap<Long, Instant>();
    var next = poll.now();
    for (var entry : List.copyOf(arrivals.entrySet()).reversed()) {
      var date = entry.getValue().published(poll.now());
      dates.put(entry.getKey(), date.equals(poll.now()) ? next : date);
      if (date.equals(poll.now())) next = next.minusMillis(1);
    }
    return dates;
  }

  private Instant updated(IncomingEntry arrival, Instant published) {
    var updated = arrival.updated(poll.now());
    return updated.equals(poll.now()) ? published : updated;
  }

  /// The time at which each entry counts as arrived, by its place in the order of arrival.
  Map<Long, Instant> arrivalTimes() {
    var published =
        arrivals.values().stream().map(arrival -> arrival.published(poll.now())).toList();
    var archive = Arrivals.isBackCatalogue(poll.before(), published);
    var times = new LinkedHashMap<Long, Instant>();
    arrivals.forEach(
        (seq, arrival) -> times.put(seq, archive ? arrival.published(poll.now()) : poll.now()));
    if (archive) Arrivals.spreadUndated(times, poll.now());
    return times;
  }

  private Object[] row(
      long seq,
      IncomingEntry arrival,
      String id,
      Instant published,
      Instant arrived,
      List<Numbered> tags) {
    var entry = arrival.entry();
    return new Object[] {
      seq,
      id,
      LookupHash.of(id),
      source,
      entry.link(),
      entry.linkKey(),
      withCommonLink.contains(seq) ? Optional.empty() : entry.linkKey().map(LinkHash::of),
      entry.title(),
      entry.language(),
      published,
      updated(arrival, published),
      poll.now(),
      arrived,
      poll.now(),
      arrival.audience().reach().label(),
      Optional.of(arrival.audience().rule()).filter(rule -> !rule.isEmpty()),
      tags.isEmpty() ? Optional.empty() : Optional.of(PackedTags.pack(tags))
    };
  }

  /// An id is unique within its feed only: the first source to use one keeps it, and another
  /// source's entry with the same id gets a new one.
  private String idOf(long seq, IncomingEntry arrival, Set<UUID> taken) {
    var entry = arrival.entry();
    var name = entry.id().or(entry::link).orElseGet(() -> arrival.key().hash().toString());
    return EntryId.candidates(poll.sourceUrl(), entry.id(), name, entry.link(), seq).stream()
        .filter(id -> taken.add(LookupHash.of(id)))
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
            row -> row.hash("uid_hash"),
            (Object) wanted.toArray(UUID[]::new)));
  }

  private List<UUID> wantedIds(IncomingEntry arrival) {
    var entry = arrival.entry();
    var name = entry.id().or(entry::link).orElseGet(() -> arrival.key().hash().toString());
    var ids = new ArrayList<UUID>();
    EntryId.own(entry.id()).ifPresent(id -> ids.add(LookupHash.of(id)));
    ids.add(LookupHash.of(EntryId.minted(poll.sourceUrl(), name)));
    ids.add(LookupHash.of(EntryId.minted(poll.sourceUrl(), name + "\n" + entry.link().orElse(""))));
    return ids;
  }
}
