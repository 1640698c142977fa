package dev.seguia.store;

import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Tag;
import dev.seguia.source.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The tags that the list of sources gives to all entries of a source.
final class SourceTags {
  private static final String LACK =
      """
      e.seq in (select s.seq from sighting s where s.source = ?)
        and e.audience in ('all', 'muted')
        and not exists (
          select 1 from entry_tag t
          where t.tag = ? and t.arrival = e.arrival and t.seq = e.seq)\
      """;

  private static final String OF_ENTRY =
      """
      select t.name, st.label, st.provenance from sighting s
      join source_tag st on st.source = s.source join tag t on t.nr = st.tag
      where s.seq = ?\
      """;

  private static final String RETAG =
      """
      insert into entry_tag (tag, arrival, seq, provenance)
      select cast(? as integer), e.arrival, e.seq, cast(? as varchar(8))
      from entry e
      where \
      """
          + LACK;

  private static final String CHANGED_BY_RETAG =
      """
      update entry e set changed = ?, revision = ?
      where \
      """
          + LACK;

  /// An entry keeps the tag if it has it of itself, or by another source that it stands in.
  private static final String LOSE =
      """
      tag = ? and provenance in ('folder', 'category', 'source')
        and seq in (select s.seq from sighting s where s.source = ?)
        and not exists (
          select 1 from sighting s join source_tag t on t.source = s.source
          where s.seq = entry_tag.seq and t.tag = entry_tag.tag and s.source <> ?)\
      """;

  private static final String UNTAG = "delete from entry_tag where " + LOSE;

  private static final String CHANGED_BY_UNTAG =
      "update entry set changed = ?, revision = ? where seq in (select seq from entry_tag where "
          + LOSE
          + ")";

  private final Transaction transaction;
  private final TagTable tags;

  SourceTags(Transaction transaction, TagTable tags) {
    this.transaction = transaction;
    this.tags = tags;
  }

  /// The tags that an entry has by the sources that carry it.
  static List<EntryTag> ofEntry(Transaction transaction, long seq) {
    return transaction.query(
        OF_ENTRY,
        row ->
            new EntryTag(
                new Tag(row.text(1)), row.text(2), EntryTag.Provenance.ofLabel(row.text(3))),
        seq);
  }

  /// Gives all entries of a source the tags that it has now, and takes those that it no longer has.
  void give(int number, Source source) {
    var before = tagsOf(number);
    var wanted =
        source.tags().stream()
            .collect(Collectors.toMap(EntryTag::tag, tag -> tag, (first, second) -> first));
    for (var tag : before.keySet()) if (!wanted.containsKey(tag)) untag(number, tags.number(tag));
    for (var tag : wanted.values()) if (!before.containsKey(tag.tag())) add(number, tag);
  }

  private Map<Tag, String> tagsOf(int number) {
    var found = new HashMap<Tag, String>();
    transaction.query(
        "select t.name, s.label from source_tag s join tag t on t.nr = s.tag where s.source = ?",
        row -> found.put(new Tag(row.text(1)), row.text(2)),
        number);
    return found;
  }

  private void untag(int number, int tag) {
    transaction.update("delete from source_tag where source = ? and tag = ?", number, tag);
    transaction.update(
        CHANGED_BY_UNTAG, transaction.now(), transaction.revision(), tag, number, number);
    if (transaction.update(UNTAG, tag, number, number) > 0)
      new UndatedChanges(transaction).ofMembers(tag);
  }

  private void add(int number, EntryTag tag) {
    var tagNumber = tags.numberOf(transaction, tag);
    transaction.update(
        "insert into source_tag (source, tag, label, provenance) values (?, ?, ?, ?)",
        number,
        tagNumber,
        tag.label(),
        tag.from().label());
    transaction.update(
        CHANGED_BY_RETAG, transaction.now(), transaction.revision(), number, tagNumber);
    if (transaction.update(RETAG, tagNumber, tag.from().label(), number, tagNumber) > 0)
      new UndatedChanges(transaction).ofMembers(tagNumber);
    tags.count(transaction, List.of(tag));
  }
}
