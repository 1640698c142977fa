package dev.seguia.store.entry;

import dev.seguia.feed.Audience;
import dev.seguia.feed.Entry;
import dev.seguia.feed.EntryTag;
import dev.seguia.memory.MemoryShare;
import dev.seguia.store.database.Row;
import dev.seguia.store.database.Transaction;
import dev.seguia.store.entry.Sighting.JoinedBy;
import dev.seguia.store.state.SourceTable;
import dev.seguia.store.tag.PackedTags;
import dev.seguia.store.tag.PackedTags.Numbered;
import dev.seguia.store.tag.TagTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads whole entries by their arrival number.
public final class EntryReader {
  private static final String ENTRIES =
      """
      select e.seq, e.uid, e.link, e.link_key, e.title, e.language, e.published, e.updated,
        e.first_seen, e.changed, b.body, e.audience, e.audience_rule, e.tags, y.story, y.score
      from entry e join entry_body b on b.seq = e.seq
      left join entry_story y on y.seq = e.seq
      where e.seq = any(?)\
      """;

  private static final String SIGHTINGS =
      """
      select s.seq, s.source, s.entry_id, s.link, s.title, s.published, s.first_seen, s.joined_by,
        s.score, x.shown
      from sighting s
      left join sighting_text x on x.source = s.source and x.entry_key = s.entry_key
      where s.seq = any(?)
      order by case when s.joined_by = 'first' then 0 else 1 end, s.first_seen, s.source, s.entry_id\
      """;

  private static final String SIZES =
      "select seq, octet_length(body) as bytes from entry_body where seq = any(?)";

  /// In deflated bytes: texts of which together a list has as many as it will.
  private static final int LARGE = 20 << 10;

  /// In deflated bytes, of the texts that are read at once: each may be a megabyte, and takes three
  /// times as much when it is read.
  private static final long MOST_BYTES = MemoryShare.FEEDS.bytes() / 8;

  private final Transaction transaction;
  private final SourceTable sources;
  private final TagTable tags;

  public EntryReader(Transaction transaction, SourceTable sources, TagTable tags) {
    this.transaction = transaction;
    this.sources = sources;
    this.tags = tags;
  }

  /// An entry's own row, without its sightings.
  private record Half(
      long seq,
      String id,
      Entry entry,
      Instant published,
      Instant updated,
      Instant firstSeen,
      Instant changed,
      Audience audience,
      Optional<StoryPlace> story,
      List<Numbered> tags) {}

  /// How many bytes the texts of some entries take.
  private Map<Long, Long> sizes(Collection<Long> seqs) {
    var sizes = new HashMap<Long, Long>();
    transaction.query(
        SIZES,
        row -> sizes.put(row.number("seq"), row.number("bytes")),
        (Object) seqs.toArray(Long[]::new));
    return sizes;
  }

  /// The first entries of a list that fit in memory together; at least one.
  public List<Long> fitting(List<Long> seqs) {
    if (seqs.size() < 2) return seqs;
    var sizes = sizes(seqs);
    var bytes = 0L;
    for (var at = 0; at < seqs.size(); at++) {
      bytes += sizes.getOrDefault(seqs.get(at), 0L);
      if (bytes > MOST_BYTES && at > 0) return seqs.subList(0, at);
    }
    return seqs;
  }

  /// The entries in the order of the list, to be shown together: if their texts are too large
  /// together, the later ones have only the beginning of theirs.
  public List<StoredEntry> readForList(List<Long> seqs) {
    var cut = beyond(seqs);
    if (cut.isEmpty()) return read(seqs);
    var found = new HashMap<Long, StoredEntry>();
    read(seqs.stream().filter(seq -> !cut.contains(seq)).toList())
        .forEach(entry -> found.put(entry.seq(), entry));
    for (var seq : cut) read(List.of(seq)).forEach(entry -> found.put(seq, entry.withoutContent()));
    return seqs.stream().flatMap(seq -> Optional.ofNullable(found.get(seq)).stream()).toList();
  }

  private Set<Long> beyond(List<Long> seqs) {
    var beyond = new HashSet<Long>();
    if (seqs.size() < 2) return beyond;
    var sizes = sizes(seqs);
    var bytes = 0L;
    for (var seq : seqs) {
      var size = sizes.getOrDefault(seq, 0L);
      if (size < LARGE) continue;
      bytes += size;
      if (bytes > MOST_BYTES) beyond.add(seq);
    }
    return beyond;
  }

  /// The entries in the order of the list.
  public List<StoredEntry> read(List<Long> seqs) {
    if (seqs.isEmpty()) return List.of();
    Object wanted = seqs.toArray(Long[]::new);
    var halves = new LinkedHashMap<Long, Half>();
    transaction.query(ENTRIES, this::half, wanted).forEach(half -> halves.put(half.seq(), half));
    var sightings = sightings(wanted, halves);
    var numbered = new HashMap<Long, List<Numbered>>();
    halves.forEach((seq, half) -> numbered.put(seq, half.tags()));
    var ofEntries = tags.tags(transaction, numbered);
    return seqs.stream()
        .flatMap(seq -> Optional.ofNullable(halves.get(seq)).stream())
        .map(half -> whole(half, ofEntries, sightings))
        .toList();
  }

  private static StoredEntry whole(
      Half half, Map<Long, List<EntryTag>> tags, Map<Long, List<Sighting>> sightings) {
    return new StoredEntry(
        half.seq(),
        half.id(),
        half.entry(),
        half.published(),
        half.updated(),
        half.firstSeen(),
        half.changed(),
        half.audience(),
        half.story(),
        tags.getOrDefault(half.seq(), List.of()),
        sightings.getOrDefault(half.seq(), List.of()));
  }

  private Half half(Row row) {
    var published = row.instant("published");
    var updated = row.instant("updated");
    var entry =
        EntryBody.inflate(row.bytes("body"))
            .entry(
                row.text("title"),
                row.optionalText("link"),
                row.optionalText("link_key"),
                row.optionalText("language"),
                published,
                updated);
    return new Half(
        row.number("seq"),
        row.text("uid"),
        entry,
        published,
        updated,
        row.instant("first_seen"),
        row.instant("changed"),
        audience(row),
        StoryPlace.of(row.optionalNumber("story"), row.real("score")),
        PackedTags.unpack(row.bytes("tags")));
  }

  /// Reads the columns `audience` and `audience_rule`.
  public static Audience audience(Row row) {
    return new Audience(
        Audience.Reach.ofLabel(row.text("audience")), row.optionalText("audience_rule").orElse(""));
  }

  private Map<Long, List<Sighting>> sightings(Object wanted, Map<Long, Half> halves) {
    var sightings = new HashMap<Long, List<Sighting>>();
    transaction.query(
        SIGHTINGS,
        row -> {
          var half = halves.get(row.number("seq"));
          return half != null
              && sightings
                  .computeIfAbsent(half.seq(), any -> new ArrayList<>())
                  .add(sighting(row, half.entry()));
        },
        wanted);
    return sightings;
  }

  private Sighting sighting(Row row, Entry entry) {
    var joinedBy = JoinedBy.ofLabel(row.text("joined_by"));
    var own = joinedBy == JoinedBy.FIRST;
    return new Sighting(
        sources.source(row.integer("source")),
        row.optionalText("entry_id"),
        own ? entry.link() : row.optionalText("link"),
        own ? entry.title() : row.optionalText("title").orElse(""),
        row.optionalInstant("published"),
        row.instant("first_seen"),
        joinedBy,
        row.optionalReal("score"),
        row.optionalBool("shown").orElse(own));
  }
}
