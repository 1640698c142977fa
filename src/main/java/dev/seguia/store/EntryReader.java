package dev.seguia.store;

import dev.seguia.feed.Audience;
import dev.seguia.feed.Entry;
import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Tag;
import dev.seguia.store.Sighting.JoinedBy;
import java.sql.SQLException;
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
        e.first_seen, e.changed, b.body, e.audience, e.audience_rule, e.story, e.story_score
      from entry e join entry_body b on b.seq = e.seq
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

  private static final String TAGS =
      """
      select e.seq, t.name, t.label, e.provenance
      from entry_tag e join tag t on t.nr = e.tag
      where e.seq = any(?)
      order by t.name\
      """;

  private final Transaction transaction;
  private final SourceTable sources;

  EntryReader(Transaction transaction, SourceTable sources) {
    this.transaction = transaction;
    this.sources = sources;
  }

  /// What the row of an entry holds; its tags and sightings are read besides.
  private record Half(
      long seq,
      String id,
      Entry entry,
      java.time.Instant published,
      java.time.Instant updated,
      java.time.Instant firstSeen,
      java.time.Instant changed,
      Audience audience,
      Optional<StoryPlace> story) {}

  /// The entries, in the order of the list.
  List<StoredEntry> read(List<Long> seqs) {
    if (seqs.isEmpty()) return List.of();
    Object wanted = seqs.toArray(Long[]::new);
    var halves = new LinkedHashMap<Long, Half>();
    transaction.query(ENTRIES, this::half, wanted).forEach(half -> halves.put(half.seq(), half));
    var sightings = sightings(wanted, halves);
    var tags = tags(wanted);
    return seqs.stream()
        .flatMap(seq -> Optional.ofNullable(halves.get(seq)).stream())
        .map(half -> whole(half, tags, sightings))
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
    var body = Body.inflate(row.bytes(11));
    var published = row.instant(7);
    var updated = row.instant(8);
    var entry =
        new Entry(
            Optional.empty(),
            row.optionalText(3),
            row.optionalText(4),
            row.text(5),
            body.summary(),
            body.content(),
            Optional.of(published),
            Optional.of(updated),
            body.authors(),
            body.categories(),
            body.enclosures(),
            body.image(),
            body.comments(),
            row.optionalText(6),
            body.rights(),
            body.origin());
    return new Half(
        row.number(1),
        row.text(2),
        entry,
        published,
        updated,
        row.instant(9),
        row.instant(10),
        new Audience(Audience.Reach.ofLabel(row.text(12)), row.optionalText(13).orElse("")),
        StoryPlace.of(row.optionalNumber(14), row.real(15)));
  }

  private Map<Long, List<Sighting>> sightings(Object wanted, Map<Long, Half> halves) {
    var sightings = new HashMap<Long, List<Sighting>>();
    transaction.query(
        SIGHTINGS,
        row -> {
          var half = halves.get(row.number(1));
          return half != null
              && sightings
                  .computeIfAbsent(half.seq(), any -> new ArrayList<>())
                  .add(sighting(row, half.entry()));
        },
        wanted);
    return sightings;
  }

  private Sighting sighting(Transaction.Row row, Entry entry) throws SQLException {
    var joinedBy = JoinedBy.ofLabel(row.text(8));
    var own = joinedBy == JoinedBy.FIRST;
    return new Sighting(
        sources.source(row.integer(2)),
        row.optionalText(3),
        own ? entry.link() : row.optionalText(4),
        own ? entry.title() : row.optionalText(5).orElse(""),
        row.optionalInstant(6),
        row.instant(7),
        joinedBy,
        row.optionalReal(9),
        row.optionalBool(10).orElse(own));
  }

  private Map<Long, List<EntryTag>> tags(Object wanted) {
    var tags = new HashMap<Long, List<EntryTag>>();
    transaction.query(
        TAGS,
        row ->
            tags.computeIfAbsent(row.number(1), any -> new ArrayList<>())
                .add(
                    new EntryTag(
                        new Tag(row.text(2)),
                        row.text(3),
                        EntryTag.Provenance.ofLabel(row.text(4)))),
        wanted);
    return tags;
  }
}
