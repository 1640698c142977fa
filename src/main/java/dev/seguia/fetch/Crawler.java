package dev.seguia.fetch;

import dev.seguia.fetch.RobotsResponse.Allowed;
import dev.seguia.fetch.RobotsResponse.Forbidden;
import dev.seguia.fetch.RobotsResponse.Unknown;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Fetches pages that their sites have not offered for subscription: only what robots.txt allows,
/// one page of a host at a time, with the crawl delay that it asks for. Redirects follow the same
/// rules.
public final class Crawler {
  private final Fetcher fetcher;
  private final Robots robots;

  /// Before the gate of the fetcher: whoever waits for the pause that a host wants of crawlers
  /// keeps nobody from its feeds.
  private final HostGate turns;

  private final Optional<Crawler> forStrangers;

  /// @param nanos a monotonic clock (nanoseconds)
  public Crawler(Fetcher fetcher, Robots robots, LongSupplier nanos) {
    this(
        fetcher,
        robots,
        new HostGate(
            1,
            Integer.MAX_VALUE,
            new ServerBackoff(Duration.ZERO, nanos),
            HostDelay.fromNow(Duration.ZERO, nanos)));
  }

  private Crawler(Fetcher fetcher, Robots robots, HostGate turns) {
    this.fetcher = fetcher;
    this.robots = robots;
    this.turns = turns;
    var other = fetcher.forStrangers();
    forStrangers =
        other == fetcher
            ? Optional.empty()
            : Optional.of(new Crawler(other, robots.forStrangers(), turns));
  }

  /// The crawler for URLs from third parties, as [Fetcher#forStrangers] is.
  public Crawler forStrangers() {
    return forStrangers.orElse(this);
  }

  /// Requests a page, as [Fetcher#fetch] does.
  ///
  /// @return [FetchResult.Refused] where robots.txt forbids it; [FetchResult.Unavailable] where
  ///   what it says cannot be found out
  public FetchResult fetch(URI url, Validators validators, FetchPriority priority)
      throws InterruptedException {
    return fetch(url, validators, priority, () -> {});
  }

  /// Requests a page.
  ///
  /// @param departure as for [Fetcher#fetch]; it is not told of requests for robots.txt
  public FetchResult fetch(
      URI url, Validators validators, FetchPriority priority, Runnable departure)
      throws InterruptedException {
    return fetcher.bring(
        new FetchRequest(
            url, validators, priority, Fetcher.MOST_REDIRECTS, this::enter, departure));
  }

  /// Why robots.txt does not allow a page, or that it is unknown; empty if the page may be fetched.
  public Optional<String> objection(URI url) throws InterruptedException {
    return switch (robots.ask(url)) {
      case Allowed _ -> Optional.empty();
      case Forbidden(var reason) -> Optional.of(reason);
      case Unknown(var reason) -> Optional.of(reason);
    };
  }

  /// The sitemaps that the robots.txt of a page's server names; empty if it names none.
  public List<URI> sitemaps(URI url) throws InterruptedException {
    return robots.sitemaps(url);
  }

  private HostGate.Permit enter(Target target, FetchPriority priority)
      throws IOException, InterruptedException {
    return switch (robots.ask(target)) {
      case Allowed(var pause) -> turns.enter(target.host(), priority, pause);
      case Forbidden(var reason) -> throw new RefusedException(reason);
      case Unknown(var reason) -> throw new UnusableResponseException(reason);
    };
  }
}
