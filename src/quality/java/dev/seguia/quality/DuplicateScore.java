package dev.seguia.quality;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts decisions on labelled pairs, as `dup_score.py` does: doubtful pairs are left out.
///
/// @param weighted by group, each pair counting as many as it stands for in its stream
/// @param plain by group, each pair counting once
record DuplicateScore(Map<String, Precision> weighted, Map<String, Precision> plain) {
  static final String ALL = "all";

  /// @param found whether a pair was taken for one article, by its name
  static DuplicateScore of(List<Row> pairs, Map<String, Boolean> found) {
    var score = new DuplicateScore(new TreeMap<>(), new TreeMap<>());
    for (var pair : pairs)
      if (!pair.text("label").equals("A"))
        score.count(pair, found.getOrDefault(pair.text("pair"), false));
    return score;
  }

  private void count(Row pair, boolean found) {
    var gold = pair.text("label").equals("D");
    var weight = Double.parseDouble(pair.text("weight"));
    for (var group : List.of(ALL, pair.text("lang"))) {
      weighted.merge(group, Precision.of(gold, found, weight), Precision::plus);
      plain.merge(group, Precision.of(gold, found, 1), Precision::plus);
    }
  }
}
