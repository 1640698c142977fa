package dev.seguia.relate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The method of [Stories] as plainly as it can be written, to be compared with: one language, maps
/// of doubles, each headline compared with all stories. Tidies up every six hours as they do, so
/// that there must be fewer than 10,000 headlines in that time.
final class PlainStories {
  private static final double LEAST = 0.22;

  /// Of a score, from numbers that are rounded.
  private static final double ROUNDING = 1e-3;

  private static final long DAY = 86_400;
  private static final long OPEN = 3 * DAY;

  private final HeadlineFeatures features = new HeadlineFeatures(0);
  private final Map<Long, Double> counts = new HashMap<>();
  private final Map<Long, Story> stories = new HashMap<>();
  private double headlines;
  private long newest = Long.MIN_VALUE;
  private long tidied;

  private static final class Story {
    private Map<Long, Double> sum = new HashMap<>();
    private final List<Map<Long, Double>> members = new ArrayList<>();
    private long last = Long.MIN_VALUE;

    double score(Map<Long, Double> headline, long date) {
      var all = product(headline, sum) / Math.sqrt(product(sum, sum));
      if (!(all > LEAST / 2)) return 0;
      var recent = members.subList(Math.max(0, members.size() - 20), members.size());
      var best = recent.stream().mapToDouble(member -> product(headline, member)).max().orElse(0);
      return (all + best) / 2 * Math.exp(-Math.abs((double) date - last) / OPEN);
    }

    void prune() {
      if (sum.size() <= 400) return;
      var kept = new HashMap<Long, Double>();
      sum.entrySet().stream()
          .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
          .limit(200)
          .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
      sum = kept;
    }
  }

  /// Adds a headline to the story that it was given, and checks that no other fits better.
  void check(Headline headline, Membership membership) {
    var date = headline.date().getEpochSecond();
    pass(date);
    var vector = vector(headline);
    var leading = leading(vector);
    var scores = new HashMap<Long, Double>();
    stories.forEach((first, story) -> {
      if (Math.abs(date - story.last) <= OPEN
          && story.sum.keySet().stream().anyMatch(leading::contains))
        scores.put(first, story.score(vector, date));
    });
    var best = scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    if (membership.story() == headline.seq()) assertThat(best).isLessThan(LEAST + ROUNDING);
    else check(membership, scores.getOrDefault(membership.story(), 0.0), best);
    join(stories.computeIfAbsent(membership.story(), _ -> new Story()), vector, date);
  }

  private static void check(Membership membership, double score, double best) {
    assertThat(score).isGreaterThan(Math.max(best, LEAST) - ROUNDING);
    assertThat(Math.abs(membership.score() - Math.min(score, 1))).isLessThan(ROUNDING);
  }

  private static void join(Story story, Map<Long, Double> vector, long date) {
    vector.forEach((term, weight) -> story.sum.merge(term, weight, Double::sum));
    story.members.add(vector);
    story.last = Math.max(story.last, date);
  }

  /// In the order of the text.
  private Map<Long, Double> vector(Headline headline) {
    features.read(headline.title(), headline.summary());
    headlines++;
    var vector = new LinkedHashMap<Long, Double>();
    for (var at = 0; at < features.count(); at++)
      vector.merge(features.hash(at), (double) features.share(at), Math::max);
    vector.keySet().forEach(term -> counts.merge(term, 1.0, Double::sum));
    vector.replaceAll((term, share) -> share * rarity(term));
    var length = Math.sqrt(product(vector, vector));
    vector.replaceAll((_, weight) -> weight / length);
    return vector;
  }

  private double rarity(long term) {
    return Math.pow(Math.log(1 + (headlines + 1) / (counts.getOrDefault(term, 0.0) + 0.5)), 0.8);
  }

  private static double product(Map<Long, Double> one, Map<Long, Double> other) {
    var sum = 0.0;
    for (var entry : one.entrySet())
      sum += entry.getValue() * other.getOrDefault(entry.getKey(), 0.0);
    return sum;
  }

  /// The words of the title that are among the twelve rarest.
  private Set<Long> leading(Map<Long, Double> vector) {
    var ofTitle = new HashSet<Long>();
    for (var at = 0; at < features.ofTitle(); at++) ofTitle.add(features.hash(at));
    var rarest = vector.keySet().stream().sorted(Comparator.comparing(counts::get)).limit(12);
    return new HashSet<>(rarest.filter(ofTitle::contains).toList());
  }

  private void pass(long date) {
    if (newest == Long.MIN_VALUE) tidied = date;
    newest = Math.max(newest, date);
    if (newest - tidied >= DAY / 4) tidy(Math.pow(0.5, (newest - tidied) / (14.0 * DAY)));
  }

  private void tidy(double factor) {
    tidied = newest;
    stories.values().removeIf(story -> story.last < newest - OPEN);
    stories.values().forEach(Story::prune);
    headlines *= factor;
    counts.replaceAll((_, count) -> count * factor);
    var held = new HashSet<Long>();
    stories.values().forEach(story -> held.addAll(story.sum.keySet()));
    counts.entrySet().removeIf(entry -> entry.getValue() < 0.8 && !held.contains(entry.getKey()));
  }
}
