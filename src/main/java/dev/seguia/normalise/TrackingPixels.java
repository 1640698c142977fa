package dev.seguia.normalise;

import dev.seguia.url.Url;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Recognises tracking pixels: invisible images that tell their server who reads what, and when.
final class TrackingPixels {
  private static final int LONGEST_NUMBER = 40;
  private static final Pattern AT_MOST_ONE = Pattern.compile("\\s*0*[01](?:\\.0*)?\\s*(?:px)?\\s*");
  private static final Pattern TINY =
      Pattern.compile("(?:^|;)(?:width|height|max-width|max-height):0*[01](?:px)?(?:;|!|$)");

  /// Hosts that serve nothing else, with their subdomains.
  private static final Set<String> HOSTS =
      Set.of(
          "pixel.wp.com",
          "stats.wordpress.com",
          "stats.wp.com",
          "b.wordpress.com",
          "doubleclick.net",
          "feedsportal.com",
          "google-analytics.com",
          "googleadservices.com",
          "googlesyndication.com",
          "scorecardresearch.com",
          "quantserve.com",
          "pixel.quantserve.com",
          "pheedo.com",
          "feedads.g.doubleclick.net",
          "rss.buysellads.com",
          "stats.buysellads.com",
          "xiti.com",
          "addtoany.com",
          "pixel.newsblur.com",
          "assoc-amazon.com",
          "analytics.yahoo.com",
          "pixel.mathtag.com",
          "bat.bing.com",
          "counter.yadro.ru",
          "mc.yandex.ru",
          "chartbeat.net",
          "tinypass.com",
          "statcounter.com",
          "list-manage.com",
          "sphdigital.com",
          "amazon-adsystem.com",
          "adnxs.com",
          "adform.net",
          "smartadserver.com",
          "taboola.com",
          "outbrain.com",
          "criteo.com",
          "criteo.net",
          "rubiconproject.com",
          "pubmatic.com",
          "2mdn.net",
          "googletagmanager.com");

  /// Parts of URLs, of the host and path, that give a counter away.
  private static final List<String> MARKS =
      List.of(
          "feeds.feedburner.com/~r/",
          "feeds.feedburner.com/~ff/",
          "feedproxy.google.com/~r/",
          "feedproxy.google.com/~ff/",
          "/~r/",
          "www.facebook.com/tr",
          "rss-pixel",
          "/rss_tracking/",
          "/pixel.gif",
          "/pixel.png",
          "/spacer.gif",
          "/1x1.gif",
          "/1x1.png",
          "/blank.gif",
          "/tracking-pixel",
          "/track/open",
          "/republication-tracker-tool",
          "counter.theconversation",
          "blogger.googleusercontent.com/tracker/",
          "/feeds/tracker",
          "/tracker/",
          "/beacon.gif",
          "/piwik.php",
          "/matomo.php",
          "/hit.xiti",
          "/wp-content/plugins/wp-statistics");

  private TrackingPixels() {}

  static boolean isCounter(Url source) {
    var host = source.host().toLowerCase(Locale.ROOT);
    for (var rest = host; !rest.isEmpty(); rest = parent(rest))
      if (HOSTS.contains(rest)) return true;
    var page = host + source.path().toLowerCase(Locale.ROOT);
    for (var mark : MARKS) if (page.contains(mark)) return true;
    return false;
  }

  /// Whether an element is too small to be seen.
  static boolean isTiny(Element image) {
    if (image.attributesSize() == 0) return false;
    return isOne(image.attr("width"))
        || isOne(image.attr("height"))
        || (image.hasAttr("style")
            && TINY.matcher(image.attr("style").toLowerCase(Locale.ROOT).replace(" ", "")).find());
  }

  private static boolean isOne(String length) {
    return !length.isEmpty()
        && length.length() <= LONGEST_NUMBER
        && AT_MOST_ONE.matcher(length).matches();
  }

  private static String parent(String host) {
    var dot = host.indexOf('.');
    return dot < 0 ? "" : host.substring(dot + 1);
  }
}
