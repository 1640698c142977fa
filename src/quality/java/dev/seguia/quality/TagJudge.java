package dev.seguia.quality;

import dev.seguia.feed.Tag;
import dev.seguia.quality.Figure.AtLeast;
import dev.seguia.quality.Figure.Told;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Judges related tags by links that a person tagged: one tag is left out, and the tags related to
/// the others are to bring it back.
final class TagJudge implements Judge {
  private static final int FOLDS = 5;

  /// The links bear no dates.
  private static final Instant DATE = Instant.parse("2026-01-01T00:00:00Z");

  @Override
  public List<Figure> judge(Judged data) throws IOException {
    var train = data.file("train.tsv").or(() -> data.shared("tags", "train.tsv"));
    if (train.isEmpty()) return List.of();
    var test = data.file("test.tsv");
    return test.isPresent()
        ? figures(judge(data, train.get(), test.get()), 0.475)
        : figures(inFolds(data, Rows.plain(train.get())), 0.45);
  }

  /// Where there is no file to test with, each fifth of the links is left out in turn. What is left
  /// knows less, and the aim is lower: the reference reaches 0.458 in the same way.
  private static TagScore inFolds(Judged data, List<List<String>> rows) throws IOException {
    var scores = new ArrayList<TagScore>();
    for (var fold = 0; fold < FOLDS; fold++)
      scores.add(
          judge(
              data,
              part(data, rows, "tags-train-" + fold + ".tsv", fold, false),
              part(data, rows, "tags-test-" + fold + ".tsv", fold, true)));
    return TagScore.mean(scores);
  }

  private static Path part(
      Judged data, List<List<String>> rows, String name, int fold, boolean test)
      throws IOException {
    var chosen =
        IntStream.range(1, rows.size())
            .filter(at -> (at % FOLDS == fold) == test)
            .mapToObj(at -> String.join("\t", rows.get(at)));
    return data.write(name, Stream.concat(Stream.of("title\ttags"), chosen));
  }

  private static TagScore judge(Judged data, Path trainFile, Path testFile) throws IOException {
    var train = links(trainFile);
    var related = related(train);
    var lines = new ArrayList<String>();
    related.forEach((tag, others) ->
        others.forEach((other, score) -> lines.add(tag + "\t" + other + "\t" + score)));
    var predictions = data.write("related-tags.tsv", lines.stream());
    Scorer.run(data, "related_tags.py", trainFile, testFile, predictions);
    return TagScore.of(train, links(testFile), related);
  }

  private static List<Figure> figures(TagScore score, double least) {
    return List.of(
        new AtLeast("related tags: MRR", score.reciprocalRank(), least),
        new Told("related tags: the first is right", score.first()),
        new Told("related tags: one of five is right", score.ofFive()),
        new Told("related tags: queries", score.queries()));
  }

  private static List<List<String>> links(Path file) throws IOException {
    return Rows.plain(file).stream()
        .skip(1)
        .map(row -> List.of(row.getLast().split("\\|", -1)))
        .toList();
  }

  /// The scores of all relations, in the spelling of the file: the scorer compares letters.
  private static Map<String, Map<String, Double>> related(List<List<String>> links) {
    var spellings = new HashMap<Tag, String>();
    for (var link : links) link.forEach(label -> spellings.putIfAbsent(Tag.of(label), label));
    var related = new TreeMap<String, Map<String, Double>>();
    try (var store = new TaggedStore(DATE)) {
      store.add(
          links.stream().map(link -> link.stream().map(Tag::of).distinct().toList()).toList());
      spellings.forEach((tag, label) -> {
        var others = related.computeIfAbsent(label, name -> new TreeMap<>());
        for (var other : store.related(tag))
          others.put(spellings.getOrDefault(other.tag(), other.tag().words()), other.score());
      });
    }
    return related;
  }
}
