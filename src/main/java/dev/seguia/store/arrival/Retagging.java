package dev.seguia.store.arrival;

import dev.seguia.feed.Audience;
import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Tag;
import dev.seguia.store.session.WriteTransaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Changes the tags and audience of stored entries.
public final class Retagging {
  private final WriteTransaction writing;
  private final Audiences audiences;

  public Retagging(WriteTransaction writing) {
    this.writing = writing;
    this.audiences = new Audiences(writing);
  }

  /// Replaces the tags and the audience of an entry.
  ///
  /// @return whether anything of it changed
  public boolean set(long seq, List<EntryTag> wanted, Audience audience) {
    var changed = !audiences.of(seq).equals(audience);
    if (changed) audiences.set(seq, audience);
    Map<Tag, EntryTag> missing = new HashMap<>();
    wanted.forEach(tag -> missing.putIfAbsent(tag.tag(), tag));
    var kept = missing.keySet().stream().collect(Collectors.toSet());
    var lost = new ArrayList<Tag>();
    for (var tag : new EntryTags(writing).of(seq)) {
      missing.remove(tag.tag());
      if (!kept.contains(tag.tag())) lost.add(tag.tag());
    }
    if (!lost.isEmpty()) take(seq, lost);
    give(seq, List.copyOf(missing.values()));
    return changed || !lost.isEmpty() || !missing.isEmpty();
  }

  private void take(long seq, List<Tag> lost) {
    new EntryTags(writing).take(seq, lost);
    writing.markChanged(seq);
  }

  private void give(long seq, List<EntryTag> given) {
    var entryTags = new EntryTags(writing);
    entryTags.give(seq, given);
    entryTags.write(Map.of());
  }
}
