package dev.seguia.store.arrival;

import dev.seguia.feed.EntryTag;
import dev.seguia.store.database.LookupHash;
import dev.seguia.store.database.Row;
import dev.seguia.store.database.Transaction;
import dev.seguia.store.entry.EntryBody;
import dev.seguia.store.entry.EntryId;
import dev.seguia.store.entry.LinkHash;
import dev.seguia.store.session.WriteTransaction;
import dev.seguia.store.state.SourceTable;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Splits a merged entry: what was merged into it becomes an entry of its own permanently, since
/// its source finds it there by its key.
public final class Splitting {
  private static final String JOINED =
      """
      select s.source, s.entry_key, s.entry_id, s.link, coalesce(s.title, '') as title, s.published,
        s.first_seen, x.body, x.link_key, x.language, coalesce(x.tags, '[]') as tags,
        coalesce(x.shown, false) as shown
      from sighting s
      left join sighting_text x on x.source = s.source and x.entry_key = s.entry_key
      where s.seq = ? and s.joined_by <> 'first'
      order by s.first_seen, s.source, s.entry_key\
      """;

  private final Transaction transaction;
  private final WriteTransaction writing;
  private final SourceTable sources;
  private final Audiences audiences;

  public Splitting(WriteTransaction writing) {
    this.writing = writing;
    this.transaction = writing.sql();
    this.sources = writing.sources();
    this.audiences = new Audiences(writing);
  }

  /// A sighting that is split off.
  private record Leaver(
      int source,
      UUID key,
      Optional<String> id,
      Optional<String> link,
      String title,
      Instant published,
      Instant firstSeen,
      Optional<byte[]> body,
      Optional<String> linkKey,
      Optional<String> language,
      List<EntryTag> tags,
      boolean shown) {
    static Leaver of(Row row) {
      var firstSeen = row.instant("first_seen");
      return new Leaver(
          row.integer("source"),
          row.hash("entry_key"),
          row.optionalText("entry_id"),
          row.optionalText("link"),
          row.text("title"),
          row.optionalInstant("published")
              .filter(date -> !date.isAfter(firstSeen))
              .orElse(firstSeen),
          firstSeen,
          Optional.of(row.bytes("body")).filter(body -> body.length > 0),
          row.optionalText("link_key"),
          row.optionalText("language"),
          SightingTexts.GivenTag.read(row.text("tags")),
          row.bool("shown"));
    }
  }

  /// Splits an entry.
  ///
  /// @param source whose sightings leave; those of all but the first if absent
  /// @return the ids of the new entries
  public List<String> split(long seq, Optional<String> source) {
    var number = source.map(id -> sources.numberIfKnown(id).orElse(-1));
    var leavers =
        transaction.query(JOINED, Leaver::of, seq).stream()
            .filter(leaver -> number.filter(wanted -> wanted != leaver.source()).isEmpty())
            .toList();
    if (leavers.isEmpty()) return List.of();
    var showed = leavers.stream().anyMatch(Leaver::shown);
    var ids = leavers.stream().map(leaver -> leave(leaver, seq)).toList();
    new Remaining(writing).restore(seq, showed);
    writing.markChanged(seq);
    return ids;
  }

  private String leave(Leaver leaver, long from) {
    var seq = writing.nextSeq();
    writing.added(seq, Optional.empty());
    var id = freeId(leaver, seq);
    transaction.updateAll(NewEntries.ADD, List.<Object[]>of(row(leaver, seq, id, from)));
    var body = leaver.body().orElseGet(Splitting::nothing);
    transaction.update(NewEntries.ADD_BODY, seq, body);
    transaction.update(Sightings.BE_FIRST, seq, leaver.source(), leaver.key());
    transaction.update(
        "delete from sighting_text where source = ? and entry_key = ?",
        leaver.source(),
        leaver.key());
    transaction.update(
        "update article_copy set seq = ? where source = ? and entry_key = ?",
        seq,
        leaver.source(),
        leaver.key());
    giveTags(seq, leaver.tags());
    if (leaver.body().isEmpty()) askAgain(leaver);
    return id;
  }

  private static byte[] nothing() {
    return EntryBody.deflate(
        new EntryBody(
            "",
            "",
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            "",
            Optional.empty()));
  }

  /// A copy that was merged before texts were stored has no text of its own: its source is
  /// requested unconditionally.
  private void askAgain(Leaver leaver) {
    transaction.update(
        "update poll_state set etag = null, last_modified = null, body_hash = null where source = ?",
        leaver.source());
    transaction.update(
        "update sighting set all_hash = ? where source = ? and entry_key = ?",
        new UUID(0, 0),
        leaver.source(),
        leaver.key());
  }

  private String freeId(Leaver leaver, long seq) {
    URI url = sources.source(leaver.source()).url();
    var name = leaver.id().or(leaver::link).orElseGet(() -> leaver.key().toString());
    return EntryId.candidates(url, leaver.id(), name, leaver.link(), seq).stream()
        .filter(id ->
            transaction
                .first("select 1 from entry where uid_hash = ?", _ -> true, LookupHash.of(id))
                .isEmpty())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no id is free for " + name));
  }

  private Object[] row(Leaver leaver, long seq, String id, long from) {
    var audience = audiences.of(from);
    return new Object[] {
      seq,
      id,
      LookupHash.of(id),
      leaver.source(),
      leaver.link(),
      leaver.linkKey(),
      leaver.linkKey().map(LinkHash::of),
      leaver.title(),
      leaver.language(),
      leaver.published(),
      leaver.published(),
      leaver.firstSeen(),
      leaver.firstSeen(),
      transaction.now(),
      audience.reach().label(),
      Optional.of(audience.rule()).filter(rule -> !rule.isEmpty()),
      Optional.empty()
    };
  }

  private void giveTags(long seq, List<EntryTag> given) {
    var all = new ArrayList<>(given);
    all.removeIf(tag -> tag.from().isOfSource());
    all.addAll(SourceTags.ofEntry(transaction, seq));
    var entryTags = new EntryTags(writing);
    entryTags.give(seq, all);
    entryTags.write(Map.of());
  }
}
