package dev.seguia.store.arrival;

import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Tag;
import dev.seguia.source.Source;
import dev.seguia.store.database.Transaction;
import dev.seguia.store.session.WriteTransaction;
import dev.seguia.store.tag.TagSpellings;
import dev.seguia.store.tag.TagTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// The tags that the list of sources gives to all entries of a source.
public final class SourceTags {
  private static final int AT_ONCE = 1_000;

  private static final String OF_ENTRY =
      """
      select t.name, st.label, st.provenance from sighting s
      join source_tag st on st.source = s.source join tag t on t.nr = st.tag
      where s.seq = ?\
      """;

  private static final String CARRIED =
      """
      select s.entry_key, s.seq, e.audience in ('all', 'muted') as takes_tags
      from sighting s join entry e on e.seq = s.seq
      where s.source = ? and s.entry_key > ?
      order by s.source, s.entry_key
      fetch first ? rows only\
      """;

  /// An entry keeps the tag that another source gives it, in which it stands as well.
  private static final String LOSE =
      """
      select s.entry_key, s.seq, not exists (
          select 1 from sighting o join source_tag t on t.source = o.source
          where o.seq = s.seq and t.tag = ? and o.source <> s.source) as loses
      from sighting s
      where s.source = ? and s.entry_key > ?
      order by s.source, s.entry_key
      fetch first ? rows only\
      """;

  private static final UUID LOWEST = new UUID(0, 0);

  private final WriteTransaction writing;
  private final Transaction transaction;
  private final TagTable tags;

  public SourceTags(WriteTransaction writing) {
    this.writing = writing;
    this.transaction = writing.sql();
    this.tags = writing.tags();
  }

  /// The tags of an entry from the sources that carry it.
  public static List<EntryTag> ofEntry(Transaction transaction, long seq) {
    return transaction.query(
        OF_ENTRY,
        row ->
            new EntryTag(
                new Tag(row.text("name")),
                row.text("label"),
                EntryTag.Provenance.ofLabel(row.text("provenance"))),
        seq);
  }

  /// Gives all entries of a source its current tags, and removes those that it no longer has.
  public void give(int number, Source source) {
    var before = tagsOf(number);
    var wanted =
        source.tags().stream()
            .collect(Collectors.toMap(EntryTag::tag, tag -> tag, (first, second) -> first));
    for (var tag : before.keySet())
      if (!wanted.containsKey(tag)) untag(number, tags.number(transaction, tag));
    for (var tag : wanted.values()) if (!before.containsKey(tag.tag())) add(number, tag);
  }

  private Map<Tag, String> tagsOf(int number) {
    var found = new HashMap<Tag, String>();
    transaction.query(
        "select t.name, s.label from source_tag s join tag t on t.nr = s.tag where s.source = ?",
        row -> found.put(new Tag(row.text("name")), row.text("label")),
        number);
    return found;
  }

  private void untag(int number, int tag) {
    transaction.update("delete from source_tag where source = ? and tag = ?", number, tag);
    for (var page = losing(number, tag, LOWEST); !page.isEmpty(); ) {
      new EntryTags(writing).takeAll(meant(page), tag);
      page = losing(number, tag, page.getLast().key());
    }
  }

  private void add(int number, EntryTag tag) {
    var tagNumber = tags.numbersOf(transaction, List.of(tag)).getOrDefault(tag.tag(), -1);
    transaction.update(
        "insert into source_tag (source, tag, label, provenance) values (?, ?, ?, ?)",
        number,
        tagNumber,
        tag.label(),
        tag.from().label());
    for (var page = carried(number, LOWEST); !page.isEmpty(); ) {
      new EntryTags(writing).giveAll(meant(page), tag);
      page = carried(number, page.getLast().key());
    }
    new TagSpellings(transaction, tags).count(List.of(tag));
  }

  /// An entry of the source.
  ///
  /// @param isMeant whether it gains or loses the tag
  private record Carried(UUID key, long seq, boolean isMeant) {}

  private static List<Long> meant(List<Carried> page) {
    return page.stream().filter(Carried::isMeant).map(Carried::seq).distinct().toList();
  }

  /// By their keys: a source may carry more entries than there is memory for.
  private List<Carried> carried(int number, UUID after) {
    return transaction.query(
        CARRIED,
        row -> new Carried(row.hash("entry_key"), row.number("seq"), row.bool("takes_tags")),
        number,
        after,
        AT_ONCE);
  }

  private List<Carried> losing(int number, int tag, UUID after) {
    return transaction.query(
        LOSE,
        row -> new Carried(row.hash("entry_key"), row.number("seq"), row.bool("loses")),
        tag,
        number,
        after,
        AT_ONCE);
  }
}
