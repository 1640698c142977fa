package dev.seguia.config;

import dev.seguia.config.Value.Mapping;
import dev.seguia.feed.FeedFormat;
import dev.seguia.text.NearestName;
import dev.seguia.url.BaseUrl;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every setting that there is. The shipped file and the reference page are made of these.
final class Keys {
  private Keys() {}

  static final Key<String> HTTP_BIND =
      new Key<>("http.bind", Kind.TEXT, "127.0.0.1", "the address that is listened on");
  static final Key<Integer> HTTP_PORT =
      new Key<>("http.port", Kind.WHOLE_NUMBER, "8360", "the port; 0 takes any free one");
  static final Key<BaseUrl> HTTP_BASE_URL =
      new Key<>(
          "http.base-url",
          Kind.BASE_URL,
          "http://localhost:8360",
          "where readers find us; while it is at its default it follows the port");
  static final Key<Optional<String>> HTTP_TOKEN =
      new Key<>(
          "http.token",
          Kind.TEXT_OR_NONE,
          "none",
          "guards /admin and the operator's forms; none: they are open to loopback only");

  static final Key<Duration> POLLING_MIN_INTERVAL =
      new Key<>(
          "polling.min-interval", Kind.DURATION, "5m", "no source is polled more often than this");
  static final Key<Duration> POLLING_MAX_INTERVAL =
      new Key<>(
          "polling.max-interval", Kind.DURATION, "12h", "no source is polled less often than this");
  static final Key<Double> POLLING_BUDGET_PER_DAY =
      new Key<>(
          "polling.budget-per-day", Kind.NUMBER, "24", "polls a day that a source gets on average");
  static final Key<Double> POLLING_NEW_PER_SECOND =
      new Key<>(
          "polling.new-per-second",
          Kind.NUMBER,
          "5",
          "how many new sources get their first poll per second");
  static final Key<Integer> POLLING_CONCURRENCY =
      new Key<>("polling.concurrency", Kind.WHOLE_NUMBER, "64", "how many polls run at once");
  static final Key<Integer> POLLING_PER_HOST =
      new Key<>(
          "polling.per-host", Kind.WHOLE_NUMBER, "1", "how many requests one host sees at once");

  static final Key<Duration> FETCH_TIMEOUT =
      new Key<>("fetch.timeout", Kind.DURATION, "30s", "the longest that one fetch may take");
  static final Key<Long> FETCH_MAX_BODY =
      new Key<>(
          "fetch.max-body", Kind.SIZE, "10MB", "the largest document taken, after decompression");
  static final Key<String> FETCH_USER_AGENT =
      new Key<>(
          "fetch.user-agent",
          Kind.TEXT,
          "Seguia/VERSION (+base-url)",
          "what we call ourselves; VERSION and base-url are filled in");
  static final Key<Optional<String>> FETCH_CONTACT =
      new Key<>(
          "fetch.contact",
          Kind.TEXT_OR_NONE,
          "none",
          "a mail or web address for the people whose servers we ask");
  static final Key<List<String>> FETCH_ALLOW_ADDRESSES =
      new Key<>(
          "fetch.allow-addresses",
          Kind.TEXTS,
          "[]",
          "private networks (CIDR, as 10.1.0.0/16) that may be fetched");

  static final Key<Integer> FEEDS_SIZE =
      new Key<>(
          "feeds.size",
          Kind.WHOLE_NUMBER,
          "50",
          "entries in a feed when the request names no limit; max-size bounds it, too");
  static final Key<Integer> FEEDS_MAX_SIZE =
      new Key<>(
          "feeds.max-size", Kind.WHOLE_NUMBER, "1000", "the highest limit that a request may name");
  static final Key<List<FeedFormat>> FEEDS_FORMATS =
      new Key<>(
          "feeds.formats",
          Kind.listOf(Kind.oneOf(FeedFormat.class)),
          Stream.of(FeedFormat.values())
              .map(FeedFormat::extension)
              .collect(Collectors.joining(", ", "[", "]")),
          "the formats that feeds are published in");

  static final Key<Boolean> PAGES_INDEX =
      new Key<>(
          "pages.index",
          Kind.YES_OR_NO,
          "false",
          "search engines may keep the pages; the articles are others'");
  static final Key<Boolean> PAGES_IMAGES =
      new Key<>(
          "pages.images",
          Kind.YES_OR_NO,
          "true",
          "pages show the images of articles, which visitors' browsers fetch from their sources");

  static final Key<Optional<ZoneId>> PAGES_TIME_ZONE =
      new Key<>(
          "pages.time-zone",
          Kind.ZONE_OR_SYSTEM,
          "system",
          "of the dates on pages, as in Africa/Casablanca; system: the one of this machine");

  static final Key<Boolean> DEDUP_ENABLED =
      new Key<>(
          "dedup.enabled", Kind.YES_OR_NO, "true", "the same article from two sources is one");
  static final Key<Duration> DEDUP_WINDOW =
      new Key<>(
          "dedup.window",
          Kind.DURATION,
          "3d",
          "how far apart in time two copies of an article lie");

