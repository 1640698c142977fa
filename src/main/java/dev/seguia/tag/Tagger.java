package dev.seguia.tag;

import dev.seguia.config.TagSettings;
import dev.seguia.feed.Entry;
import dev.seguia.feed.EntryTag;
import dev.seguia.feed.EntryTag.Provenance;
import dev.seguia.feed.Tag;
import dev.seguia.source.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Assigns tags to an entry: those of its source, the hashtags of its title, its categories.
public final class Tagger {
  /// An entry with more is tagged for machines, not for readers.
  private static final int MOST = 40;

  private final Map<Tag, String> aliases = new HashMap<>();
  private final Set<Tag> dropped = new HashSet<>();

  public Tagger(TagSettings settings) {
    settings
        .shownLabels()
        .forEach((label, canonical) -> {
          if (Tag.isLabel(label) && Tag.isLabel(canonical))
            aliases.put(Tag.of(label), canonical.strip());
        });
    settings.drop().stream().filter(Tag::isLabel).map(Tag::of).forEach(dropped::add);
  }

  /// The tags of an entry, most trusted first, each once.
  public List<EntryTag> tag(Source source, Entry entry) {
    return tag(source, entry, tag -> false);
  }

  /// The tags of an entry, most trusted first, each once.
  ///
  /// @param known whether a tag is in use already: an entry's `élections` joins it as `élection`,
  ///   and `المغرب` as `مغرب`, but only then
  public List<EntryTag> tag(Source source, Entry entry, Predicate<Tag> known) {
    return tag(source.tags(), entry, known);
  }

  /// The tags of an entry, as [#tag(Source, Entry, Predicate)].
  ///
  /// @param ofSources those that its sources give
  public List<EntryTag> tag(List<EntryTag> ofSources, Entry entry, Predicate<Tag> known) {
    var tags = new LinkedHashMap<Tag, EntryTag>();
    for (var tag : wanted(ofSources, entry, known)) tags.putIfAbsent(tag.tag(), tag);
    return List.copyOf(tags.values()).subList(0, Math.min(MOST, tags.size()));
  }

  /// Most trusted first.
  private List<EntryTag> wanted(List<EntryTag> ofSources, Entry entry, Predicate<Tag> known) {
    var wanted = new ArrayList<EntryTag>();
    for (var tag : candidates(ofSources, entry, known)) {
      var canonical = canonical(tag);
      if (isWanted(canonical)) wanted.add(canonical);
    }
    wanted.sort(Comparator.comparing(EntryTag::from));
    return wanted;
  }

  /// The tag of a user's rule; empty if the label is reserved in our addresses.
  public Optional<EntryTag> ofRule(String label) {
    return Optional.of(label)
        .filter(Tag::isLabel)
        .map(spelling -> canonical(new EntryTag(Tag.of(spelling), spelling, Provenance.RULE)))
        .filter(this::isWanted);
  }

  private List<EntryTag> candidates(List<EntryTag> ofSources, Entry entry, Predicate<Tag> known) {
    var candidates = new ArrayList<>(ofSources);
    for (var label : Hashtags.in(entry.title())) add(candidates, label, Provenance.HASHTAG, known);
    for (var label : CategoryLabels.in(entry.categories()))
      add(candidates, label, Provenance.ENTRY, known);
    return candidates;
  }

  private void add(List<EntryTag> candidates, String label, Provenance from, Predicate<Tag> known) {
    if (!Tag.isLabel(label)) return;
    var tag = Tag.of(label);
    if (!dropped.contains(tag))
      candidates.add(new EntryTag(WordForms.known(tag, known), label, from));
  }

  private EntryTag canonical(EntryTag tag) {
    var alias = aliases.get(tag.tag());
    return alias == null ? tag : new EntryTag(Tag.of(alias), alias, tag.from());
  }

  private boolean isWanted(EntryTag tag) {
    return !tag.tag().isReserved() && (isOfUser(tag) || !dropped.contains(tag.tag()));
  }

  private static boolean isOfUser(EntryTag tag) {
    return tag.from() == Provenance.RULE || tag.from().isOfSource();
  }
}
