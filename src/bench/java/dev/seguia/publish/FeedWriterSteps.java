package dev.seguia.publish;

import dev.seguia.bench.Article;
import dev.seguia.config.FeedCredit;
import dev.seguia.config.FeedImages;
import dev.seguia.config.FeedSettings;
import dev.seguia.feed.Audience;
import dev.seguia.feed.Entry;
import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Feed;
import dev.seguia.feed.FeedFormat;
import dev.seguia.feed.Person;
import dev.seguia.feed.Tag;
import dev.seguia.store.entry.Sighting;
import dev.seguia.store.entry.StoredEntry;
import dev.seguia.store.state.StoredSource;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// The writing of a merged feed of 50 entries, from values to bytes.
@State(Scope.Thread)
public class FeedWriterSteps {
  private static final FeedSettings SETTINGS =
      new FeedSettings(
          50,
          1_000,
          Set.of(FeedFormat.values()),
          FeedCredit.AUTHOR,
          FeedImages.CONTENT,
          Locale.FRENCH);

  @Param({"ATOM", "RSS", "JSON"})
  public FeedFormat format = FeedFormat.ATOM;

  private final MergedFeed feed =
      new MergedFeed(
          "http://localhost:8360/feeds/all.atom",
          "Seguia",
          "",
          "http://localhost:8360/feeds/all.atom",
          "http://localhost:8360/",
          "http://localhost:8360/icon.png",
          Article.EPOCH,
          Article.EPOCH,
          IntStream.range(0, 50).mapToObj(FeedWriterSteps::entry).toList());

  private static MergedEntry entry(int number) {
    var article = Article.of(number, 1);
    var source =
        new StoredSource(
            "source" + number,
            URI.create("https://journal-" + number + ".example/feed.xml"),
            "Journal " + number,
            Feed.Header.empty());
    var sighting =
        new Sighting(
            source,
            Optional.of(article.id()),
            Optional.of(article.link()),
            article.title(),
            Optional.of(article.date()),
            article.date(),
            Sighting.JoinedBy.FIRST,
            OptionalDouble.empty(),
            true);
    return new MergedEntry(
        new StoredEntry(
            number,
            article.id(),
            entry(article),
            article.date(),
            article.date(),
            article.date(),
            article.date(),
            Audience.EVERYONE,
            Optional.empty(),
            article.categories().stream().map(FeedWriterSteps::tag).toList(),
            List.of(sighting)),
        List.of(),
        SETTINGS);
  }

  private static EntryTag tag(String label) {
    return new EntryTag(Tag.of(label), label, EntryTag.Provenance.CATEGORY);
  }

  private static Entry entry(Article article) {
    return new Entry(
        Optional.of(article.id()),
        Optional.of(article.link()),
        Optional.empty(),
        article.title(),
        article.title(),
        article.html(),
        Optional.of(article.date()),
        Optional.empty(),
        List.of(new Person(article.author(), Optional.empty(), Optional.empty())),
        article.categories(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.of("fr"),
        "",
        Optional.empty());
  }

  @Benchmark
  public Object write() {
    return FeedWriter.of(format).write(feed);
  }
}
