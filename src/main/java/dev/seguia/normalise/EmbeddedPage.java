package dev.seguia.normalise;

import dev.seguia.url.Url;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Maps an embedded page (iframe) to the page for people: the post behind a plugin of Facebook, the
/// document behind a viewer.
final class EmbeddedPage {
  /// A viewer of other pages: its host, the beginning of its path, and the parameter that names the
  /// page.
  private record Viewer(String host, String path, String parameter) {}

  /// An embedded page and its page for people, by the prefixes of their addresses, which both end
  /// in the same key.
  private record Pair(String host, String framed, String page) {}

  private static final List<Viewer> VIEWERS =
      List.of(
          new Viewer("www.facebook.com", "/plugins/", "href"),
          new Viewer("web.facebook.com", "/plugins/", "href"),
          new Viewer("docs.google.com", "/viewer", "url"),
          new Viewer("docs.google.com", "/gview", "url"),
          new Viewer("view.officeapps.live.com", "/op/", "src"),
          new Viewer("cdn.embedly.com", "/widgets/media.html", "url"),
          new Viewer("cdn.iframe.ly", "/", "url"),
          new Viewer("iframe.ly", "/api/iframe", "url"),
          new Viewer("oembed.link", "/", "url"));

  private static final List<Pair> PAIRS =
      List.of(
          new Pair("www.youtube.com", "/v/", "https://www.youtube.com/watch?v="),
          new Pair("www.youtube.com", "/embed/", "https://www.youtube.com/watch?v="),
          new Pair("youtube.com", "/v/", "https://www.youtube.com/watch?v="),
          new Pair("www.youtube-nocookie.com", "/v/", "https://www.youtube.com/watch?v="),
          new Pair("www.dailymotion.com", "/swf/", "https://www.dailymotion.com/video/"));

  /// What readers press, in frames of their own.
  private static final List<String> BUTTONS =
      List.of(
          "facebook.com/plugins/like",
          "facebook.com/plugins/share",
          "facebook.com/plugins/follow",
          "facebook.com/plugins/send",
          "facebook.com/plugins/comments",
          "facebook.com/plugins/page",
          "facebook.com/plugins/fan",
          "platform.twitter.com/widgets/tweet_button",
          "platform.twitter.com/widgets/follow_button",
          "platform.linkedin.com/",
          "apis.google.com/",
          "www.googletagmanager.com/",
          "www.google.com/recaptcha");

  private EmbeddedPage() {}

  static boolean isButton(Url frame) {
    var page = frame.host().toLowerCase(Locale.ROOT) + frame.path().toLowerCase(Locale.ROOT);
    for (var button : BUTTONS)
      if (page.startsWith(button) || page.startsWith("www." + button)) return true;
    return false;
  }

  /// The page for people, or the address itself if none is known.
  static Url of(Url frame) {
    var host = frame.host().toLowerCase(Locale.ROOT);
    for (var viewer : VIEWERS)
      if (viewer.host().equals(host) && frame.path().startsWith(viewer.path())) {
        var page = Redirector.target(frame, viewer.parameter());
        if (page.isPresent()) return page.get();
      }
    if (host.equals("platform.twitter.com")) return tweet(frame).orElse(frame);
    for (var pair : PAIRS)
      if (pair.host().equals(host) && frame.path().startsWith(pair.framed()))
        return page(frame, pair).orElse(frame);
    return frame;
  }

  private static Optional<Url> tweet(Url frame) {
    return Redirector.parameter(frame, "id")
        .filter(id -> !id.isEmpty() && id.chars().allMatch(Character::isDigit))
        .flatMap(id -> Url.parse("https://twitter.com/i/status/" + id));
  }

  private static Optional<Url> page(Url frame, Pair pair) {
    var key = frame.path().substring(pair.framed().length());
    var end = 0;
    while (end < key.length() && "/&?".indexOf(key.charAt(end)) < 0) end++;
    return end == 0 ? Optional.empty() : Url.parse(pair.page() + key.substring(0, end));
  }
}
