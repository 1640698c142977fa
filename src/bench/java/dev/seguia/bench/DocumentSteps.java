package dev.seguia.bench;

import dev.seguia.feed.LinkRules;
import dev.seguia.feed.RawFeed;
import dev.seguia.normalise.HtmlCleaner;
import dev.seguia.normalise.Normaliser;
import dev.seguia.parse.FeedParser;
import dev.seguia.parse.ParseResult;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// What is done with one document of 40 entries on its way in, and with one expression of a
/// request.
@State(Scope.Thread)
public class DocumentSteps {
  private static final URI LOCATION = URI.create("https://journal-1.example/feed.xml");

  /// The number of the made-up feed: 0 is RSS with CDATA, 2 RSS with escapes, 1 Atom.
  @Param({"0", "2", "1"})
  public int feed;

  private Fixture.Document document = new Fixture(0, 1).document();
  private List<String> articles = List.of();
  private RawFeed read = parsed(document);
  private final HtmlCleaner cleaner = new HtmlCleaner();
  private final Normaliser normaliser = new Normaliser();

  @Setup
  public void prepare() {
    document = new Fixture(feed, 40).document();
    articles =
        java.util.stream.IntStream.range(0, 40)
            .mapToObj(entry -> Article.of(feed, entry).html())
            .toList();
    read = parsed(document);
  }

  private static RawFeed parsed(Fixture.Document document) {
    return switch (parse(document)) {
      case ParseResult.Parsed parsed -> parsed.feed();
      case ParseResult.Unreadable unreadable ->
          throw new IllegalStateException(unreadable.toString());
    };
  }

  private static ParseResult parse(Fixture.Document document) {
    return new FeedParser().parse(LOCATION, Optional.of(document.contentType()), document.plain());
  }

  @Benchmark
  public Object parse() {
    return parse(document);
  }

  @Benchmark
  public Object clean40Articles() {
    return articles.stream().map(html -> cleaner.clean(html, Optional.of(LOCATION))).toList();
  }

  @Benchmark
  public Object normalise() {
    return normaliser.normalise(read, LinkRules.none());
  }
}
