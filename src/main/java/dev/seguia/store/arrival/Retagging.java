package dev.seguia.store.arrival;

import dev.seguia.feed.Audience;
import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Tag;
import dev.seguia.store.database.Transaction;
import dev.seguia.store.tag.TagTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Gives stored entries other tags, and shows them to others.
public final class Retagging {
  private final Transaction transaction;
  private final TagTable tags;
  private final Audiences audiences;

  public Retagging(Transaction transaction, TagTable tags) {
    this.transaction = transaction;
    this.tags = tags;
    this.audiences = new Audiences(transaction);
  }

  /// Gives an entry these tags and this audience, in place of what it has.
  ///
  /// @return whether anything of it changed
  public boolean set(long seq, List<EntryTag> wanted, Audience audience) {
    var changed = !audiences.of(seq).equals(audience);
    if (changed) audiences.set(seq, audience);
    Map<Tag, EntryTag> missing = new HashMap<>();
    wanted.forEach(tag -> missing.putIfAbsent(tag.tag(), tag));
    var kept = missing.keySet().stream().collect(Collectors.toSet());
    var lost = new ArrayList<Tag>();
    for (var tag : new EntryTags(transaction, tags).of(seq)) {
      missing.remove(tag.tag());
      if (!kept.contains(tag.tag())) lost.add(tag.tag());
    }
    if (!lost.isEmpty()) take(seq, lost);
    give(seq, List.copyOf(missing.values()));
    return changed || !lost.isEmpty() || !missing.isEmpty();
  }

  private void take(long seq, List<Tag> lost) {
    new EntryTags(transaction, tags).take(seq, lost);
    ChangedEntries.mark(transaction, transaction.now(), seq);
  }

  private void give(long seq, List<EntryTag> given) {
    var entryTags = new EntryTags(transaction, tags);
    entryTags.give(seq, given);
    entryTags.write(Map.of());
  }
}
