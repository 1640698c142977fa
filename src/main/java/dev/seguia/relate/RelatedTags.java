package dev.seguia.relate;

import dev.seguia.feed.Tag;
import dev.seguia.relate.RecentTags.Company;
import dev.seguia.relate.RecentTags.Neighbour;
import dev.seguia.store.derived.RelationStore;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the tags related to one tag, or to those of an entry. Results are cached for a minute.
public final class RelatedTags {
  private static final Comparator<RelatedTag> HIGHEST_FIRST =
      Comparator.comparingDouble(RelatedTag::score).reversed().thenComparing(RelatedTag::tag);

  /// Of the company of one tag; what comes behind is not shown.
  private static final int CLOSEST = 100;

  private final RecentTags recent;
  private final Remembered<String, Set<Tag>> ofSources;
  private final Remembered<Tag, List<RelatedTag>> companies = new Remembered<>(this::company);
  private final NavigationTags navigation;

  public RelatedTags(RecentTags recent, RelationStore store) {
    this.recent = recent;
    ofSources = new Remembered<>((_, _) -> store.tagsOfSources());
    navigation = new NavigationTags(recent);
  }

  /// Recently used tags, most used first; older entries count less (decay).
  public List<RelatedTag> inUse(int most, Instant now) {
    return recent.weights(now).stream()
        .map(one -> new RelatedTag(one.tag(), one.label(), one.weight()))
        .sorted(HIGHEST_FIRST)
        .limit(most)
        .toList();
  }

  /// The tags related to a tag, closest first.
  public List<RelatedTag> to(Tag tag, int most, Instant now) {
    return to(List.of(tag), most, now);
  }

  /// The tags related to a set of tags, without these, closest first. Navigation tags are left out.
  public List<RelatedTag> to(Collection<Tag> tags, int most, Instant now) {
    Map<Tag, RelatedTag> sums = new HashMap<>();
    for (var tag : tags)
      companies.of(tag, now).stream()
          .filter(other -> !tags.contains(other.tag()))
          .forEach(other -> sums.merge(other.tag(), other, RelatedTag::plus));
    return sums.values().stream()
        .sorted(HIGHEST_FIRST)
        .filter(other -> !navigation.has(other.tag(), now))
        .limit(most)
        .toList();
  }

  /// A tag that all entries of a source have, because of the source's folder, is a navigation tag
  /// and not shown as related.
  private List<RelatedTag> company(Tag tag, Instant now) {
    var company = recent.of(tag, now);
    var folders = ofSources.of("", now);
    return company.neighbours().stream()
        .filter(other -> !folders.contains(other.tag()))
        .flatMap(other -> related(other, company).stream())
        .sorted(HIGHEST_FIRST)
        .limit(CLOSEST)
        .toList();
  }

  private static Optional<RelatedTag> related(Neighbour other, Company company) {
    var score =
        Association.score(other.together(), company.alone(), other.alone(), company.entries());
    return score.isPresent()
        ? Optional.of(new RelatedTag(other.tag(), other.label(), score.getAsDouble()))
        : Optional.empty();
  }
}
