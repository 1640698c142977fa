package dev.seguia.relate;

import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The tags of the newest entries, in memory and bounded in bytes: frequencies and co-occurrences
/// of tags are counted on demand. Entries decay with age (half-life of 30 days).
///
/// When the bound is reached the oldest entries are forgotten: relations then rest on fewer days.
public final class RecentTags {
  static final Duration HALF_LIFE = Duration.ofDays(30);

  /// Some day; weights of days a century from it can still be told.
  private static final Instant BASE = Instant.parse("2020-01-01T00:00:00Z");

  /// Pairs grow with the square: of an entry with more tags, the first ones by name count together.
  private static final int MOST_TOGETHER = 12;

  /// In bytes, at an estimate.
  private static final int OF_AN_ENTRY = 72;

  private static final int OF_A_TAG_ON_IT = 4;
  private static final int OF_A_TAG = 200;

  private final long mostBytes;
  private final Deque<Tagged> entries = new ArrayDeque<>();
  private final Map<Tag, Use> tags = new HashMap<>();
  private final Map<String, Use> sources = new HashMap<>();
  private final Use all = new Use();
  private long bytes;

  /// @param mostBytes how much memory it may take
  public RecentTags(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /// A frequency among the held entries, weighted by age.
  private static final class Use {
    private String label = "";
    private int entries;
    private double weight;

    void add(double weight) {
      entries++;
      this.weight += weight;
    }

    /// @return whether none is left
    boolean remove(double weight) {
      entries--;
      this.weight = entries == 0 ? 0 : Math.max(0, this.weight - weight);
      return entries == 0;
    }
  }

  /// An entry with its tags.
  ///
  /// @param weight of its date, as [#weight(Instant)] has it
  /// @param together whether its tags count together: one event makes no relation between tags
  private record Tagged(double weight, String source, Tag[] tags, boolean together) {
    boolean has(Tag tag) {
      for (var own : tags) if (own.equals(tag)) return true;
      return false;
    }

    long bytes() {
      return OF_AN_ENTRY + (long) OF_A_TAG_ON_IT * tags.length;
    }
  }

  /// A tag with its recent frequency.
  ///
  /// @param label the spelling to show
  record Weighted(Tag tag, String label, double weight) {}

  /// A tag that occurs together with another one.
  ///
  /// @param together on how many entries both stand
  /// @param alone on how many it stands
  record Neighbour(Tag tag, String label, double together, double alone) {}

  /// The co-occurring tags of a tag.
  ///
  /// @param entries how many there are
  /// @param alone on how many the tag stands
  record Company(double entries, double alone, List<Neighbour> neighbours) {}

  /// The share of a source's entries that have a tag.
  record Share(double bearing, double all) {}

  /// Adds an entry.
  ///
  /// @param source the id of the source that carried it first
  /// @param together whether its tags count together
  public synchronized void add(
      String source, List<EntryTag> entryTags, Instant date, boolean together) {
    var weight = weight(date);
    var names = new Tag[entryTags.size()];
    for (var at = 0; at < names.length; at++) {
      var tag = entryTags.get(at);
      var use = use(tags, tag.tag());
      use.label = tag.label();
      use.add(weight);
      names[at] = tag.tag();
    }
    all.add(weight);
    use(sources, source).add(weight);
    var entry = new Tagged(weight, source, names, together);
    entries.addLast(entry);
    bytes += entry.bytes();
    while (bytes > mostBytes && entries.size() > 1) forgetOldest();
  }

  private <K> Use use(Map<K, Use> uses, K key) {
    var known = uses.get(key);
    if (known != null) return known;
    var use = new Use();
    uses.put(key, use);
    bytes += OF_A_TAG;
    return use;
  }

  private void forgetOldest() {
    var entry = entries.removeFirst();
    bytes -= entry.bytes();
    all.remove(entry.weight());
    for (var tag : entry.tags()) remove(tags, tag, entry.weight());
    remove(sources, entry.source(), entry.weight());
  }

  private <K> void remove(Map<K, Use> uses, K key, double weight) {
    var use = uses.get(key);
    if (use == null || !use.remove(weight)) return;
    uses.remove(key);
    bytes -= OF_A_TAG;
  }

  /// Forgets all.
  synchronized void clear() {
    entries.clear();
    tags.clear();
    sources.clear();
    all.entries = 0;
    all.weight = 0;
    bytes = 0;
  }

  /// Weights only have to be proportional: all are relative to the same day.
  private static double weight(Instant date) {
    var age = date.getEpochSecond() - BASE.getEpochSecond();
    return Math.pow(2, (double) age / HALF_LIFE.toSeconds());
  }

  /// All tags of entries, unordered.
  synchronized List<Weighted> weights(Instant now) {
    var today = weight(now);
    var found = new ArrayList<Weighted>(tags.size());
    tags.forEach((tag, use) -> found.add(new Weighted(tag, use.label, use.weight / today)));
    return found;
  }

  /// How often a tag occurs, alone and together with others.
  synchronized Company of(Tag tag, Instant now) {
    var today = weight(now);
    var together = new HashMap<Tag, Double>();
    if (tags.containsKey(tag))
      for (var entry : entries) if (entry.together() && entry.has(tag)) count(entry, tag, together);
    var neighbours = new ArrayList<Neighbour>(together.size());
    together.forEach((other, weight) -> {
      var use = tags.get(other);
      if (use != null)
        neighbours.add(new Neighbour(other, use.label, weight / today, use.weight / today));
    });
    var alone = tags.get(tag);
    return new Company(all.weight / today, alone == null ? 0 : alone.weight / today, neighbours);
  }

  private static void count(Tagged entry, Tag tag, Map<Tag, Double> together) {
    var counted = Math.min(entry.tags().length, MOST_TOGETHER);
    var isCounted = false;
    for (var at = 0; at < counted; at++) isCounted |= entry.tags()[at].equals(tag);
    if (!isCounted) return;
    for (var at = 0; at < counted; at++) {
      var other = entry.tags()[at];
      if (!other.equals(tag)) together.merge(other, entry.weight(), Double::sum);
    }
  }

  /// How many of the entries of each source that uses a tag bear it.
  synchronized List<Share> shares(Tag tag, Instant now) {
    if (!tags.containsKey(tag)) return List.of();
    var today = weight(now);
    var bearing = new HashMap<String, Double>();
    for (var entry : entries)
      if (entry.has(tag)) bearing.merge(entry.source(), entry.weight(), Double::sum);
    return bearing.entrySet().stream()
        .map(one -> new Share(one.getValue() / today, weightOf(one.getKey()) / today))
        .toList();
  }

  private double weightOf(String source) {
    var use = sources.get(source);
    return use == null ? 0 : use.weight;
  }

  /// The number of entries.
  public synchronized int size() {
    return entries.size();
  }

  /// The memory in use, in bytes, by an estimate.
  public synchronized long heldBytes() {
    return bytes;
  }
}
