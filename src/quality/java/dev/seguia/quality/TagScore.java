package dev.seguia.quality;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// Scores related tags as `related_tags.py` does: for each tag of a link, how far up it stands in
/// the list that the link's other tags make together.
///
/// @param first the share of queries whose first tag is the one that was left out
/// @param ofFive the share of those whose first five hold it
/// @param reciprocalRank the mean of 1 / rank
record TagScore(int queries, double first, double ofFive, double reciprocalRank) {
  /// Tags of fewer links cannot be known.
  private static final int LEAST_LINKS = 3;

  private static final int LONGEST = 20;

  static TagScore of(
      List<List<String>> train, List<List<String>> test, Map<String, Map<String, Double>> related) {
    var links = new HashMap<String, Integer>();
    train.forEach(link -> link.forEach(tag -> links.merge(tag, 1, Integer::sum)));
    var ranks =
        test.stream()
            .map(link -> link.stream().filter(tag -> links.getOrDefault(tag, 0) >= LEAST_LINKS))
            .map(link -> link.toList())
            .filter(link -> link.size() > 1)
            .flatMap(link -> link.stream().map(hidden -> rank(link, hidden, related)))
            .toList();
    return of(ranks);
  }

  /// @param ranks from 1 on; 0 where the tag was not found
  private static TagScore of(List<Integer> ranks) {
    var found = ranks.stream().filter(rank -> rank > 0).toList();
    var queries = Math.max(1, ranks.size());
    return new TagScore(
        ranks.size(),
        (double) found.stream().filter(rank -> rank == 1).count() / queries,
        (double) found.stream().filter(rank -> rank <= 5).count() / queries,
        found.stream().mapToDouble(rank -> 1.0 / rank).sum() / queries);
  }

  /// Of all queries together.
  static TagScore mean(List<TagScore> scores) {
    var queries = scores.stream().mapToInt(TagScore::queries).sum();
    return new TagScore(
        queries,
        weighted(scores, TagScore::first) / queries,
        weighted(scores, TagScore::ofFive) / queries,
        weighted(scores, TagScore::reciprocalRank) / queries);
  }

  private static double weighted(List<TagScore> scores, ToDoubleFunction<TagScore> figure) {
    return scores.stream()
        .mapToDouble(score -> score.queries() * figure.applyAsDouble(score))
        .sum();
  }

  private static int rank(
      List<String> link, String hidden, Map<String, Map<String, Double>> related) {
    var scores = new HashMap<String, Double>();
    for (var tag : link)
      if (!tag.equals(hidden))
        related
            .getOrDefault(tag, Map.of())
            .forEach((other, score) -> {
              if (other.equals(hidden) || !link.contains(other))
                scores.merge(other, score, Double::sum);
            });
    var order =
        Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey());
    return scores.entrySet().stream()
            .sorted(order)
            .limit(LONGEST)
            .map(Map.Entry::getKey)
            .toList()
            .indexOf(hidden)
        + 1;
  }
}
