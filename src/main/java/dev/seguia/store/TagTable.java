package dev.seguia.store;

import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Tag;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The tags in use and their spellings. Numbers of tags never change, so they are kept in memory.
final class TagTable {
  private static final String ALL =
      """
      select t.name, t.label, count(e.seq), coalesce(max(e.arrival), 0)
      from tag t left join entry_tag e on e.tag = t.nr
      where e.seq is not null
        or exists (select 1 from source_tag st join source s on s.nr = st.source
                   where st.tag = t.nr and s.listed)
      group by t.name, t.label
      order by count(e.seq) desc, t.name\
      """;

  private static final String COUNT_LABEL =
      """
      merge into tag_label as l
      using (values (cast(? as integer), cast(? as varchar(400)), cast(? as bigint))) as n (tag, label, uses)
      on l.tag = n.tag and l.label = n.label
      when matched then update set uses = l.uses + n.uses
      when not matched then insert (tag, label, uses) values (n.tag, n.label, n.uses)\
      """;

  /// The most frequent spelling; of two, the one that sorts first.
  private static final String CHOOSE_LABEL =
      """
      update tag set label = coalesce(
        (select l.label from tag_label l where l.tag = tag.nr
         order by l.uses desc, l.label fetch first 1 rows only), label)
      where nr = ?\
      """;

  private final Map<Tag, Integer> numbers = new ConcurrentHashMap<>();
  private final Map<Tag, String> labels = new ConcurrentHashMap<>();

  /// Reads the numbers: also anew, after a transaction was rolled back. Those who ask meanwhile see
  /// no gap.
  void load(Transaction transaction) {
    var found = new HashSet<Tag>();
    transaction.query(
        "select name, nr, label from tag",
        row -> {
          var tag = new Tag(row.text(1));
          labels.put(tag, row.text(3));
          numbers.put(tag, row.integer(2));
          return found.add(tag);
        });
    numbers.keySet().retainAll(found);
    labels.keySet().retainAll(found);
  }

  boolean has(Tag tag) {
    return numbers.containsKey(tag);
  }

  /// The tag's number, or -1 for a tag that nothing has ever carried.
  int number(Tag tag) {
    return numbers.getOrDefault(tag, -1);
  }

  /// The tag's number, which it is given now if it has none.
  int numberOf(Transaction transaction, EntryTag tag) {
    var known = numbers.get(tag.tag());
    if (known != null) return known;
    transaction.update(
        "insert into tag (name, label) values (?, ?)", tag.tag().name(), tag.label());
    var number =
        transaction
            .first("select nr from tag where name = ?", row -> row.integer(1), tag.tag().name())
            .orElseThrow();
    // A transaction that is rolled back leaves a number here that no row has: load() mends that.
    numbers.put(tag.tag(), number);
    labels.put(tag.tag(), tag.label());
    return number;
  }

  /// Counts spellings, and shows the most frequent one from now on.
  void count(Transaction transaction, Collection<EntryTag> spellings) {
    var uses = new HashMap<EntryTag, Long>();
    spellings.forEach(tag ->
        uses.merge(new EntryTag(tag.tag(), tag.label(), EntryTag.Provenance.ENTRY), 1L, Long::sum));
    transaction.updateAll(
        COUNT_LABEL,
        uses.entrySet().stream()
            .map(use ->
                new Object[] {number(use.getKey().tag()), use.getKey().label(), use.getValue()})
            .toList());
    chooseLabels(transaction, uses.keySet());
  }

  /// Another spelling may have become the most frequent one only where another one was used.
  private void chooseLabels(Transaction transaction, Collection<EntryTag> used) {
    var doubtful =
        used.stream()
            .filter(tag -> !tag.label().equals(labels.get(tag.tag())))
            .map(EntryTag::tag)
            .distinct()
            .toList();
    transaction.updateAll(
        CHOOSE_LABEL, doubtful.stream().map(tag -> new Object[] {number(tag)}).toList());
    for (var tag : doubtful)
      transaction
          .first("select label from tag where name = ?", row -> row.text(1), tag.name())
          .filter(label -> !label.equals(labels.put(tag, label)))
          .ifPresent(_ -> new UndatedChanges(transaction).ofLabel(number(tag)));
  }

  List<StoredTag> all(Transaction transaction) {
    return transaction.query(
        ALL,
        row ->
            new StoredTag(
                new Tag(row.text(1)),
                row.text(2),
                row.number(3),
                Instant.ofEpochMilli(row.number(4))));
  }
}
