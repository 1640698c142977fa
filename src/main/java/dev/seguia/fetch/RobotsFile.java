package dev.seguia.fetch;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A parsed robots.txt, with the rules for one user agent (RFC 9309).
///
/// @param size of what was read, in bytes
record RobotsFile(SimpleRobotRules rules, int size) {
  /// Limit: size of a `robots.txt`; the rest is ignored (RFC 9309).
  ///
  /// What follows is not read, as RFC 9309 section 2.5 allows.
  static final int MOST_BYTES = 500 << 10;

  /// Limit: `Crawl-delay`; longer ones are shortened.
  static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

  private static final int LONGEST_LINE = 4_000;

  /// Limit: sitemaps named by a `robots.txt`; further ones are ignored.
  private static final int MOST_SITEMAPS = 100;

  private static final Pattern PRODUCT = Pattern.compile("^[A-Za-z_-]+");

  // Delays are bounded here: the library would forbid everything above its own bound. It is asked
  // to list no warnings of what others write.
  private static final SimpleRobotRulesParser PARSER =
      new SimpleRobotRulesParser(Long.MAX_VALUE, 0);

  /// The rules of a server without a robots.txt.
  static RobotsFile none() {
    return new RobotsFile(new SimpleRobotRules(SimpleRobotRules.RobotRulesMode.ALLOW_ALL), 0);
  }

  /// @param userAgent as it is sent; its product token counts
  static RobotsFile read(URI url, byte[] body, String userAgent) {
    var text = tidy(decode(body));
    var rules =
        PARSER.parseContent(
            url.toString(), text.getBytes(UTF_8), "text/plain", products(userAgent));
    return new RobotsFile(rules, Math.min(body.length, MOST_BYTES));
  }

  private static List<String> products(String userAgent) {
    var product = PRODUCT.matcher(userAgent);
    return product.find() ? List.of(product.group().toLowerCase(Locale.ROOT)) : List.of();
  }

  /// As much as is read, up to the end of a line: half a rule forbids more than was meant.
  private static String decode(byte[] body) {
    var charset = charset(body);
    if (body.length <= MOST_BYTES) return new String(body, charset);
    var text = new String(Arrays.copyOf(body, MOST_BYTES), charset);
    var end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
    return end < 0 ? "" : text.substring(0, end);
  }

  private static Charset charset(byte[] body) {
    if (body.length < 2) return UTF_8;
    if (body[0] == (byte) 0xff && body[1] == (byte) 0xfe) return UTF_16LE;
    return body[0] == (byte) 0xfe && body[1] == (byte) 0xff ? UTF_16BE : UTF_8;
  }

  /// Removes tags, since the library's own way takes quadratic time, and lines longer than any URL.
  private static String tidy(String text) {
    return text.replace("\uFEFF", "")
        .lines()
        .filter(line -> line.length() <= LONGEST_LINE)
        .map(RobotsFile::withoutTags)
        .collect(Collectors.joining("\n"));
  }

  private static String withoutTags(String line) {
    var text = new StringBuilder();
    var from = 0;
    while (true) {
      var start = line.indexOf('<', from);
      var end = start < 0 ? -1 : line.indexOf('>', start);
      if (end < 0) return text.append(line, from, line.length()).toString();
      text.append(line, from, start);
      from = end + 1;
    }
  }

  boolean allows(URI url) {
    return rules.isAllowed(url.toASCIIString());
  }

  /// The crawl delay: the minimum time between two requests, up to our limit.
  Duration pause() {
    var pause = Duration.ofMillis(Math.max(0, rules.getCrawlDelay()));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  /// The sitemaps that it names, for any user agent.
  List<URI> sitemaps() {
    return rules.getSitemaps().stream()
        .distinct()
        .limit(MOST_SITEMAPS)
        .map(URI::create)
        .filter(url -> Site.of(url).isPresent())
        .toList();
  }
}
