package dev.seguia.config;

import java.net.Inet4Address;
import java.net.InetAddress;

/// Tells whether a text is a network in CIDR notation (RFC 4632, RFC 4291), as in `10.0.0.0/8`.
final class Cidr {
  private Cidr() {}

  static boolean isCidr(String text) {
    var slash = text.indexOf('/');
    if (slash < 0) return false;
    try {
      var address = InetAddress.ofLiteral(text.substring(0, slash)); // never asks a name server
      var bits = Integer.parseUnsignedInt(text.substring(slash + 1));
      return bits >= 0 && bits <= (address instanceof Inet4Address ? 32 : 128);
    } catch (IllegalArgumentException noAddressOrNumber) {
      return false;
    }
  }
}
