package dev.seguia.quality;

import dev.seguia.quality.Figure.AtLeast;
import dev.seguia.quality.Figure.Told;
import dev.seguia.relate.Stories;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Judges stories by clusters that were made or checked by hand. The entries have titles only.
final class StoryJudge implements Judge {
  /// In entries; smaller groups are left out of the mean.
  private static final int LEAST_GROUP = 50;

  @Override
  public List<Figure> judge(Judged data) throws IOException {
    var entries = data.file("story-items.tsv");
    var gold = data.file("story-gold.tsv");
    return entries.isEmpty() || gold.isEmpty() ? List.of() : judge(data, entries.get(), gold.get());
  }

  private static List<Figure> judge(Judged data, Path entries, Path goldFile) throws IOException {
    var gold =
        Rows.plain(goldFile).stream()
            .collect(Collectors.toMap(List::getFirst, row -> row.get(1), (one, other) -> other));
    var groups =
        Rows.named(entries).stream()
            .collect(Collectors.groupingBy(StoryJudge::group, TreeMap::new, Collectors.toList()));
    var found = new HashMap<String, String>();
    groups.forEach((name, rows) -> found.putAll(cluster(name, rows)));
    var lines = found.entrySet().stream().map(entry -> entry.getKey() + "\t" + entry.getValue());
    var predictions = data.write("stories.tsv", lines);
    Scorer.run(data, "cluster_score.py", goldFile, predictions, entries);
    return figures(groups, gold, found);
  }

  private static String group(Row row) {
    return row.text("set") + "/" + row.text("lang");
  }

  private static Map<String, String> cluster(String group, List<Row> rows) {
    var ordered = new ArrayList<>(rows);
    ordered.sort(
        Comparator.<Row>comparingLong(row -> row.number("time"))
            .thenComparing(row -> row.text("id")));
    var stories = new Stories();
    var found = new HashMap<String, String>();
    for (var at = 0; at < ordered.size(); at++)
      found.put(
          ordered.get(at).text("id"),
          group + stories.add(StoryPass.headline(ordered.get(at), "", at)).story());
    return found;
  }

  private static List<Figure> figures(
      Map<String, List<Row>> groups, Map<String, String> gold, Map<String, String> found) {
    var scores = new TreeMap<String, ClusterScore>();
    groups.forEach((name, rows) -> {
      var ids = rows.stream().map(row -> row.text("id")).filter(gold::containsKey).toList();
      if (ids.size() >= LEAST_GROUP) scores.put(name, ClusterScore.of(ids, gold, found));
    });
    var figures = new ArrayList<Figure>();
    var macro = scores.values().stream().mapToDouble(ClusterScore::f1).average().orElse(0);
    figures.add(new AtLeast("stories: BCubed F1, mean of the sets, %", macro, 75));
    scores.forEach((name, score) -> figures.add(figure(name, score)));
    return figures;
  }

  private static Figure figure(String group, ClusterScore score) {
    var name = "stories: BCubed F1, " + group + ", %";
    return switch (group) {
      case "og2021/fra" -> new AtLeast(name, score.f1(), 76);
      case "og2021/ara" -> new AtLeast(name, score.f1(), 72);
      default -> new Told(name, score.f1());
    };
  }
}
