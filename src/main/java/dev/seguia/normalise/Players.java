package dev.seguia.normalise;

import dev.seguia.url.Url;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The audio and video players that may stay in an iframe, each by its exact host and path.
final class Players {
  private static final Map<String, String> PATHS =
      Map.ofEntries(
          Map.entry("www.youtube.com", "/embed/"),
          Map.entry("youtube.com", "/embed/"),
          Map.entry("www.youtube-nocookie.com", "/embed/"),
          Map.entry("player.vimeo.com", "/video/"),
          Map.entry("www.dailymotion.com", "/embed/"),
          Map.entry("geo.dailymotion.com", "/"),
          Map.entry("w.soundcloud.com", "/player"),
          Map.entry("open.spotify.com", "/embed"),
          Map.entry("embed.podcasts.apple.com", "/"),
          Map.entry("embed.music.apple.com", "/"),
          Map.entry("bandcamp.com", "/EmbeddedPlayer"),
          Map.entry("widget.deezer.com", "/widget/"),
          Map.entry("player.ausha.co", "/"),
          Map.entry("embed.acast.com", "/"),
          Map.entry("player.acast.com", "/"),
          Map.entry("audiomack.com", "/embed"),
          Map.entry("embed.ted.com", "/"),
          Map.entry("archive.org", "/embed/"),
          Map.entry("player.twitch.tv", "/"),
          Map.entry("clips.twitch.tv", "/embed"),
          Map.entry("player.ina.fr", "/"),
          Map.entry("www.arte.tv", "/embeds/"),
          Map.entry("embed.radiofrance.fr", "/"),
          Map.entry("www.radiofrance.fr", "/embed/"),
          Map.entry("www.ultimedia.com", "/deliver/"),
          Map.entry("players.brightcove.net", "/"),
          Map.entry("content.jwplatform.com", "/players/"),
          Map.entry("cdn.jwplayer.com", "/players/"),
          Map.entry("streamable.com", "/e/"),
          Map.entry("fast.wistia.net", "/embed/"),
          Map.entry("www.mixcloud.com", "/widget/"),
          Map.entry("player.megaphone.fm", "/"),
          Map.entry("html5-player.libsyn.com", "/embed/"),
          Map.entry("art19.com", "/shows/"));

  private Players() {}

  /// The secure URL of a known player; empty for all other pages.
  static Optional<Url> player(Url url) {
    var path = PATHS.get(url.host().toLowerCase(Locale.ROOT));
    if (path == null || !url.path().startsWith(path) || !url.port().isEmpty())
      return Optional.empty();
    return Optional.of(url.secure());
  }
}
