package dev.seguia.conformance;

import dev.seguia.feed.RawEntry;
import dev.seguia.parse.FeedParser;
import dev.seguia.parse.ParseResult;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// Date texts and the moments they mean, read the way a feed brings them.
final class DateFamily {
  private DateFamily() {}

  /// @param met whether it was read as expected
  /// @param leftOut whether the expectation cannot be right
  record Line(String text, String expected, String actual, boolean met, boolean leftOut) {}

  static List<Line> read(Path file, FeedParser parser) throws IOException {
    var json = new JsonMapper();
    var lines = new ArrayList<Line>();
    for (var row : Files.readAllLines(file).subList(1, Files.readAllLines(file).size())) {
      var columns = row.split("\t", -1);
      var text = json.readTree(columns[0]).stringValue();
      if (columns[1].equals("?")) continue;
      lines.add(line(text, columns[1], columns[3], parsed(text, parser)));
    }
    return lines;
  }

  private static Line line(String text, String expected, String suite, Optional<Instant> actual) {
    var moment = expected.equals("null") ? "" : expected.endsWith("Z") ? expected : expected + "Z";
    var met =
        actual
            .map(Object::toString)
            .orElse("")
            .replaceAll("\\.\\d+Z", "Z")
            .equals(moment.replaceAll("\\.\\d+Z", "Z"));
    var leftOut = suite.contains("NetNewsWire") && !met;
    return new Line(text, expected, actual.map(Object::toString).orElse("none"), met, leftOut);
  }

  private static Optional<Instant> parsed(String text, FeedParser parser) {
    var escaped = text.replace("&", "&amp;").replace("<", "&lt;");
    var body =
        "<rss version='2.0'><channel><item><title>d</title><pubDate>"
            + escaped
            + "</pubDate></item></channel></rss>";
    var result =
        parser.parse(
            URI.create("http://example.org/"),
            Optional.empty(),
            body.getBytes(StandardCharsets.UTF_8));
    return result instanceof ParseResult.Parsed(var feed, var warnings)
        ? feed.entries().stream().findFirst().flatMap(RawEntry::published)
        : Optional.empty();
  }
}
