package dev.seguia.scrape.discovery;

import dev.seguia.scrape.WebPage;
import dev.seguia.scrape.discovery.FeedLink.DiscoveryHint;
import dev.seguia.text.Truncation;
import dev.seguia.url.PercentEncoding;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Tag;

/// Feed autodiscovery on a page: URLs where feeds may be, announced ones first, then linked ones,
/// then usual ones. Nothing is fetched, so none of them is certain.
public final class FeedLinks {
  /// Limit: feeds that one page can announce; further ones are ignored.
  private static final int MOST = 100;

  private static final int LONGEST_URL = 4_000;
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_TYPE = 100;
  private static final int MOST_ANCHORS = 5_000;

  private static final Set<String> FEED_TYPES =
      Set.of(
          "application/rss+xml",
          "application/atom+xml",
          "application/feed+json",
          "application/x.atom+xml",
          "application/x-atom+xml",
          "application/x-rss+xml",
          "text/rss+xml",
          "text/atom+xml",
          "text/rss",
          "text/atom");

  /// Types of which feeds are only one kind: the address has to speak for it too.
  private static final Set<String> OPEN_TYPES =
      Set.of("application/json", "application/rdf+xml", "application/xml", "text/xml");

  private static final List<String> USUAL_PLACES =
      List.of(
          "/feed",
          "/rss",
          "/feed.xml",
          "/rss.xml",
          "/atom.xml",
          "/index.xml",
          "/feed.json",
          "/feeds/posts/default",
          "/?feed=rss2",
          "/spip.php?page=backend",
          "/index.rdf");

  /// `feed://h.example/` and `feed:https://h.example/`: what browsers once handed to readers.
  private static final Pattern FEED_SCHEME =
      Pattern.compile("^feed:(?:(?=//)|(https?:))", Pattern.CASE_INSENSITIVE);

  private static final Pattern COMMENTS =
      Pattern.compile("comment|replies|تعليق", Pattern.CASE_INSENSITIVE);

  private final WebPage page;
  private final List<FeedLink> found = new ArrayList<>();
  private final Set<URI> seen = new HashSet<>();

  private FeedLinks(WebPage page) {
    this.page = page;
  }

  /// The candidates, most promising first, each URL once.
  ///
  /// @param linkHeaders the values of the answer's `Link` headers
  /// @param sitemaps those that the robots.txt of the site names
  public static List<FeedLink> of(WebPage page, List<String> linkHeaders, List<URI> sitemaps) {
    var links = new FeedLinks(page);
    links.announced();
    links.inHeaders(linkHeaders);
    links.linked();
    links.usual();
    for (var sitemap : sitemaps)
      links.add(Optional.of(sitemap), "", Optional.empty(), DiscoveryHint.SITEMAP);
    return List.copyOf(links.found);
  }

  /// Feeds of comments last: sites announce them beside their own.
  private void announced() {
    for (var comments : List.of(false, true))
      for (var link : page.document().select("link[href][rel]")) {
        var type = mediaType(link.attr("type"));
        if (isFeed(words(link.attr("rel")), type, link.attr("href"))
            && isOfComments(link) == comments)
          add(resolved(link), link.attr("title"), type, DiscoveryHint.ANNOUNCED);
      }
  }

  private static boolean isOfComments(Element link) {
    return COMMENTS.matcher(link.attr("href") + " " + link.attr("title")).find();
  }

  private static boolean isFeed(Set<String> relations, Optional<String> type, String url) {
    if (relations.contains("feed")) return true;
    if (!relations.contains("alternate") || relations.contains("stylesheet")) return false;
    return type.filter(name ->
            FEED_TYPES.contains(name)
                || (OPEN_TYPES.contains(name) && FeedAddress.of(url) == FeedAddress.SURE))
        .isPresent();
  }

  private void inHeaders(List<String> headers) {
    for (var link : LinkHeader.read(headers)) {
      var type = mediaType(link.parameter("type"));
      if (isFeed(words(link.parameter("rel")), type, link.target()))
        add(
            resolved(link.target(), page.location().toString()),
            link.parameter("title"),
            type,
            DiscoveryHint.HEADER);
    }
  }

  /// Sure ones before likely ones, and those of this host before others.
  private void linked() {
    var anchors = page.document().select("a[href]").stream().limit(MOST_ANCHORS).toList();
    for (var clue : List.of(DiscoveryHint.LINKED, DiscoveryHint.LINKED_ELSEWHERE))
      for (var certainty : List.of(FeedAddress.SURE, FeedAddress.LIKELY))
        for (var anchor : anchors) linked(anchor, clue, certainty);
  }

  private void linked(Element anchor, DiscoveryHint clue, FeedAddress certainty) {
    var url = resolved(anchor);
    if (url.isEmpty() || isOfThisHost(url.get()) != (clue == DiscoveryHint.LINKED)) return;
    if (FeedAddress.of(url.get(), anchor.text()) == certainty)
      add(url, anchor.text(), mediaType(anchor.attr("type")), clue);
  }

  private boolean isOfThisHost(URI url) {
    return host(url).equals(host(page.location()));
  }

  private static String host(URI url) {
    var host = Optional.ofNullable(url.getHost()).orElse("").toLowerCase(Locale.ROOT);
    return host.startsWith("www.") ? host.substring(4) : host;
  }

  /// A section has its feed below it as often as the site has one at its root.
  private void usual() {
    var path = Optional.ofNullable(page.location().getRawPath()).orElse("");
    if (path.length() > 1 && path.indexOf('.') < 0)
      usual(path + (path.endsWith("/") ? "" : "/") + "feed/");
    for (var place : USUAL_PLACES) usual(place);
  }

  private void usual(String place) {
    add(
        resolved(place, page.location().toString()),
        "",
        Optional.empty(),
        DiscoveryHint.USUAL_PLACE);
  }

  private void add(Optional<URI> url, String title, Optional<String> type, DiscoveryHint clue) {
    if (found.size() == MOST || url.isEmpty() || !seen.add(url.get())) return;
    var words = title.replaceAll("\\s{1,1000}", " ").strip();
    var shown = Truncation.shortened(words, LONGEST_TITLE, "...");
    found.add(
        new FeedLink(url.get(), Optional.of(shown).filter(text -> !text.isEmpty()), type, clue));
  }

  private static Set<String> words(String text) {
    return Set.copyOf(Arrays.asList(text.strip().toLowerCase(Locale.ROOT).split("\\s", 20)));
  }

  private static Optional<String> mediaType(String text) {
    var end = text.indexOf(';');
    var type = (end < 0 ? text : text.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    return Optional.of(type).filter(name -> !name.isEmpty() && name.length() <= LONGEST_TYPE);
  }

  private static Optional<URI> resolved(Element link) {
    return resolved(link.attr("href"), link.baseUri());
  }

  /// The address without its fragment, if it is one of the web.
  private static Optional<URI> resolved(String address, String base) {
    var written = address.strip();
    if (written.length() > LONGEST_URL) return Optional.empty();
    var plain = FEED_SCHEME.matcher(written).replaceFirst("$1");
    var text = new Element(Tag.valueOf("a"), base).attr("href", plain).absUrl("href");
    var hash = text.indexOf('#');
    return uri(hash < 0 ? text : text.substring(0, hash))
        .filter(url -> url.getHost() != null && url.getScheme().matches("(?i)https?"));
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(URI.create(PercentEncoding.IRI.encode(text)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
