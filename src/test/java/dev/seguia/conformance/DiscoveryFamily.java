package dev.seguia.conformance;

import dev.seguia.conformance.Verdict.LeftOut;
import dev.seguia.conformance.Verdict.Met;
import dev.seguia.conformance.Verdict.Missed;
import dev.seguia.scrape.WebPage;
import dev.seguia.scrape.discovery.FeedLink;
import dev.seguia.scrape.discovery.FeedLinks;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Pages, held against the feeds that are stated to be announced in them, in that order.
final class DiscoveryFamily {
  private static final URI FOLDER = URI.create("http://www.example.com/folder/");
  private static final Pattern PLACE = Pattern.compile("discovery\\.links\\[(\\d+)]\\..*");

  private DiscoveryFamily() {}

  static Verdict judge(Path folder, Expectation expectation) throws IOException {
    var file = folder.resolve(expectation.file());
    var location = FOLDER.resolve(file.getFileName().toString());
    var page = WebPage.of(location, Optional.empty(), Files.readAllBytes(file));
    var announced =
        FeedLinks.of(page, List.of(), List.of()).stream()
            .filter(link -> link.clue() == FeedLink.DiscoveryHint.ANNOUNCED)
            .toList();
    return judge(expectation, page, announced);
  }

  private static Verdict judge(Expectation expectation, WebPage page, List<FeedLink> announced) {
    var place = PLACE.matcher(expectation.field());
    if (place.matches()) {
      var number = Integer.parseInt(place.group(1));
      return number < announced.size()
          ? judge(expectation, page, announced.get(number))
          : new Missed("no such link");
    }
    return switch (expectation.kind()) {
      case "discovery.links" -> same(expectation.text(), String.valueOf(announced.size()));
      case "page.base" -> same(expectation.text(), page.document().baseUri());
      default -> new LeftOut("a field of the suite's own");
    };
  }

  private static Verdict judge(Expectation expectation, WebPage page, FeedLink link) {
    return switch (expectation.kind()) {
      case "discovery.links.href" ->
          same(
              URI.create(page.document().baseUri()).resolve(expectation.text().strip()).toString(),
              link.url().toString());
      case "discovery.links.type" ->
          same(
              expectation.text().strip().toLowerCase(java.util.Locale.ROOT),
              link.type().orElse(""));
      default -> new LeftOut("a field of the suite's own");
    };
  }

  private static Verdict same(String expected, String actual) {
    // Java leaves out empty parts of a path when it resolves.
    var plain = expected.strip().replaceAll("/{2,}", "/");
    return plain.equals(actual.replaceAll("/{2,}", "/")) ? new Met() : new Missed(actual);
  }
}
