package dev.seguia.quality;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Scores a clustering against a gold one by BCubed (Bagga and Baldwin 1998), as `cluster_score.py`
/// does.
///
/// @param precision the mean share of an entry's cluster that is of its gold cluster, in per cent
/// @param recall the mean share of an entry's gold cluster that is in its cluster, in per cent
record ClusterScore(int entries, double precision, double recall) {
  /// @param gold the gold cluster of each entry
  /// @param found the cluster of each entry
  static ClusterScore of(
      List<String> entries, Map<String, String> gold, Map<String, String> found) {
    var goldSizes = new HashMap<String, Integer>();
    var foundSizes = new HashMap<String, Integer>();
    var both = new HashMap<List<String>, Integer>();
    for (var entry : entries) {
      goldSizes.merge(gold.getOrDefault(entry, entry), 1, Integer::sum);
      foundSizes.merge(found.getOrDefault(entry, entry), 1, Integer::sum);
      both.merge(
          List.of(gold.getOrDefault(entry, entry), found.getOrDefault(entry, entry)),
          1,
          Integer::sum);
    }
    return new ClusterScore(
        entries.size(),
        100 * mean(entries.size(), both, foundSizes, 1),
        100 * mean(entries.size(), both, goldSizes, 0));
  }

  private static double mean(
      int entries, Map<List<String>, Integer> both, Map<String, Integer> sizes, int side) {
    return both.entrySet().stream()
            .mapToDouble(pair ->
                (double) pair.getValue()
                    * pair.getValue()
                    / sizes.getOrDefault(pair.getKey().get(side), 1))
            .sum()
        / entries;
  }

  double f1() {
    return Precision.harmonic(precision, recall);
  }
}
