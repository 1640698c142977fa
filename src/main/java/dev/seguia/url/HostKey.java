package dev.seguia.url;

import java.util.List;
import java.util.Locale;

/// The one name under which the hosts of a site are known.
public final class HostKey {
  private static final List<String> PREFIXES = List.of("www.", "m.", "mobile.", "amp.");

  private HostKey() {}

  /// In lower case and ASCII, without a dot at the end and without `www.` and its like. A host of
  /// two labels keeps them: `m.ma` is a site of its own.
  public static String of(String host) {
    var lower = host.toLowerCase(Locale.ROOT);
    var name = HostNames.ascii(lower).orElse(lower);
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
}
