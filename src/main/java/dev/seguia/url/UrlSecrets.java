package dev.seguia.url;

import java.util.regex.Pattern;

/// What in a URL lets its reader in: user names and passwords before the host, and the values of
/// parameters whose names say that they are secret. What is secret in a path cannot be told from
/// the rest.
public final class UrlSecrets {
  private static final String HIDDEN = "***";

  private static final String NAME =
      "[\\w.%-]*(?:token|secret|passw(?:or)?d|signature|credential|session|auth(?!or))[\\w.%-]*"
          + "|[\\w.%-]*key|sig|pw|pwd|pass|sid|jwt";
  private static final String ENDS_VALUE = "&;#\\s\"'<>\\\\";
  // JSON may write a slash as \/
  private static final Pattern USER = Pattern.compile("(?<=://|:\\\\/\\\\/)[^/?#\\s\"'<>\\\\]*@");
  private static final Pattern SECRET =
      Pattern.compile("(?i)(?<=[?&;])(" + NAME + ")=[^" + ENDS_VALUE + "]+");
  private static final Pattern PARAMETER =
      Pattern.compile("(?i)(?<=[?&;])(?:" + NAME + ")=[^" + ENDS_VALUE + "]*(?:[&;]|$|(?=#))");

  private UrlSecrets() {}

  /// Whether there is any in a URL.
  public static boolean areIn(String url) {
    return !masked(url).equals(url);
  }

  /// A text, as for a log, with stars in the place of the secrets of all URLs in it.
  public static String masked(String text) {
    var open = USER.matcher(text).replaceAll(HIDDEN + "@");
    return SECRET.matcher(open).replaceAll("$1=" + HIDDEN);
  }

  /// A URL as it may be published: all but the secrets.
  public static String without(String url) {
    if (!areIn(url)) return url;
    var open = PARAMETER.matcher(USER.matcher(url).replaceAll("")).replaceAll("");
    return open.replaceAll("[?&;]+(?=#|$)", "");
  }
}
