package dev.seguia.fetch;

import dev.seguia.testing.TestClock;
import dev.seguia.url.Network;
import java.net.URI;
import java.time.Duration;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.core5.ssl.SSLContexts;

/// Fetchers for tests, which may ask loopback.
final class Fetching {
  static final String USER_AGENT = "Seguia/test (+http://localhost:8360)";
  static final long MAX_BODY = 1 << 20;

  private Fetching() {}

  static Fetcher fetcher() {
    return fetcher(Duration.ofSeconds(10));
  }

  static Fetcher fetcher(Duration timeout) {
    return fetcher(limits(timeout), loopback(), 64);
  }

  static FetchLimits limits(Duration timeout) {
    return new FetchLimits(timeout, MAX_BODY, USER_AGENT);
  }

  static Fetcher fetcher(FetchLimits limits, AddressGuard guard, int perHost) {
    return new Fetcher(
        limits,
        guard,
        new HostGate(perHost, 64),
        TestClock.standing(),
        SystemDefaultDnsResolver.INSTANCE,
        SSLContexts::createSystemDefault);
  }

  /// One with so much memory for bodies.
  static Fetcher fetcher(FetchLimits limits, BodyMemory memory) {
    return new Fetcher(
        limits,
        loopback(),
        new HostGate(64, 64),
        memory,
        TestClock.standing(),
        SystemDefaultDnsResolver.INSTANCE,
        SSLContexts::createSystemDefault);
  }

  static AddressGuard loopback() {
    return new AddressGuard(Network.all("127.0.0.0/8", "::1/128"));
  }

  /// Asks once, with no validators.
  static FetchResult fetch(URI url) throws InterruptedException {
    try (var fetcher = fetcher()) {
      return fetcher.fetch(url, Validators.none());
    }
  }

  static String reason(FetchResult result) {
    return switch (result) {
      case FetchResult.Unavailable(var reason, _) -> reason;
      case FetchResult.Refused(var reason) -> "refused: " + reason;
      default -> throw new AssertionError(result.toString());
    };
  }

  static FetchedDocument fetched(FetchResult result) {
    return held(result).document();
  }

  /// The document with the memory that it holds.
  static FetchResult.Fetched held(FetchResult result) {
    if (result instanceof FetchResult.Fetched fetched) return fetched;
    throw new AssertionError(result.toString());
  }
}
