package dev.seguia.store.entry;

import dev.seguia.feed.Audience;
import dev.seguia.feed.Entry;
import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Heading;
import dev.seguia.store.state.StoredSource;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// An entry in the store: once, whatever number of sources carries it.
///
/// @param seq the order of arrival
/// @param id as published, for ever the same: an absolute IRI, unique in the store
/// @param entry the text that is published
/// @param published never changes; the time first seen where the source gave no date or one to come
/// @param updated moves only when the text changed in substance; not before `published`
/// @param changed when anything of it last changed here, the tags and sightings included
/// @param audience who is shown it
/// @param story the event that it tells of; empty until it was looked at, soon after its arrival
/// @param tags with the spelling to show, one for each tag
/// @param sightings in order of arrival; the first one is the entry's origin
public record StoredEntry(
    long seq,
    String id,
    Entry entry,
    Instant published,
    Instant updated,
    Instant firstSeen,
    Instant changed,
    Audience audience,
    Optional<StoryPlace> story,
    List<EntryTag> tags,
    List<Sighting> sightings) {
  public StoredEntry {
    tags = List.copyOf(tags);
    sightings = List.copyOf(sightings);
    if (sightings.isEmpty()) throw new IllegalArgumentException("an entry has an origin");
  }

  /// The same entry with different tags.
  public StoredEntry withTags(List<EntryTag> others) {
    return new StoredEntry(
        seq, id, entry, published, updated, firstSeen, changed, audience, story, others, sightings);
  }

  /// The same entry with the beginning of its text alone.
  StoredEntry withoutContent() {
    return new StoredEntry(
        seq,
        id,
        EntryBody.of(entry)
            .beginning()
            .entry(
                entry.title(), entry.link(), entry.linkKey(), entry.language(), published, updated),
        published,
        updated,
        firstSeen,
        changed,
        audience,
        story,
        tags,
        sightings);
  }

  /// One sighting per source, its first: a source that changes the id of an entry still counts
  /// once.
  public List<Sighting> carriers() {
    var bySource = new LinkedHashMap<String, Sighting>();
    for (var sighting : sightings) bySource.putIfAbsent(sighting.source().id(), sighting);
    return List.copyOf(bySource.values());
  }

  /// The source that carried it first.
  public StoredSource origin() {
    return sightings.getFirst().source();
  }

  /// What a link to the entry says: it needs words, also where the entry has no title.
  public String heading() {
    var heading = Heading.of(entry);
    return heading.isEmpty() ? origin().title() : heading;
  }
}
