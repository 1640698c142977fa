package dev.seguia.tag;

import dev.seguia.feed.Entry;
import dev.seguia.feed.EntryTag;
import dev.seguia.feed.EntryTag.Provenance;
import dev.seguia.feed.Tag;
import dev.seguia.source.Source;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Gives an entry its tags: those of its source, the hashtags of its title, its categories.
public final class Tagger {
  /// An entry with more is tagged for machines, not for readers.
  private static final int MOST = 40;

  /// Names that mean something else in the addresses of our feeds.
  private static final Set<String> RESERVED = Set.of("all", "archive");

  /// Labels that file an entry under nothing.
  private static final List<String> EMPTY_LABELS =
      List.of(
          "uncategorized",
          "uncategorised",
          "non classé",
          "sans catégorie",
          "actualités",
          "actualité",
          "actu",
          "news",
          "à la une",
          "une",
          "home",
          "accueil",
          "divers",
          "article",
          "articles",
          "featured",
          "blog",
          "post",
          "posts",
          "أخبار",
          "الأخبار",
          "الرئيسية",
          "غير مصنف");

  private final Map<Tag, String> aliases = new HashMap<>();
  private final Set<Tag> emptyLabels = new HashSet<>();
  private final Set<Tag> dropped = new HashSet<>();

  /// @param aliases the label to use, by labels in any spelling that mean the same, as in `USA` to
  ///   `États-Unis`
  /// @param drop labels that are never tags
  public Tagger(Map<String, String> aliases, Collection<String> drop) {
    aliases.forEach((label, canonical) -> {
      if (Tag.isLabel(label) && Tag.isLabel(canonical))
        this.aliases.put(Tag.of(label), canonical.strip());
    });
    drop.stream().filter(Tag::isLabel).map(Tag::of).forEach(dropped::add);
    EMPTY_LABELS.stream().map(Tag::of).forEach(emptyLabels::add);
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
    candidates(ofSources, entry, known)
        .map(this::canonical)
        .filter(this::isWanted)
        .sorted(java.util.Comparator.comparing(EntryTag::from))
        .forEach(tag -> tags.putIfAbsent(tag.tag(), tag));
    return tags.values().stream().limit(MOST).toList();
  }

  /// The tag that a rule of the user's gives; none where the label is dropped or means another
  /// thing in our addresses.
  public Optional<EntryTag> ofRule(String label) {
    return Optional.of(label)
        .filter(Tag::isLabel)
        .map(spelling -> canonical(new EntryTag(Tag.of(spelling), spelling, Provenance.RULE)))
        .filter(this::isWanted);
  }

  private Stream<EntryTag> candidates(List<EntryTag> ofSources, Entry entry, Predicate<Tag> known) {
    var hashtags = Hashtags.in(entry.title()).stream();
    var categories = entry.categories().stream().flatMap(text -> CategoryLabels.in(text).stream());
    var given =
        Stream.concat(
            labelled(hashtags, Provenance.HASHTAG), labelled(categories, Provenance.ENTRY));
    return Stream.concat(
        ofSources.stream(),
        given
            .filter(tag -> !emptyLabels.contains(tag.tag()))
            .map(tag -> new EntryTag(WordForms.known(tag.tag(), known), tag.label(), tag.from())));
  }

  private static Stream<EntryTag> labelled(Stream<String> labels, Provenance from) {
    return labels.filter(Tag::isLabel).map(label -> new EntryTag(Tag.of(label), label, from));
  }

  private EntryTag canonical(EntryTag tag) {
    var alias = aliases.get(tag.tag());
    return alias == null ? tag : new EntryTag(Tag.of(alias), alias, tag.from());
  }

  private boolean isWanted(EntryTag tag) {
    return !dropped.contains(tag.tag()) && !RESERVED.contains(tag.tag().name());
  }
}
