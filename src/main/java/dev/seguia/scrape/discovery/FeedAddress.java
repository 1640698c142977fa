package dev.seguia.scrape.discovery;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/// Scores how much a URL looks like that of a feed (heuristic).
enum FeedAddress {
  SURE,
  LIKELY,
  NO;

  /// The end of a path that only feeds have.
  private static final Pattern FEED_END =
      Pattern.compile(
          "\\.(?:rss|rss2|rdf|atom)$"
              + "|[/_.-](?:rss|rss2|atom|feeds?|backend)[\\w-]{0,20}\\.(?:xml|json|php|aspx?|rdf)$"
              + "|/(?:feeds?|rss|rss2|atom|rdf)(?:/(?:all|index|default|full|rss|rss2|atom))?/?$"
              + "|/feeds/posts/default$");

  private static final Pattern FEED_QUERY =
      Pattern.compile(
          "(?:^|&)(?:feed=|format=(?:feed|rss|atom)|type=(?:rss|atom)(?:&|$)|(?:page|fond)=backend"
              + "|output=(?:rss|atom)|alt=rss|(?:rss|atom)(?:=|&|$))");

  private static final Pattern XML_END = Pattern.compile("/[\\w-]{1,60}\\.xml$");

  private static final Pattern FEED_WORD =
      Pattern.compile("(?<![a-z])(?:rss|rss2|rdf|atom|feeds?|feedburner|syndication)(?![a-z])");

  private static final Pattern FEED_TEXT =
      Pattern.compile("(?<!\\p{L})(?:rss|atom|json feed|خلاصات)(?!\\p{L})");

  /// Files of other kinds, and maps of the site.
  private static final Pattern OTHER =
      Pattern.compile(
          "\\.(?:png|jpe?g|gif|svg|webp|ico|css|js|pdf|zip|mp3|mp4|woff2?)$|/[\\w-]{0,60}sitemap");

  /// Services that offer to read a feed there, with its address in theirs.
  private static final Pattern READERS =
      Pattern.compile(
          "(?:^|\\.)(?:feedly\\.com|inoreader\\.com|newsblur\\.com|netvibes\\.com|theoldreader\\.com"
              + "|bloglines\\.com|my\\.yahoo\\.com|facebook\\.com|twitter\\.com|x\\.com)$");

  static FeedAddress of(String address) {
    var plain = address.strip().toLowerCase(Locale.ROOT);
    var hash = plain.indexOf('#');
    var whole = hash < 0 ? plain : plain.substring(0, hash);
    var mark = whole.indexOf('?');
    var path = mark < 0 ? whole : whole.substring(0, mark);
    var query = mark < 0 ? "" : whole.substring(mark + 1);
    if (OTHER.matcher(path).find()) return NO;
    if (FEED_END.matcher("/" + path).find() || FEED_QUERY.matcher(query).find()) return SURE;
    return XML_END.matcher("/" + path).find() || FEED_WORD.matcher(whole).find() ? LIKELY : NO;
  }

  /// @param words of the link that leads there
  static FeedAddress of(URI url, String words) {
    var host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
    if (READERS.matcher(host).find() || isOther(url)) return NO;
    var path = url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
    var byAddress = of(path);
    if (byAddress != NO) return byAddress;
    return host.startsWith("feed") || FEED_TEXT.matcher(words.toLowerCase(Locale.ROOT)).find()
        ? LIKELY
        : NO;
  }

  private static boolean isOther(URI url) {
    return OTHER.matcher(url.getRawPath().toLowerCase(Locale.ROOT)).find();
  }
}
