package dev.seguia.scrape;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/// The URLs that a page links to, each once, in page order.
public final class PageLinks {
  /// Limit: links of a page that are looked at.
  ///
  /// Anchors that are looked at; front pages have a thousand.
  private static final int MOST = 10_000;

  private static final int LONGEST = 8_192;

  private final String host;
  private final String own;
  private final Map<String, PageLink> links = new LinkedHashMap<>();

  private PageLinks(WebPage page) {
    host = plainHost(page.location());
    own = key(page.location());
  }

  public static PageLinks of(WebPage page) {
    var links = new PageLinks(page);
    var anchors = page.document().select("a[href]");
    for (var anchor : anchors.subList(0, Math.min(anchors.size(), MOST))) links.add(anchor);
    return links;
  }

  public Collection<PageLink> all() {
    return links.values();
  }

  /// The link to an address, if the page has it.
  public Optional<PageLink> to(String url) {
    return parsed(url).map(uri -> links.get(keyOf(uri)));
  }

  private void add(Element anchor) {
    var uri = target(anchor);
    if (uri.isEmpty() || isPattern(anchor)) return;
    var key = keyOf(uri.get());
    if (key.equals(own)) return;
    links.computeIfAbsent(key, _ -> link(uri.get())).add(anchor);
  }

  /// What scripts make elements of.
  private static boolean isPattern(Element anchor) {
    return Ancestors.from(anchor).anyMatch(element -> element.normalName().equals("template"));
  }

  private PageLink link(URI uri) {
    var site = plainHost(uri);
    var sameHost = site.equals(host);
    return new PageLink(
        withoutFragment(uri), UrlPattern.of(uri, sameHost ? "" : site), sameHost || isSister(site));
  }

  /// `sport.example.org` beside `www.example.org`.
  private boolean isSister(String site) {
    return site.endsWith("." + host) || host.endsWith("." + site);
  }

  private String keyOf(URI uri) {
    return key(uri);
  }

  /// Where the path names an article its query only tells who led there.
  private String key(URI uri) {
    var path = uri.getRawPath() == null ? "" : uri.getRawPath();
    var bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    var site = plainHost(uri);
    if (uri.getRawQuery() == null) return site + bare;
    var form = UrlPattern.of(uri, "");
    return form.worth() >= 2 ? site + bare : site + bare + "?" + uri.getRawQuery();
  }

  /// Where an anchor leads, if that is a page of the web.
  public static Optional<URI> target(Element anchor) {
    return anchor.attr("href").startsWith("#") ? Optional.empty() : parsed(anchor.absUrl("href"));
  }

  public static Optional<URI> parsed(String url) {
    if (url.isEmpty() || url.length() > LONGEST) return Optional.empty();
    try {
      var uri = new URI(url.strip());
      var web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty(); // an address that is none leads nowhere
    }
  }

  private static String withoutFragment(URI uri) {
    var text = uri.toString();
    var hash = text.indexOf('#');
    return hash < 0 || text.startsWith("#!", hash) ? text : text.substring(0, hash);
  }

  private static String plainHost(URI uri) {
    var name = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    return name.startsWith("www.") ? name.substring(4) : name;
  }
}
