package dev.seguia.search;

import dev.seguia.feed.Entry;
import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Tag;
import dev.seguia.store.entry.StoredEntry;
import dev.seguia.text.Truncation;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// The searchable fields of an entry.
///
/// @param seq the order of arrival, which names the entry in the index
/// @param text plain: the summary and the content
/// @param language a BCP 47 tag in lower case
/// @param tags in normal form
/// @param carriers the sources that carry it, the one that was first before the others
/// @param arrived when it counts as arrived: an old entry of a new source at its own date
public record SearchEntry(
    long seq,
    String title,
    String text,
    Optional<String> language,
    SortedSet<Tag> tags,
    List<Carrier> carriers,
    Instant published,
    Instant arrived) {
  /// An entry that is older than this when it is first seen takes its own date.
  private static final Duration OLD = Duration.ofDays(1);

  /// Limit: characters of a text that can be found.
  ///
  /// Longer texts are searched up to here, in characters: so much of one entry bounds the memory
  /// that any takes.
  static final int LONGEST_TEXT = 200_000;

  /// A source that carries an entry.
  public record Carrier(String id, String title, URI url) {}

  public SearchEntry {
    text = Truncation.head(text, LONGEST_TEXT);
    tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
    carriers = List.copyOf(carriers);
  }

  /// An entry of the store.
  public static SearchEntry of(StoredEntry stored) {
    var carriers =
        stored.carriers().stream()
            .map(sighting -> sighting.source())
            .map(source -> new Carrier(source.id(), source.title(), source.url()))
            .toList();
    return of(
        stored.seq(),
        stored.entry(),
        stored.tags(),
        carriers,
        stored.published(),
        stored.firstSeen());
  }

  /// A newly arrived entry, without an arrival number yet.
  public static SearchEntry arriving(
      Entry entry, List<EntryTag> tags, Carrier carrier, Instant now) {
    var published = entry.dateOnArrival(now);
    return of(Long.MAX_VALUE, entry, tags, List.of(carrier), published, now);
  }

  private static SearchEntry of(
      long seq,
      Entry entry,
      List<EntryTag> tags,
      List<Carrier> carriers,
      Instant published,
      Instant firstSeen) {
    var isOld = published.isBefore(firstSeen.minus(OLD));
    return new SearchEntry(
        seq,
        entry.title(),
        text(entry),
        entry.language(),
        tags(tags),
        carriers,
        published,
        isOld ? published : firstSeen);
  }

  /// A summary that is only the beginning of the content counts once.
  private static String text(Entry entry) {
    var content = HtmlText.of(entry.content());
    var summary = entry.summary();
    var start = summary.substring(0, Math.min(summary.length(), 40));
    return content.startsWith(start) ? content : summary + "\n" + content;
  }

  /// The tags by their names and by the spellings that brought them.
  private static SortedSet<Tag> tags(List<EntryTag> given) {
    var tags = new TreeSet<Tag>();
    for (var tag : given) {
      tags.add(tag.tag());
      if (Tag.isLabel(tag.label())) tags.add(Tag.of(tag.label()));
    }
    return tags;
  }
}
