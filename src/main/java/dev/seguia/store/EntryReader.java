package dev.seguia.store;

import dev.seguia.feed.Audience;
import dev.seguia.feed.Entry;
import dev.seguia.feed.EntryTag;
import dev.seguia.store.PackedTags.Numbered;
import dev.seguia.store.Sighting.JoinedBy;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads whole entries by their place in the order of arrival.
final class EntryReader {
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
      order by s.first_seen, case when s.joined_by = 'first' then 0 else 1 end, s.source, s.entry_id\
      """;

  private final Transaction transaction;
  private final SourceTable sources;
  private final TagTable tags;

  EntryReader(Transaction transaction, SourceTable sources, TagTable tags) {
    this.transaction = transaction;
    this.sources = sources;
    this.tags = tags;
  }

  /// What the row of an entry holds; its sightings are read besides.
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

  /// The entries, in the order of the list.
  List<StoredEntry> read(List<Long> seqs) {
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

  private Half half(Transaction.Row row) throws SQLException {
    var published = row.instant("published");
    var updated = row.instant("updated");
    var entry =
        Body.inflate(row.bytes("body"))
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
        Audiences.audience(row),
        StoryPlace.of(row.optionalNumber("story"), row.real("score")),
        PackedTags.unpack(row.bytes("tags")));
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

  private Sighting sighting(Transaction.Row row, Entry entry) throws SQLException {
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
