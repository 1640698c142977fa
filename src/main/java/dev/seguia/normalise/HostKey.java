package dev.seguia.normalise;

import java.net.IDN;
import java.util.List;
import java.util.Locale;

/// The one name under which the hosts of a site are known.
final class HostKey {
  private static final List<String> PREFIXES = List.of("www.", "m.", "mobile.", "amp.");

  private HostKey() {}

  /// In lower case and ASCII, without a dot at the end and without `www.` and its like. A host of
  /// two labels keeps them: `m.ma` is a site of its own.
  static String of(String host) {
    var name = ascii(host.toLowerCase(Locale.ROOT));
    if (name.endsWith(".")) name = name.substring(0, name.length() - 1);
    for (var shorter = shorter(name); !shorter.equals(name); shorter = shorter(name))
      name = shorter;
    return name;
  }

  private static String shorter(String name) {
    for (var prefix : PREFIXES)
      if (name.startsWith(prefix) && name.indexOf('.', prefix.length()) > 0)
        return name.substring(prefix.length());
    return name;
  }

  private static boolean isAscii(String host) {
    for (var i = 0; i < host.length(); i++) if (host.charAt(i) >= 0x80) return false;
    return true;
  }

  private static String ascii(String host) {
    if (isAscii(host)) return host;
    try {
      return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException notAName) {
      return host;
    }
  }
}
