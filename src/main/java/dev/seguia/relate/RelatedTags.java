package dev.seguia.relate;

import dev.seguia.feed.Tag;
import dev.seguia.store.RelationStore;
import dev.seguia.store.RelationStore.Faded;
import dev.seguia.store.RelationStore.Neighbour;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tags that go along with one, or with those of an entry. What was found is good for a minute.
public final class RelatedTags {
  private static final Comparator<RelatedTag> HIGHEST_FIRST =
      Comparator.comparingDouble(RelatedTag::score).reversed().thenComparing(RelatedTag::tag);

  /// Of the company of one tag; what comes behind is not shown.
  private static final int CLOSEST = 100;

  private final RelationStore store;
  private final Remembered<Tag, List<RelatedTag>> companies = new Remembered<>(this::company);
  private final NavigationTags navigation;

  public RelatedTags(RelationStore store) {
    this.store = store;
    navigation = new NavigationTags(store);
  }

  /// The tags that stand on most entries of late, most first: what is long past counts less.
  public List<RelatedTag> inUse(int most, Instant now) {
    return store.weights().stream()
        .map(weight -> new RelatedTag(weight.tag(), weight.label(), at(weight.count(), now)))
        .sorted(HIGHEST_FIRST)
        .limit(most)
        .toList();
  }

  /// The tags that go along with a tag, closest first.
  public List<RelatedTag> to(Tag tag, int most, Instant now) {
    return to(List.of(tag), most, now);
  }

  /// The tags that go along with some tags together and are none of them, closest first. Those that
  /// are for going about are left out.
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

  private List<RelatedTag> company(Tag tag, Instant now) {
    var company = store.of(tag);
    var all = at(company.entries(), now);
    var alone = at(company.alone(), now);
    return company.neighbours().stream()
        .flatMap(other -> related(other, alone, all, now).stream())
        .sorted(HIGHEST_FIRST)
        .limit(CLOSEST)
        .toList();
  }

  private static Optional<RelatedTag> related(
      Neighbour other, double alone, double all, Instant now) {
    var score = Association.score(at(other.together(), now), alone, at(other.alone(), now), all);
    return score.isPresent()
        ? Optional.of(new RelatedTag(other.tag(), other.label(), score.getAsDouble()))
        : Optional.empty();
  }

  private static double at(Faded count, Instant now) {
    return DecayedCount.of(count).at(now);
  }
}
