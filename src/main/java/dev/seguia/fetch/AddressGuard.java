package dev.seguia.fetch;

import dev.seguia.url.Network;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/// SSRF protection: tells public IP addresses from those that a URL must not reach, namely our own
/// machine, private networks and everything else that is not the public internet (the
/// special-purpose registries of RFC 6890).
final class AddressGuard {
  private static final List<Network> CLOSED_V4 =
      Network.all(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private, RFC 1918
          "100.64.0.0/10", // shared by carriers, RFC 6598
          "127.0.0.0/8", // loopback
          "169.254.0.0/16", // link-local, and the metadata of clouds
          "172.16.0.0/12", // private, RFC 1918
          "192.0.0.0/24", // protocol assignments
          "192.0.2.0/24", // documentation
          "192.88.99.0/24", // relays of 6to4, RFC 7526
          "192.168.0.0/16", // private, RFC 1918
          "198.18.0.0/15", // benchmarks, RFC 2544
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4"); // reserved, and broadcast

  // Whatever of IPv6 is not in here is loopback, v4 in disguise, unique local, link-local,
  // site-local,
  // multicast or not yet given out.
  private static final Network OPEN_V6 = Network.of("2000::/3");

  private static final List<Network> CLOSED_V6 =
      Network.all(
          "2001::/23", // Teredo, benchmarks, ORCHID
          "2001:db8::/32", // documentation
          "2002::/16", // 6to4
          "3fff::/20"); // documentation, RFC 9637

  private static final Network NAT64 = Network.of("64:ff9b::/96");

  private final List<Network> allowed;
  private final List<Network> closed;

  /// @param allowed the networks that may be fetched from although they are not public
  AddressGuard(List<Network> allowed) {
    this(allowed, CLOSED_V4);
  }

  /// @param closed what of IPv4 is not public
  AddressGuard(List<Network> allowed, List<Network> closed) {
    this.allowed = List.copyOf(allowed);
    this.closed = List.copyOf(closed);
  }

  /// The guard for URLs from third parties: only public addresses are allowed.
  AddressGuard forStrangers() {
    return new AddressGuard(List.of(), closed);
  }

  /// Whether third-party URLs may reach fewer addresses than the user's own.
  boolean isLenient() {
    return !allowed.isEmpty();
  }

  boolean allows(InetAddress address) {
    if (isIn(allowed, address)) return true;
    return NAT64.contains(address) ? allows(embedded(address)) : isPublic(address);
  }

  /// Whether the address is on the public internet.
  boolean isPublic(InetAddress address) {
    if (address instanceof Inet4Address) return !isIn(closed, address);
    if (NAT64.contains(address)) return isPublic(embedded(address));
    return OPEN_V6.contains(address) && !isIn(CLOSED_V6, address);
  }

  private static boolean isIn(List<Network> networks, InetAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }

  private static InetAddress embedded(InetAddress address) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), 12, 16));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
