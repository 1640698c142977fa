package dev.seguia.gather;

import dev.seguia.fetch.FetchedDocument;
import dev.seguia.fetch.Fetcher;
import dev.seguia.fetch.Validators;
import dev.seguia.gather.GatherResult.Found;
import dev.seguia.gather.GatherResult.Nothing;
import dev.seguia.parse.FeedParser;
import dev.seguia.parse.ParseResult;
import java.net.URI;
import java.util.Optional;

/// Parses feeds, and follows their archives.
final class FeedDocuments {
  private final Fetcher fetcher;
  private final ParseLimiter room;
  private final FeedParser parser = new FeedParser();

  FeedDocuments(Fetcher fetcher, ParseLimiter room) {
    this.fetcher = fetcher;
    this.room = room;
  }

  ParseResult read(FetchedDocument document) throws InterruptedException {
    try (var _ = room.enter(document.body().length)) {
      return parser.parse(document.location(), document.contentType(), document.body());
    }
  }

  GatherResult read(URI location, Optional<String> contentType, byte[] body) {
    return gathered(parser.parse(location, contentType, body));
  }

  private static GatherResult gathered(ParseResult result) {
    return switch (result) {
      case ParseResult.Parsed(var feed, var warnings) -> Found.single(feed, warnings);
      case ParseResult.Unreadable(var reason, _) -> new Nothing(reason);
    };
  }

  Found withArchives(Found newest, HistoryPolicy historyPolicy) throws InterruptedException {
    return new OlderDocuments(OlderDocuments.MOST_ARCHIVES, this::archive, historyPolicy)
        .after(newest);
  }

  private OlderDocuments.Step archive(URI url) throws InterruptedException {
    return OlderDocuments.Step.of(
        fetcher.fetch(url, Validators.none()), document -> gathered(read(document)));
  }
}
