package dev.seguia.fetch;

import dev.seguia.config.FetchSettings;
import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;

/// Checks a URL before anything is requested: its scheme, its port, and its host if that is an IP
/// address or the name of this machine (SSRF).
public final class FetchRules {
  private final AddressGuard guard;

  public FetchRules(FetchSettings settings) {
    guard = new AddressGuard(settings.allowedNetworks());
  }

  /// Why a URL is never fetched; empty if there is no objection so far.
  public Optional<String> objection(URI url) {
    try {
      var host = Target.of(Login.without(url)).host();
      var address = address(host);
      return address.isEmpty() || guard.allows(address.get())
          ? Optional.empty()
          : Optional.of(GuardedResolver.closed(host, address.get()));
    } catch (RefusedException e) {
      return Optional.of(e.reason());
    }
  }

  private static Optional<InetAddress> address(String host) {
    if (host.equals("localhost") || host.endsWith(".localhost"))
      return Optional.of(InetAddress.getLoopbackAddress());
    try {
      return Optional.of(InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException aName) {
      return Optional.empty();
    }
  }
}
