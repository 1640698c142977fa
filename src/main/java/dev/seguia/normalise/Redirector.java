package dev.seguia.normalise;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds the page behind the links of services that count clicks and pass them on.
final class Redirector {
  private static final int MOST_WRAPPINGS = 3;
  private static final List<String> TARGETS =
      List.of("url", "q", "u", "z", "target", "dest", "redirect");
  private static final Pattern GOOGLE = Pattern.compile("(?:.*\\.)?google(?:\\.[a-z]{2,3}){1,2}");
  private static final Set<String> KNOWN =
      Set.of(
          "l.facebook.com",
          "lm.facebook.com",
          "l.instagram.com",
          "t.umblr.com",
          "out.reddit.com",
          "bing.com",
          "www.bing.com",
          "href.li",
          "steamcommunity.com",
          "youtube.com",
          "www.youtube.com",
          "slack-redir.net",
          "click.redditmail.com",
          "exit.sc",
          "away.vk.com",
          "vk.com");
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
    var host = link.host().toLowerCase(java.util.Locale.ROOT);
    if (host.contains("google.") && GOOGLE.matcher(host).matches()) return google(link);
    if (KNOWN.contains(host)) return target(link);
    if (host.endsWith(".cdn.ampproject.org")) return amp(link);
    if (host.equals("r.search.yahoo.com"))
      return group(YAHOO_TARGET, link.path()).flatMap(Redirector::decoded).flatMap(Url::parse);
    if (host.endsWith("feedsportal.com"))
      return group(FEEDSPORTAL, link.path()).map(Redirector::feedsportal).flatMap(Url::parse);
    return Optional.empty();
  }

  private static Optional<Url> google(Url link) {
    if (link.path().equals("/url")) return target(link);
    return link.path().startsWith("/amp/") ? amp(link) : Optional.empty();
  }

  /// The first parameter of the known names whose value is a whole URL.
  private static Optional<Url> target(Url link) {
    var pairs = link.query().stream().flatMap(query -> Stream.of(query.split("&", -1))).toList();
    return TARGETS.stream()
        .flatMap(name -> pairs.stream().filter(pair -> pair.startsWith(name + "=")))
        .map(pair -> pair.substring(pair.indexOf('=') + 1))
        .flatMap(value -> decoded(value).stream())
        .filter(value -> value.startsWith("http://") || value.startsWith("https://"))
        .flatMap(value -> Url.parse(value).stream())
        .findFirst();
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
