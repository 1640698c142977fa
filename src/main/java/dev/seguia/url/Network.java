package dev.seguia.url;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A range of IP addresses in CIDR notation (RFC 4632 and RFC 4291), as in `10.0.0.0/8` or
/// `fc00::/7`.
///
/// @param bits the length of the prefix
public record Network(InetAddress base, int bits) {
  public Network {
    if (bits < 0 || bits > width(base))
      throw new IllegalArgumentException(
          "the prefix of a network has 0 to " + width(base) + " bits, not " + bits);
  }

  private static int width(InetAddress address) {
    return address.getAddress().length * 8;
  }

  /// The network that a text is; empty if it is none.
  public static Optional<Network> parse(String text) {
    var slash = text.indexOf('/');
    if (slash < 0) return Optional.empty();
    try {
      var base = InetAddress.ofLiteral(text.substring(0, slash)); // never asks a name server
      return Optional.of(new Network(base, Integer.parseInt(text.substring(slash + 1))));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /// The network that a text is.
  ///
  /// @throws IllegalArgumentException if it is none
  public static Network of(String text) {
    return parse(text)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "'" + text + "' is not a network; write one as 10.0.0.0/8 or fd00::/8"));
  }

  /// The networks that texts are.
  ///
  /// @throws IllegalArgumentException if one of them is none
  public static List<Network> all(String... texts) {
    return Stream.of(texts).map(Network::of).toList();
  }

  public boolean contains(InetAddress address) {
    var mine = base.getAddress();
    var other = address.getAddress();
    if (mine.length != other.length) return false;
    for (int bit = 0; bit < bits; bit += 8) {
      var mask = bits - bit >= 8 ? 0xff : 0xff << (8 - (bits - bit));
      if (((mine[bit / 8] ^ other[bit / 8]) & mask) != 0) return false;
    }
    return true;
  }
}
