package dev.seguia.quality;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Runs all judges and tells every figure beside its aim.
public final class Quality {
  private static final String MEMORY = "memory";
  private static final String ARTICLES = "articles";
  private static final String LISTS = "lists";
  private static final String RELATED = "related";

  /// In entries; a million takes half an hour.
  private static final List<Long> MARKS = List.of(10_000L, 100_000L, 1_000_000L);

  private static final List<Judge> JUDGES =
      List.of(
          new DuplicateJudge(),
          new StoryJudge(),
          new TagJudge(),
          new RelatedJudge(),
          new StreamJudge(),
          new ListJudge());

  private Quality() {}

  /// Ends with 1 if an aim is missed, or if there is nothing to judge by.
  ///
  /// @param arguments `memory` to see what a growing store holds in memory instead; `articles`,
  ///   `lists` or `related` for one judge alone
  public static void main(String[] arguments) throws IOException {
    var data = Judged.ofProperties();
    var asked = List.of(arguments);
    if (asked.contains(MEMORY)) System.exit(memory(data));
    System.exit(judge(chosen(asked), data));
  }

  private static List<Judge> chosen(List<String> asked) {
    if (asked.contains(ARTICLES)) return List.of(new ArticleJudge());
    if (asked.contains(RELATED)) return List.of(new RelatedJudge());
    return asked.contains(LISTS) ? List.of(new ListJudge()) : JUDGES;
  }

  private static int judge(List<Judge> judges, Judged data) throws IOException {
    var figures = new ArrayList<Figure>();
    for (var judge : judges) figures.addAll(judge.judge(data));
    System.out.println(
        figures.isEmpty() ? "no labelled data in " + data.folders() : new Report(figures));
    return !figures.isEmpty() && figures.stream().allMatch(Figure::isMet) ? 0 : 1;
  }

  private static int memory(Judged data) throws IOException {
    var file = data.file("stream.tsv.gz");
    if (file.isEmpty()) {
      System.out.println("no stream in " + data.folders());
      return 1;
    }
    var directory = data.predictions().resolve("memory-store");
    new StreamMemory(Rows.named(file.get()), directory, MARKS).run();
    return 0;
  }
}
