package dev.seguia.page;

import dev.seguia.feed.Audience;
import dev.seguia.feed.Entry;
import dev.seguia.feed.FeedFormat;
import dev.seguia.publish.Publisher;
import dev.seguia.publish.Publisher.Finding;
import dev.seguia.store.entry.Sighting;
import dev.seguia.store.entry.Sighting.JoinedBy;
import dev.seguia.store.entry.StoredEntry;
import dev.seguia.store.state.SourceCondition;
import dev.seguia.store.state.SourceStatus;
import dev.seguia.url.UrlSecrets;
import dev.seguia.web.DocumentResponse;
import dev.seguia.web.Request;
import dev.seguia.web.Response;
import dev.seguia.web.Route;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;

/// The feed of failing sources, for their maintainer: one entry each time that a source keeps
/// failing or is gone.
final class FailureFeed {
  /// Seen from the base URL, without extension.
  static final String PATH = "sources/failures";

  private static final String TITLE = "Sources that fail · Seguia";

  private final Publisher publisher;
  private final SourceOverview overview;
  private List<StoredEntry> known = List.of();
  private long revision;

  FailureFeed(Publisher publisher, SourceOverview overview) {
    this.publisher = publisher;
    this.overview = overview;
  }

  List<Route> routes() {
    return publisher.formats().stream()
        .map(format ->
            Route.get("/" + PATH + "." + format.extension(), request -> response(request, format)))
        .toList();
  }

  private Response response(Request request, FeedFormat format) {
    var failures = failures();
    var finding = new Finding(PATH, "", TITLE, "sources?state=failing", revision(failures));
    return publisher
        .of(finding, format, OptionalInt.empty(), most -> failures.stream().limit(most).toList())
        .map(document -> DocumentResponse.of(request, document))
        .orElseGet(() -> Response.words(404, "No such feed."));
  }

  /// A higher one whenever the feed says something else.
  private synchronized long revision(List<StoredEntry> failures) {
    if (!failures.equals(known)) revision++;
    known = failures;
    return revision;
  }

  /// The newest first.
  private List<StoredEntry> failures() {
    return overview.recent().statuses().stream()
        .filter(SourceLine::isNews)
        .flatMap(
            status -> status.state().failingSince().stream().map(since -> entry(status, since)))
        .sorted(Comparator.comparing(StoredEntry::published).reversed())
        .toList();
  }

  private StoredEntry entry(SourceStatus status, Instant since) {
    var title = UrlSecrets.without(status.source().title());
    var reason = UrlSecrets.masked(status.state().lastError().orElse(""));
    var isGone = status.condition() == SourceCondition.GONE;
    var entry =
        entry(
            title + ": " + reason,
            isGone ? "Gone for good: remove it from the list." : "No poll has succeeded since.",
            publisher.baseUrl().resolve("sources/" + status.source().id()));
    return new StoredEntry(
        0,
        id(status, since),
        entry,
        since,
        since,
        since,
        since,
        Audience.EVERYONE,
        Optional.empty(),
        List.of(),
        List.of(sighting(status, title, since)));
  }

  /// One failure has one id, however often it is tried again.
  private static String id(SourceStatus status, Instant since) {
    var name = Stream.of(status.source().id(), since.toString(), status.condition().word());
    var bytes = String.join(" ", name.toList()).getBytes(StandardCharsets.UTF_8);
    return "urn:uuid:" + UUID.nameUUIDFromBytes(bytes);
  }

  private static Sighting sighting(SourceStatus status, String title, Instant since) {
    return new Sighting(
        status.source(),
        Optional.empty(),
        Optional.empty(),
        title,
        Optional.of(since),
        since,
        JoinedBy.FIRST,
        OptionalDouble.empty(),
        true);
  }

  private static Entry entry(String title, String summary, String link) {
    return new Entry(
        Optional.empty(),
        Optional.of(link),
        Optional.empty(),
        title,
        summary,
        "",
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.of("en"),
        "",
        Optional.empty());
  }
}
