package dev.seguia.store.tag;

import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Tag;
import dev.seguia.store.database.Transaction;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Counts the spellings of tags: the most frequent one is shown.
public final class TagSpellings {
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

  /// How often the only spelling of a tag was used: as often as the tag was given.
  private static final String USES =
      """
      select (select count(*) from entry_tag where tag = ?)
        + (select count(*) from source_tag where tag = ?) as uses\
      """;

  private final Transaction transaction;
  private final TagTable tags;

  public TagSpellings(Transaction transaction, TagTable tags) {
    this.transaction = transaction;
    this.tags = tags;
  }

  /// Counts spellings, and updates which one is shown. A tag with a single spelling is not counted.
  public void count(Collection<EntryTag> spellings) {
    var known = tags.known(transaction, spellings.stream().map(EntryTag::tag).toList());
    var uses = new HashMap<Spelling, Long>();
    for (var tag : spellings) {
      var one = of(known, tag.tag());
      if (one.disputed() || !one.label().equals(tag.label()))
        uses.merge(new Spelling(one, tag.label()), 1L, Long::sum);
    }
    if (uses.isEmpty()) return;
    for (var tag : uses.keySet().stream().map(Spelling::tag).distinct().toList())
      if (!tag.disputed()) dispute(tag, uses);
    transaction.updateAll(
        COUNT_LABEL,
        uses.entrySet().stream()
            .map(use ->
                new Object[] {use.getKey().tag().number(), use.getKey().label(), use.getValue()})
            .toList());
    chooseLabels(uses.keySet());
  }

  private static KnownTag of(Map<Tag, KnownTag> known, Tag tag) {
    return Optional.ofNullable(known.get(tag))
        .orElseThrow(() -> new IllegalStateException("a tag without a number: " + tag));
  }

  private record Spelling(KnownTag tag, String label) {}

  /// At the second spelling of a tag, the uses of the first one are those of the tag so far.
  private void dispute(KnownTag tag, Map<Spelling, Long> others) {
    var all = transaction.number(USES, tag.number(), tag.number()).orElseThrow();
    var ofOthers =
        others.entrySet().stream()
            .filter(use -> use.getKey().tag().equals(tag))
            .mapToLong(Map.Entry::getValue)
            .sum();
    transaction.update(
        "insert into tag_label (tag, label, uses) values (?, ?, ?)",
        tag.number(),
        tag.label(),
        Math.max(0, all - ofOthers));
    tags.remember(new KnownTag(tag.number(), tag.tag(), tag.label(), true));
  }

  /// Another spelling may have become the most frequent one only where another one was used.
  private void chooseLabels(Collection<Spelling> used) {
    var doubtful =
        used.stream()
            .filter(spelling -> !spelling.label().equals(spelling.tag().label()))
            .map(Spelling::tag)
            .distinct()
            .collect(Collectors.toMap(KnownTag::number, Function.identity()));
    transaction.updateAll(
        CHOOSE_LABEL, doubtful.keySet().stream().map(tag -> new Object[] {tag}).toList());
    doubtful.forEach((number, before) ->
        transaction
            .first("select label from tag where nr = ?", row -> row.text("label"), number)
            .filter(label -> !label.equals(before.label()))
            .ifPresent(label -> {
              tags.remember(new KnownTag(number, before.tag(), label, true));
              new FeedTimestamps(transaction).ofLabel(number);
            }));
  }
}
