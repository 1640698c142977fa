package dev.seguia.fetch;

import dev.seguia.testing.TestClock;
import dev.seguia.testing.TestSettings;
import dev.seguia.url.Network;
import java.net.URI;
import java.time.Duration;

/// Fetchers for tests, which may ask loopback.
final class Fetching {
  static final String USER_AGENT = "Seguia/test (+http://localhost:8360)";

  private Fetching() {}

  static Fetcher fetcher() {
    return fetcher(Duration.ofSeconds(10));
  }

  static Fetcher fetcher(Duration timeout) {
    return fetcher(timeout, loopback(), 64);
  }

  static Fetcher fetcher(Duration timeout, AddressGuard guard, int perHost) {
    return fetcher(
        timeout, HttpClientFactory.ofSystem(USER_AGENT), guard, new HostGate(perHost, 64));
  }

  static Fetcher fetcher(
      Duration timeout, HttpClientFactory clients, AddressGuard guard, HostGate gate) {
    return new Fetcher(
        TestSettings.fetch(timeout, 1 << 20),
        clients,
        guard,
        gate,
        BodyMemory.ofHeap(),
        TestClock.standing());
  }

  /// One with so much memory for bodies, which may be large.
  static Fetcher fetcher(Duration timeout, BodyMemory memory) {
    return new Fetcher(
        TestSettings.fetch(timeout, 10 << 20),
        HttpClientFactory.ofSystem(USER_AGENT),
        loopback(),
        new HostGate(64, 64),
        memory,
        TestClock.standing());
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
