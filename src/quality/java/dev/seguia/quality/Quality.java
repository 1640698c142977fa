package dev.seguia.quality;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Runs all judges and tells every figure beside its aim.
public final class Quality {
  private static final List<Judge> JUDGES =
      List.of(
          new DuplicateJudge(),
          new StoryJudge(),
          new TagJudge(),
          new RelatedJudge(),
          new StreamJudge());

  private Quality() {}

  /// Ends with 1 if an aim is missed, or if there is nothing to judge by.
  public static void main(String[] arguments) throws IOException {
    var data = Judged.ofProperties();
    var figures = new ArrayList<Figure>();
    for (var judge : JUDGES) figures.addAll(judge.judge(data));
    System.out.println(
        figures.isEmpty() ? "no labelled data in " + data.folders() : new Report(figures));
    System.exit(!figures.isEmpty() && figures.stream().allMatch(Figure::isMet) ? 0 : 1);
  }
}
