package dev.seguia.store;

import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Gives the entries of one poll their tags, and knows whose feeds change by it.
final class EntryTags {
  private static final String ADD =
      "insert into entry_tag (tag, arrival, seq, provenance) values (?, ?, ?, ?)";

  private static final String ADD_TO_KNOWN =
      """
      insert into entry_tag (tag, arrival, seq, provenance)
      select cast(? as integer), e.arrival, e.seq, cast(? as varchar(8)) from entry e
      where e.seq = ? and not exists (
        select 1 from entry_tag t where t.tag = ? and t.arrival = e.arrival and t.seq = e.seq)\
      """;

  private final Transaction transaction;
  private final TagTable tags;
  private final Map<Long, Map<Tag, EntryTag>> given = new LinkedHashMap<>();
  private final Set<Tag> touched = new HashSet<>();

  EntryTags(Transaction transaction, TagTable tags) {
    this.transaction = transaction;
    this.tags = tags;
  }

  /// The tags that one source gives to an entry; what the entry has already stays.
  void give(long seq, List<EntryTag> entryTags) {
    var all = given.computeIfAbsent(seq, any -> new LinkedHashMap<>());
    entryTags.forEach(tag -> all.putIfAbsent(tag.tag(), tag));
  }

  /// Writes what was given.
  ///
  /// @param added when the new entries arrived; all others are known ones
  void write(Map<Long, Instant> added) {
    var rows = new ArrayList<Object[]>();
    var spellings = new ArrayList<EntryTag>();
    given.forEach((seq, entryTags) -> {
      var arrival = added.get(seq);
      for (var tag : entryTags.values()) {
        var number = tags.numberOf(transaction, tag);
        if (arrival != null) rows.add(new Object[] {number, arrival, seq, tag.from().label()});
        if (arrival != null || giveKnown(number, seq, tag)) spellings.add(tag);
      }
    });
    transaction.updateAll(ADD, rows);
    spellings.forEach(tag -> touched.add(tag.tag()));
    tags.count(transaction, spellings);
  }

  private boolean giveKnown(int number, long seq, EntryTag tag) {
    if (transaction.update(ADD_TO_KNOWN, number, tag.from().label(), seq, number) == 0)
      return false;
    Changes.mark(transaction, transaction.now(), seq);
    new UndatedChanges(transaction).ofMembers(number);
    return true;
  }

  /// Takes a tag from a known entry.
  void take(long seq, Tag tag) {
    var number = tags.number(tag);
    transaction.update("delete from entry_tag where seq = ? and tag = ?", seq, number);
    new UndatedChanges(transaction).ofMembers(number);
  }

  /// That entries lost these tags.
  void taken(Collection<Tag> tags) {
    touched.addAll(tags);
  }

  boolean hasTouched() {
    return !touched.isEmpty();
  }

  /// The tags whose feeds change: those given now, and all that the changed entries have.
  Set<Tag> touched(Collection<Long> changed) {
    if (!changed.isEmpty())
      touched.addAll(
          transaction.query(
              """
              select distinct t.name from entry_tag e join tag t on t.nr = e.tag
              where e.seq = any(?)\
              """,
              row -> new Tag(row.text(1)),
              (Object) changed.toArray(Long[]::new)));
    return touched;
  }
}
