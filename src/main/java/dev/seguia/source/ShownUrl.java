package dev.seguia.source;

import java.net.URI;
import java.util.regex.Pattern;

/// A URL as it may stand in a log: without what lets its reader in. User names and passwords go,
/// and the values of parameters whose names say that they are secret.
final class ShownUrl {
  private static final int LONGEST = 300;
  private static final Pattern USER = Pattern.compile("(?<=://)[^/?#@]*@");
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)(?<=[?&;])([\\w.-]*(?:token|secret|password|passwd|auth|signature|api_?key)[\\w.-]*|key|sig|pw)=[^&;#]+");
  private static final String HIDDEN = "***";

  private ShownUrl() {}

  static String of(URI url) {
    var open = USER.matcher(url.toString()).replaceFirst(HIDDEN + "@");
    var text = SECRET.matcher(open).replaceAll("$1=" + HIDDEN);
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
