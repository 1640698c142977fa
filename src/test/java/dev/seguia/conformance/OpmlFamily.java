package dev.seguia.conformance;

import dev.seguia.conformance.Verdict.LeftOut;
import dev.seguia.conformance.Verdict.Met;
import dev.seguia.conformance.Verdict.Missed;
import dev.seguia.opml.Opml;
import dev.seguia.opml.OpmlDocument;
import dev.seguia.opml.OpmlResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Lists of feeds, held against the number and the title that are stated of them.
final class OpmlFamily {
  private OpmlFamily() {}

  static Verdict judge(Path folder, Expectation expectation) throws IOException {
    var bytes = Files.readAllBytes(folder.resolve(expectation.file()));
    return switch (Opml.read(bytes, expectation.file())) {
      case OpmlResult.Read(var document, var faults, _) -> judge(document, expectation);
      case OpmlResult.Unreadable(var faults) -> refused(expectation, "unreadable: " + faults);
    };
  }

  /// Where no feed is wanted, a refusal is right too.
  private static Verdict refused(Expectation expectation, String why) {
    if (expectation.kind().startsWith("x.")) return new LeftOut("a field of the suite's own");
    return expectation.text().equals("0") ? new Met() : new Missed(why);
  }

  private static Verdict judge(OpmlDocument document, Expectation expectation) {
    return switch (expectation.kind()) {
      case "opml.feeds" -> same(expectation, String.valueOf(urls(document).count()));
      case "opml.feeds.distinct" ->
          same(expectation, String.valueOf(urls(document).distinct().count()));
      case "opml.title" -> same(expectation, document.title().orElse("").strip());
      default -> new LeftOut("a field of the suite's own");
    };
  }

  private static Stream<String> urls(OpmlDocument document) {
    return document.allOutlines().flatMap(outline -> outline.attribute("xmlUrl").stream());
  }

  private static Verdict same(Expectation expectation, String actual) {
    return expectation.text().strip().equals(actual) ? new Met() : new Missed(actual);
  }
}
