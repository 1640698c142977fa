package dev.seguia.normalise;

import dev.seguia.url.Url;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the target URL behind the links of click counters (redirectors).
final class Redirector {
  private static final int MOST_WRAPPINGS = 3;
  private static final List<String> TARGETS =
      List.of(
          "url",
          "q",
          "u",
          "z",
          "to",
          "target",
          "dest",
          "redirect",
          "uddg",
          "murl",
          "ued",
          "urllink",
          "href");
  private static final Pattern GOOGLE = Pattern.compile("(?:.*\\.)?google(?:\\.[a-z]{2,3}){1,2}");

  /// Hosts that pass readers on, and the beginning of the paths under which they do.
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("l.facebook.com", "/"),
          Map.entry("lm.facebook.com", "/"),
          Map.entry("l.instagram.com", "/"),
          Map.entry("l.messenger.com", "/"),
          Map.entry("l.threads.com", "/"),
          Map.entry("t.umblr.com", "/"),
          Map.entry("out.reddit.com", "/"),
          Map.entry("click.redditmail.com", "/"),
          Map.entry("bing.com", "/"),
          Map.entry("www.bing.com", "/"),
          Map.entry("href.li", "/"),
          Map.entry("steamcommunity.com", "/linkfilter"),
          Map.entry("youtube.com", "/redirect"),
          Map.entry("www.youtube.com", "/redirect"),
          Map.entry("slack-redir.net", "/"),
          Map.entry("exit.sc", "/"),
          Map.entry("away.vk.com", "/"),
          Map.entry("vk.com", "/away"),
          Map.entry("www.linkedin.com", "/redir"),
          Map.entry("linkedin.com", "/redir"),
          Map.entry("duckduckgo.com", "/l/"),
          Map.entry("disq.us", "/url"),
          Map.entry("medium.com", "/r/"),
          Map.entry("getpocket.com", "/redirect"),
          Map.entry("go.redirectingat.com", "/"),
          Map.entry("click.linksynergy.com", "/"),
          Map.entry("www.awin1.com", "/"),
          Map.entry("urldefense.proofpoint.com", "/v1/"),
          Map.entry("deref-mail.com", "/"),
          Map.entry("deref-gmx.net", "/"),
          Map.entry("deref-web.de", "/"));

  private static final Pattern AMP_PATH =
      Pattern.compile("/(?:amp|c|v|wp)/(s/)?([^/]+\\.[^/]+(?:/.*)?)");
  private static final Pattern YAHOO_TARGET = Pattern.compile(".*/RU=([^/]+)/.*");
  private static final Pattern FEEDSPORTAL = Pattern.compile(".*/l/(0L[^/]+)/.*");

  private Redirector() {}

  /// The page that a link leads to in the end; the link itself if it is no redirector's.
  static Url unwrap(Url link) {
    var page = link;
    for (var i = 0; i < MOST_WRAPPINGS; i++) {
      var inner = inner(page);
      if (inner.isEmpty()) return page;
      page = inner.get();
    }
    return page;
  }

  private static Optional<Url> inner(Url link) {
    var host = link.host().toLowerCase(Locale.ROOT);
    if (host.contains("google.") && GOOGLE.matcher(host).matches()) return google(link);
    var path = KNOWN.get(host);
    if (path != null) return link.path().startsWith(path) ? target(link) : Optional.empty();
    if (host.endsWith(".safelinks.protection.outlook.com")) return target(link, "url");
    if (host.endsWith(".cdn.ampproject.org")) return amp(link);
    if (host.equals("r.search.yahoo.com"))
      return group(YAHOO_TARGET, link.path()).flatMap(Redirector::decoded).flatMap(Url::parse);
    if (host.endsWith("feedsportal.com"))
      return group(FEEDSPORTAL, link.path()).map(Redirector::feedsportal).flatMap(Url::parse);
    return Optional.empty();
  }

  private static Optional<Url> google(Url link) {
    if (link.path().equals("/url") || link.path().equals("/imgres")) return target(link);
    return link.path().startsWith("/amp/") ? amp(link) : Optional.empty();
  }

  /// The first parameter of the known names whose value is a whole URL.
  private static Optional<Url> target(Url link) {
    if (link.query().isEmpty()) return Optional.empty();
    var query = link.query().get();
    // href.li/?https://example.org/ has nothing but the page
    if (isWeb(query)) return Url.parse(query);
    for (var name : TARGETS) {
      var page = target(link, name);
      if (page.isPresent()) return page;
    }
    return Optional.empty();
  }

  /// The value of a parameter, if it is a whole URL.
  static Optional<Url> target(Url link, String name) {
    var value = parameter(link, name);
    return value
        .filter(Redirector::isWeb)
        .or(() -> value.flatMap(Redirector::inBase64))
        .flatMap(Url::parse);
  }

  /// The value of the first parameter of a name.
  static Optional<String> parameter(Url link, String name) {
    var query = link.query().orElse("");
    for (int start = 0, end; start <= query.length(); start = end + 1) {
      end = query.indexOf('&', start);
      if (end < 0) end = query.length();
      // some feeds escape the ampersands of their links twice
      var from = query.startsWith("amp;", start) ? start + 4 : start;
      if (query.startsWith(name, from)
          && from + name.length() < end
          && query.charAt(from + name.length()) == '=')
        return decoded(query.substring(from + name.length() + 1, end));
    }
    return Optional.empty();
  }

  private static boolean isWeb(String text) {
    return text.regionMatches(true, 0, "http://", 0, 7)
        || text.regionMatches(true, 0, "https://", 0, 8);
  }

  /// Bing writes `a1` and the URL in base64.
  private static Optional<String> inBase64(String value) {
    if (!value.startsWith("a1aHR0c")) return Optional.empty();
    try {
      var bytes = Base64.getUrlDecoder().decode(value.substring(2).replace("=", ""));
      return Optional.of(new String(bytes, StandardCharsets.UTF_8)).filter(Redirector::isWeb);
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<Url> amp(Url link) {
    var matcher = AMP_PATH.matcher(link.path());
    if (!matcher.matches()) return Optional.empty();
    var scheme = matcher.group(1) == null ? "http://" : "https://";
    return Url.parse(scheme + matcher.group(2)).map(page -> page.withQuery(link.query()));
  }

  private static Optional<String> group(Pattern pattern, String text) {
    var matcher = pattern.matcher(text);
    return matcher.matches() ? Optional.ofNullable(matcher.group(1)) : Optional.empty();
  }

  private static Optional<String> decoded(String value) {
    try {
      return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /// A service of until 2016 that wrote the page's URL into its own path, two characters a sign.
  private static String feedsportal(String coded) {
    var page = new StringBuilder();
    for (var i = 0; i < coded.length(); i++) {
      if (coded.charAt(i) != '0' || i + 1 == coded.length()) page.append(coded.charAt(i));
      else page.append(feedsportalSign(coded.charAt(++i)));
    }
    return page.toString();
  }

  private static String feedsportalSign(char code) {
    return switch (code) {
      case 'A' -> "0";
      case 'B' -> ".";
      case 'C' -> "/";
      case 'D' -> "?";
      case 'E' -> "-";
      case 'F' -> "=";
      case 'G' -> "&";
      case 'H' -> ",";
      case 'I' -> "_";
      case 'J' -> "%";
      case 'L' -> "http://";
      case 'N' -> ".com";
      case 'O' -> ".co.uk";
      case 'S' -> "www.";
      default -> "0" + code;
    };
  }
}
