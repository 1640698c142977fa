package dev.seguia.relate;

import dev.seguia.feed.Tag;
import dev.seguia.relate.RecentTags.Share;
import java.time.Instant;

/// Recognises navigation tags (heuristic): their sources put them on so many entries that they say
/// nothing about any. They can filter, but are not shown as related tags.
final class NavigationTags {
  /// A tag on a larger share of the entries of all its sources is one.
  private static final double COMMON = 0.3;

  /// In entries, as counts fade; a third of fewer is a handful, and says no such thing.
  private static final double FEW = 30;

  private final RecentTags recent;
  private final Remembered<Tag, Boolean> known = new Remembered<>(this::find);

  NavigationTags(RecentTags recent) {
    this.recent = recent;
  }

  boolean has(Tag tag, Instant now) {
    return known.of(tag, now);
  }

  private boolean find(Tag tag, Instant now) {
    var ofSources = recent.shares(tag, now);
    var all = ofSources.stream().mapToDouble(Share::all).sum();
    return all >= FEW && ofSources.stream().mapToDouble(Share::bearing).sum() > COMMON * all;
  }
}
