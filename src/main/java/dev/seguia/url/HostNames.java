package dev.seguia.url;

import java.net.IDN;
import java.util.Optional;

/// Names of hosts as the domain name system knows them (IDNA, RFC 5890).
public final class HostNames {
  private HostNames() {}

  /// As long as a label may be (RFC 1035 section 2.3.4).
  private static final int LONGEST_LABEL = 63;

  /// In ASCII; empty if it cannot be the name of a host.
  public static Optional<String> ascii(String host) {
    if (isPlain(host)) return Optional.of(host);
    try {
      return Optional.of(IDN.toASCII(host, IDN.ALLOW_UNASSIGNED));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /// Whether nothing about a name has to be converted or checked.
  private static boolean isPlain(String host) {
    if (host.length() > LONGEST_LABEL || host.startsWith(".") || host.contains("..")) return false;
    for (var at = 0; at < host.length(); at++) if (host.charAt(at) >= 0x80) return false;
    return true;
  }
}
