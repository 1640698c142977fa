package dev.seguia.fetch;

import dev.seguia.fetch.RobotsResponse.Allowed;
import dev.seguia.fetch.RobotsResponse.Forbidden;
import dev.seguia.fetch.RobotsResponse.Unknown;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// Cache of robots.txt rules (RFC 9309). Thread-safe; concurrent callers for one server cause a
/// single request.
public final class Robots {
  /// Limit: redirects of a `robots.txt`; more mean that there is none.
  private static final int MOST_REDIRECTS = 5;

  private static final int MOST_SITES = 1_000;

  /// The rules of a file take several times its room.
  private static final long MOST_BYTES = 4 << 20;

  /// Limit: time for which a `robots.txt` is used without asking again.
  private static final Duration LONGEST = Duration.ofHours(24);

  private static final Duration SHORTEST = Duration.ofHours(1);
  private static final Duration NEXT_TRY = Duration.ofMinutes(10);

  private final Fetcher fetcher;
  private final LongSupplier nanos;

  /// The least recently used one first.
  private final Map<String, Place> places = new LinkedHashMap<>(16, 0.75f, true);

  private long bytes;

  /// @param nanos a monotonic clock (nanoseconds)
  public Robots(Fetcher fetcher, LongSupplier nanos) {
    this.fetcher = fetcher;
    this.nanos = nanos;
  }

  /// The rules for URLs from third parties, as [Fetcher#forStrangers] is.
  Robots forStrangers() {
    var other = fetcher.forStrangers();
    return other == fetcher ? this : new Robots(other, nanos);
  }

  /// A server and its robots.txt.
  private static final class Place {
    final ReentrantLock lock = new ReentrantLock();
    Optional<Finding> finding = Optional.empty();
  }

  /// The robots.txt of a server, or why it is unknown.
  ///
  /// @param file empty if it could not be fetched
  /// @param until when it counts, by the monotonic clock
  private record Finding(Optional<RobotsFile> file, String reason, long until) {
    int size() {
      return file.map(RobotsFile::size).orElse(0);
    }
  }

  /// Whether a page may be fetched. Asks the server for its rules if they are not known.
  public RobotsResponse ask(URI url) throws InterruptedException {
    try {
      return ask(Target.of(url));
    } catch (RefusedException e) {
      return new Forbidden(e.reason());
    }
  }

  RobotsResponse ask(Target target) throws InterruptedException {
    var finding = finding(target);
    var host = target.hostInWords();
    if (finding.file().isEmpty())
      return new Unknown(
          "robots.txt of %s could not be fetched (%s)".formatted(host, finding.reason()));
    var file = finding.file().get();
    return file.allows(target.requestUrl())
        ? new Allowed(file.pause())
        : new Forbidden("robots.txt of " + host + " forbids it");
  }

  /// The sitemaps that the robots.txt of a page's server names; empty if it names none.
  public List<URI> sitemaps(URI url) throws InterruptedException {
    try {
      return finding(Target.of(url)).file().map(RobotsFile::sitemaps).orElse(List.of());
    } catch (RefusedException e) {
      return List.of();
    }
  }

  private Finding finding(Target target) throws InterruptedException {
    var site = target.httpHost().toURI();
    var place = place(site);
    place.lock.lockInterruptibly();
    try {
      var known = place.finding.filter(finding -> finding.until() - nanos.getAsLong() > 0);
      if (known.isPresent()) return known.get();
      var found = fetch(URI.create(site + "/robots.txt"));
      note(site, place, found);
      return found;
    } finally {
      place.lock.unlock();
    }
  }

  private synchronized Place place(String site) {
    return places.computeIfAbsent(site, _ -> new Place());
  }

  private synchronized void note(String site, Place place, Finding found) {
    // Another entry may have replaced it during the request.
    if (places.get(site) == place) bytes += found.size() - size(place);
    place.finding = Optional.of(found);
    var eldest = places.entrySet().iterator();
    while (eldest.hasNext() && (places.size() > MOST_SITES || bytes > MOST_BYTES)) {
      bytes -= size(eldest.next().getValue());
      eldest.remove();
    }
  }

  private static int size(Place place) {
    return place.finding.map(Finding::size).orElse(0);
  }

  private Finding fetch(URI url) throws InterruptedException {
    var open = FetchRequest.Admission.open();
    var fetchRequest =
        new FetchRequest(
            url, Validators.none(), FetchPriority.DOUBTFUL, MOST_REDIRECTS, open, () -> {});
    var response = fetcher.bring(fetchRequest);
    if (response.isAbsent()) return found(RobotsFile.none(), LONGEST);
    return switch (response) {
      case FetchResult.Fetched fetched -> {
        try (fetched) {
          yield read(url, fetched.document());
        }
      }
      case FetchResult.Throttled(var status, _, _) -> unknown(PlainWords.ofStatus(status));
      case FetchResult none -> unknown(none.reason());
    };
  }

  private Finding read(URI url, FetchedDocument document) {
    var file = RobotsFile.read(url, document.body(), fetcher.userAgent());
    return found(file, document.maxAge().orElse(LONGEST));
  }

  private Finding found(RobotsFile file, Duration age) {
    var kept = age.compareTo(LONGEST) > 0 ? LONGEST : age.compareTo(SHORTEST) < 0 ? SHORTEST : age;
    return new Finding(Optional.of(file), "", nanos.getAsLong() + kept.toNanos());
  }

  private Finding unknown(String reason) {
    return new Finding(Optional.empty(), reason, nanos.getAsLong() + NEXT_TRY.toNanos());
  }

  /// The number of servers in the cache.
  synchronized int size() {
    return places.size();
  }
}
