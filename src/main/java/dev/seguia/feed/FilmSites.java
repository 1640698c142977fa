package dev.seguia.feed;

import java.util.Locale;
import java.util.Set;

/// The sites of films that give none away as a file: a link to them is a page with a player.
public final class FilmSites {
  private static final Set<String> HOSTS =
      Set.of(
          "www.youtube.com",
          "youtube.com",
          "m.youtube.com",
          "youtu.be",
          "www.youtube-nocookie.com",
          "vimeo.com",
          "www.dailymotion.com");

  private FilmSites() {}

  /// Whether a host is one of them.
  public static boolean has(String host) {
    return HOSTS.contains(host.toLowerCase(Locale.ROOT));
  }
}
