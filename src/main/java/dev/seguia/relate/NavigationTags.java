package dev.seguia.relate;

import dev.seguia.feed.Tag;
import dev.seguia.store.RelationStore;
import dev.seguia.store.RelationStore.Share;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/// Tells the tags that are for going about: their sources put them on so many entries that they say
/// nothing of any. One can filter by them, but they are no company.
final class NavigationTags {
  /// A tag on a larger share of the entries of all its sources is one.
  private static final double COMMON = 0.3;

  /// In entries, as counts fade; a third of fewer is a handful, and says no such thing.
  private static final double FEW = 30;

  private final RelationStore store;
  private final Remembered<Tag, Boolean> known = new Remembered<>(this::find);

  NavigationTags(RelationStore store) {
    this.store = store;
  }

  boolean has(Tag tag, Instant now) {
    return known.of(tag, now);
  }

  private boolean find(Tag tag, Instant now) {
    var ofSources = store.shares(tag);
    var all = sum(ofSources, Share::all, now);
    return all >= FEW && sum(ofSources, Share::bearing, now) > COMMON * all;
  }

  private static double sum(
      List<Share> shares, Function<Share, RelationStore.Faded> count, Instant now) {
    return shares.stream().map(count).mapToDouble(faded -> DecayedCount.of(faded).at(now)).sum();
  }
}
