package dev.seguia.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.core5.ssl.SSLContexts;

/// Names that a test makes up.
final class FixedNames implements DnsResolver {
  private final Lookup lookup;

  /// What a name server would answer.
  interface Lookup {
    InetAddress[] resolve(String host) throws UnknownHostException, InterruptedException;
  }

  private FixedNames(Lookup lookup) {
    this.lookup = lookup;
  }

  static FixedNames of(Lookup lookup) {
    return new FixedNames(lookup);
  }

  static Fetcher fetcher(FixedNames names, Duration timeout) {
    return fetcher(names, timeout, Fetching.loopback());
  }

  static Fetcher fetcher(FixedNames names, Duration timeout, AddressGuard guard) {
    var clients = new HttpClientFactory("Seguia/test", names, SSLContexts::createSystemDefault);
    return Fetching.fetcher(timeout, clients, guard, new HostGate(1, 64));
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    try {
      return lookup.resolve(host);
    } catch (InterruptedException e) {
      throw new UnknownHostException(host);
    }
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
