package dev.seguia.fetch;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/// A range of addresses (CIDR, RFC 4632 and RFC 4291), as in `10.0.0.0/8` or `fc00::/7`.
record Network(InetAddress base, int bits) {
  Network {
    var width = base.getAddress().length * 8;
    if (bits < 0 || bits > width)
      throw new IllegalArgumentException("a prefix has 0 to " + width + " bits, not " + bits);
  }

  /// Reads a range; a bare address is the range of itself alone.
  static Network parse(String text) {
    var slash = text.indexOf('/');
    try {
      var base = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
      var width = base.getAddress().length * 8;
      return new Network(base, slash < 0 ? width : Integer.parseInt(text.substring(slash + 1)));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a network; write one as 10.0.0.0/8 or fd00::/8", e);
    }
  }

  static List<Network> parse(String... texts) {
    return Stream.of(texts).map(Network::parse).toList();
  }

  boolean contains(InetAddress address) {
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
