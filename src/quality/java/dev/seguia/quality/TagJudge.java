package dev.seguia.quality;

import dev.seguia.feed.Tag;
import dev.seguia.quality.Figure.AtLeast;
import dev.seguia.quality.Figure.Told;
import dev.seguia.relate.TagRelations;
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
  /// Where there is no file to test with, one link in so many is left out for it.
  private static final int FOLD = 5;

  /// The links bear no dates.
  private static final Instant DATE = Instant.parse("2026-01-01T00:00:00Z");

  @Override
  public List<Figure> judge(Judged data) throws IOException {
    var train = data.file("train.tsv").or(() -> data.shared("tags", "train.tsv"));
    if (train.isEmpty()) return List.of();
    var test = data.file("test.tsv");
    return test.isPresent()
        ? judge(data, train.get(), test.get())
        : judge(data, part(data, train.get(), false), part(data, train.get(), true));
  }

  private static Path part(Judged data, Path file, boolean test) throws IOException {
    var lines = Rows.plain(file);
    var chosen =
        IntStream.range(1, lines.size())
            .filter(at -> (at % FOLD == 0) == test)
            .mapToObj(at -> String.join("\t", lines.get(at)));
    return data.write(
        test ? "tags-test.tsv" : "tags-train.tsv", Stream.concat(Stream.of("title\ttags"), chosen));
  }

  private static List<Figure> judge(Judged data, Path trainFile, Path testFile) throws IOException {
    var train = links(trainFile);
    var related = related(train);
    var lines = new ArrayList<String>();
    related.forEach((tag, others) ->
        others.forEach((other, score) -> lines.add(tag + "\t" + other + "\t" + score)));
    var predictions = data.write("related-tags.tsv", lines.stream());
    Scorer.run(data, "related_tags.py", trainFile, testFile, predictions);
    var score = TagScore.of(train, links(testFile), related);
    return List.of(
        new AtLeast("related tags: MRR", score.reciprocalRank(), 0.475),
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
    var relations = new TagRelations();
    var spellings = new HashMap<Tag, String>();
    for (var link : links) {
      link.forEach(label -> spellings.putIfAbsent(Tag.of(label), label));
      relations.add(link.stream().map(Tag::of).toList(), DATE);
    }
    var related = new TreeMap<String, Map<String, Double>>();
    spellings.forEach((tag, label) -> {
      var others = related.computeIfAbsent(label, name -> new TreeMap<>());
      for (var other : relations.related(tag, Integer.MAX_VALUE, DATE))
        others.put(spellings.getOrDefault(other.tag(), other.tag().words()), other.score());
    });
    return related;
  }
}
