package dev.seguia.normalise;

import dev.seguia.feed.LinkRules;
import dev.seguia.url.HostKey;
import dev.seguia.url.PercentEncoding;
import dev.seguia.url.TrackingParameters;
import dev.seguia.url.Url;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The normal form by which links are compared: equal keys mean the same page, whatever the
/// spelling.
///
/// A key reads `example.org/2025/story?id=7`: no scheme, no `www.`, no tracking parameters, the
/// query sorted. The key of a front page has no slash in it.
public final class LinkKey {
  private static final TrackingParameters TRACKING = TrackingParameters.listed();
  private static final Set<String> INDEX_PAGES = Set.of("index.html", "index.htm", "index.php");

  private static final Pattern ARTICLE_KEY = Pattern.compile("_[A-Z0-9]{26}$");

  private LinkKey() {}

  /// The key of a link by the general rules; empty if it is not an absolute http or https URL.
  public static Optional<String> of(String link) {
    return of(link, LinkRules.none());
  }

  /// The key of a link by the general rules and those learnt for its source.
  public static Optional<String> of(String link, LinkRules rules) {
    return Url.parse(link).map(url -> of(url, rules, false));
  }

  /// The key of a link.
  ///
  /// @param fragmentCounts the source has one page for all of its entries, told apart by fragments
  static String of(Url link, LinkRules rules, boolean fragmentCounts) {
    var page = Redirector.unwrap(link);
    var key = new StringBuilder(HostKey.of(page.host())).append(port(page));
    for (var segment : path(page.path())) key.append('/').append(segment);
    var query = page.query().isPresent() ? query(page, page.query().get(), rules) : "";
    if (!query.isEmpty()) key.append('?').append(query);
    var fragment = page.fragment().orElse("");
    if (page.fragment().isPresent() && (fragmentCounts || fragment.startsWith("!")))
      key.append('#').append(PercentEncoding.canonical(fragment));
    return key.toString();
  }

  private static String port(Url page) {
    var isDefault =
        (page.scheme().equals("http") && page.port().equals(":80"))
            || (page.scheme().equals("https") && page.port().equals(":443"));
    return isDefault ? "" : page.port();
  }

  private static List<String> path(String path) {
    var segments = new ArrayList<String>();
    for (var segment : PercentEncoding.canonical(path).split("/", -1)) {
      if (segment.equals("..") && !segments.isEmpty()) segments.removeLast();
      else if (!segment.isEmpty() && !segment.equals(".") && !segment.equals(".."))
        segments.add(segment);
    }
    var more = true;
    while (more) more = cutOne(segments);
    return named(segments);
  }

  /// A newspaper's publishing system may name an article by a key of its own at the end of its
  /// address (Arc XP: 26 letters and digits): section and title before it change when it is
  /// rewritten.
  private static List<String> named(List<String> segments) {
    if (segments.isEmpty()) return segments;
    if (segments.getLast().indexOf('_') < 0) return segments;
    var key = ARTICLE_KEY.matcher(segments.getLast());
    return key.find() ? List.of(key.group()) : segments;
  }

  /// Removes one part of a path that marks a front page or a light version of a page (AMP).
  ///
  /// @return whether there was one
  private static boolean cutOne(List<String> segments) {
    if (segments.isEmpty()) return false;
    var last = segments.getLast();
    if (segments.size() > 1 && segments.getFirst().equals("amp")) segments.removeFirst();
    else if (INDEX_PAGES.contains(last) || (segments.size() > 1 && last.equals("amp")))
      segments.removeLast();
    else {
      var end = Math.max(end(last, ".amp.html"), end(last, ".amp"));
      if (end > 0) segments.set(segments.size() - 1, last.substring(0, end));
      return end > 0;
    }
    return true;
  }

  /// What is left must be a name: dots alone mean another folder.
  private static int end(String segment, String suffix) {
    var end = segment.length() - suffix.length();
    var isName = end > 0 && segment.charAt(end - 1) != '.';
    return isName && segment.endsWith(suffix) ? end : -1;
  }

  private static String query(Url page, String query, LinkRules rules) {
    var host = page.host().toLowerCase(Locale.ROOT);
    var kept = new ArrayList<Pair>();
    var hasValue = false;
    for (var text : query.split("&", -1)) {
      var pair = Pair.of(text);
      if (pair.name().isEmpty() || (!rules.queryKept() && pair.isIdle(host, rules))) continue;
      kept.add(pair);
      hasValue |= !pair.isEmptyValue();
    }
    return hasValue ? joined(kept) : "";
  }

  private static String joined(List<Pair> pairs) {
    Collections.sort(pairs);
    var query = new StringBuilder();
    for (var pair : pairs) query.append(query.isEmpty() ? "" : "&").append(pair);
    return query.toString();
  }

  /// A query parameter in normal form.
  ///
  /// @param value with its equals sign, or empty
  record Pair(String name, String value) implements Comparable<Pair> {
    static Pair of(String text) {
      var canonical = PercentEncoding.canonical(text).replace("%20", "+");
      var equals = canonical.indexOf('=');
      return equals < 0
          ? new Pair(canonical, "")
          : new Pair(canonical.substring(0, equals), canonical.substring(equals));
    }

    boolean isEmptyValue() {
      return value.equals("=");
    }

    /// Whether it says nothing about the page.
    boolean isIdle(String host, LinkRules rules) {
      var bare = value.isEmpty() ? "" : value.substring(1);
      return rules.dropped().contains(name)
          || name.equalsIgnoreCase("amp")
          || (name.equalsIgnoreCase("outputType") && bare.equals("amp"))
          || TRACKING.contains(name, bare, host);
    }

    @Override
    public int compareTo(Pair other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return isEmptyValue() ? name : name + value;
    }
  }
}
