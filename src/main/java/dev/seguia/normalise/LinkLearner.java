package dev.seguia.normalise;

import dev.seguia.feed.LinkRules;
import dev.seguia.feed.RawEntry;
import dev.seguia.feed.RawFeed;
import dev.seguia.url.Url;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Learns which query parameters of one source's links do not identify the entry (heuristic).
final class LinkLearner {
  private static final int FEWEST_PAGES = 20;
  private static final int MOST_PAGES = 1_000;
  private static final int MOST_PARAMETERS = 40;
  private static final double SHARE = 0.95;

  private LinkLearner() {}

  /// An entry with its link in comparable form.
  private record Linked(RawEntry entry, Url link) {}

  /// The rules after a document: the previous rules, and what the document teaches. Rules are never
  /// removed, so that keys are stable.
  static LinkRules learn(RawFeed feed, LinkRules before) {
    if (before.queryKept()) return before;
    var links = links(feed);
    if (links.stream().noneMatch(linked -> linked.link().query().isPresent())) return before;
    var dropped = new TreeSet<>(before.dropped());
    dropped.addAll(constant(links));
    var rules = new LinkRules(dropped, false);
    return fallsTogether(links, rules) ? new LinkRules(before.dropped(), true) : rules;
  }

  private static List<Linked> links(RawFeed feed) {
    return feed.entries().stream()
        .flatMap(entry ->
            entry.link().flatMap(Url::parse).map(Redirector::unwrap).stream()
                .map(link -> new Linked(entry, link)))
        .toList();
  }

  /// Parameters with one and the same value on nearly all of the many pages that carry them.
  private static Set<String> constant(List<Linked> links) {
    if (links.size() < FEWEST_PAGES) return Set.of();
    var pages = new HashMap<String, Map<String, Set<String>>>();
    for (var linked : links.subList(0, Math.min(links.size(), MOST_PAGES)))
      linked.link().query().stream()
          .flatMap(query -> Stream.of(query.split("&", MOST_PARAMETERS)))
          .map(LinkKey.Pair::of)
          .filter(pair -> !pair.name().isEmpty())
          .forEach(pair ->
              pages
                  .computeIfAbsent(pair.name(), name -> new HashMap<>())
                  .computeIfAbsent(pair.value(), value -> new HashSet<>())
                  .add(linked.link().host() + linked.link().path()));
    var names = new HashSet<String>();
    pages.forEach((name, byValue) -> {
      if (isConstant(byValue)) names.add(name);
    });
    return names;
  }

  private static boolean isConstant(Map<String, Set<String>> byValue) {
    var all = byValue.values().stream().mapToInt(Set::size).sum();
    var most = byValue.values().stream().mapToInt(Set::size).max().orElse(0);
    return all >= FEWEST_PAGES && most >= SHARE * all;
  }

  /// Whether two entries that differ in id and title would get one key although their queries
  /// differ: then what was taken for noise is what tells them apart.
  private static boolean fallsTogether(List<Linked> links, LinkRules rules) {
    var first = new HashMap<String, Linked>();
    for (var linked : links) {
      var other = first.putIfAbsent(LinkKey.of(linked.link(), rules, true), linked);
      if (other != null && areDifferent(other, linked)) return true;
    }
    return false;
  }

  private static boolean areDifferent(Linked one, Linked other) {
    return !one.link().query().equals(other.link().query())
        && !one.entry().id().equals(other.entry().id())
        && !one.entry().title().value().equals(other.entry().title().value());
  }
}