  static final Key<List<Mapping>> TAGS_RULES =
      new Key<>(
          "tags.rules",
          Kind.MAPS,
          "[]",
          "each a query and what becomes of the entries it finds: tag, mute, route or drop");
  static final Key<Map<String, List<String>>> TAGS_ALIASES =
      new Key<>(
          "tags.aliases",
          Kind.ALIASES,
          "{}",
          "labels that mean one tag, as in {usa: [États-Unis, الولايات المتحدة]}");
  static final Key<List<String>> TAGS_DROP =
      new Key<>(
          "tags.drop",
          Kind.TEXTS,
          "[uncategorized, uncategorised, non classé, sans catégorie, actualités, actualité, actu,"
              + " news, à la une, une, home, accueil, divers, article, articles, featured, blog,"
              + " post, posts, أخبار, الأخبار, الرئيسية, غير مصنف]",
          "categories and hashtags that say nothing and give no tag; tags that you give stay");

  static final Key<Boolean> SEARCH_ENABLED =
      new Key<>("search.enabled", Kind.YES_OR_NO, "true", "entries can be searched");

  static final Key<Optional<Duration>> RETENTION_KEEP =
      new Key<>(
          "retention.keep",
          Kind.DURATION_OR_FOREVER,
          "forever",
          "how long entries are kept; nothing is dropped unless a duration stands here");

  static final Key<Optional<String>> STORE_URL =
      new Key<>(
          "store.url",
          Kind.TEXT_OR_NONE,
          "none",
          "the jdbc:h2: address of the database; none: H2 in the data directory");
  static final Key<Optional<String>> STORE_USER =
      new Key<>("store.user", Kind.TEXT_OR_NONE, "none", "the user of the database");
  static final Key<Optional<String>> STORE_PASSWORD =
      new Key<>(
          "store.password",
          Kind.TEXT_OR_NONE,
          "none",
          "its password; better given as SEGUIA_STORE_PASSWORD than written here");

  static final Key<LogSettings.Layout> LOG_FORMAT =
      new Key<>("log.format", Kind.oneOf(LogSettings.Layout.class), "text", "text or json");
  static final Key<LogSettings.Level> LOG_LEVEL =
      new Key<>(
          "log.level",
          Kind.oneOf(LogSettings.Level.class),
          "info",
          "the least that is logged: error, warn, info, debug or trace");

  static final Key<String> LANGUAGE =
      new Key<>(
          "language",
          Kind.TEXT,
          "fr",
          "of the pages: fr, ar or en; what a visitor's browser asks for wins");

  /// In the order of the file.
  static final List<Key<?>> ALL =
      List.of(
          HTTP_BIND,
          HTTP_PORT,
          HTTP_BASE_URL,
          HTTP_TOKEN,
          POLLING_MIN_INTERVAL,
          POLLING_MAX_INTERVAL,
          POLLING_BUDGET_PER_DAY,
          POLLING_NEW_PER_SECOND,
          POLLING_CONCURRENCY,
          POLLING_PER_HOST,
          FETCH_TIMEOUT,
          FETCH_MAX_BODY,
          FETCH_USER_AGENT,
          FETCH_CONTACT,
          FETCH_ALLOW_ADDRESSES,
          FEEDS_SIZE,
          FEEDS_MAX_SIZE,
          FEEDS_FORMATS,
          PAGES_INDEX,
          PAGES_IMAGES,
          PAGES_TIME_ZONE,
          DEDUP_ENABLED,
          DEDUP_WINDOW,
          TAGS_RULES,
          TAGS_ALIASES,
          TAGS_DROP,
          SEARCH_ENABLED,
          RETENTION_KEEP,
          STORE_URL,
          STORE_USER,
          STORE_PASSWORD,
          LOG_FORMAT,
          LOG_LEVEL,
          LANGUAGE);

  private static final int MISTYPED = 2;

  static final List<String> NAMES = ALL.stream().map(Key::name).toList();

  static final List<String> SECTIONS = ALL.stream().map(Key::section).distinct().toList();

  static Optional<Key<?>> named(String name) {
    return ALL.stream().filter(key -> key.name().equals(name)).findFirst();
  }

  /// The key that someone who wrote this name will have meant: one that begins so, or that has the
  /// right name in another section, or that stands in the section meant, before one that is merely
  /// spelt alike. None where no name is like it.
  static Optional<String> nearestTo(String name) {
    var last = name.substring(name.lastIndexOf('.') + 1);
    var section = name.substring(0, Math.max(0, name.indexOf('.')));
    return Stream.of(
            NAMES.stream().filter(known -> known.startsWith(name)),
            NAMES.stream().filter(known -> known.endsWith("." + last)),
            NAMES.stream().filter(known -> stands(known, section)),
            NAMES.stream().filter(known -> isLike(known, name)))
        .flatMap(candidates -> NearestName.to(name, candidates.toList()).stream())
        .findFirst();
  }

  /// The section, or else the key, that someone who wrote this name outside all sections will have
  /// meant. None where no name is like it.
  static Optional<String> nearestAtTheTopTo(String name) {
    var sections =
        SECTIONS.stream().filter(known -> name.startsWith(known) || isLike(known, name)).toList();
    return NearestName.to(name, sections).or(() -> nearestTo(name));
  }

  /// Whether half of the letters or more are the same: a name further off is no slip of the keys.
  private static boolean isLike(String known, String name) {
    return 2 * NearestName.distance(known, name) <= known.length();
  }

  private static boolean stands(String name, String section) {
    return NearestName.distance(name.substring(0, Math.max(0, name.indexOf('.'))), section)
            <= MISTYPED
        && name.contains(".");
  }
}
