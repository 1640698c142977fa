package dev.seguia.store;

import dev.seguia.feed.Audience;
import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Tag;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Gives stored entries other tags, and shows them to others.
final class Retagging {
  private static final String TAGS =
      """
      select t.name, e.provenance from entry_tag e join tag t on t.nr = e.tag
      where e.seq = ?\
      """;

  private final Transaction transaction;
  private final TagTable tags;
  private final Audiences audiences;

  Retagging(Transaction transaction, TagTable tags) {
    this.transaction = transaction;
    this.tags = tags;
    this.audiences = new Audiences(transaction);
  }

  /// Gives an entry these tags and this audience, in place of what it has.
  ///
  /// @return whether anything of it changed
  boolean set(long seq, List<EntryTag> wanted, Audience audience) {
    var changed = !audiences.of(seq).equals(audience);
    if (changed) audiences.set(seq, audience);
    Map<Tag, EntryTag> missing = new HashMap<>();
    wanted.forEach(tag -> missing.putIfAbsent(tag.tag(), tag));
    var kept = missing.keySet().stream().collect(Collectors.toSet());
    for (var tag : tagsOf(seq)) {
      missing.remove(tag);
      if (!kept.contains(tag)) changed |= take(seq, tag);
    }
    give(seq, List.copyOf(missing.values()));
    return changed || !missing.isEmpty();
  }

  private List<Tag> tagsOf(long seq) {
    return transaction.query(TAGS, row -> new Tag(row.text(1)), seq);
  }

  private boolean take(long seq, Tag tag) {
    new EntryTags(transaction, tags).take(seq, tag);
    Changes.mark(transaction, transaction.now(), seq);
    return true;
  }

  private void give(long seq, List<EntryTag> given) {
    var entryTags = new EntryTags(transaction, tags);
    entryTags.give(seq, given);
    entryTags.write(Map.of());
  }
}
