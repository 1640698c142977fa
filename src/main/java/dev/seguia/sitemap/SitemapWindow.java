package dev.seguia.sitemap;

import dev.seguia.feed.RawEntry;
import dev.seguia.feed.RawFeed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Selects what is worth reading now from a site's sitemaps, which may list all its pages ever: the
/// newest, and what has changed since the last read.
public final class SitemapWindow {
  /// Sitemaps are written by the day as often as by the minute, and name what is older than they
  /// are.
  private static final Duration LATENESS = Duration.ofDays(1);

  /// What was changed later than now was not.
  private static final Duration CLOCK_FAULT = Duration.ofDays(1);

  /// So many that say all the same say nothing: the time is that of the document.
  private static final int MANY = 3;

  private static final int LAST_ONES = 2;
  private static final Pattern FRESH =
      Pattern.compile(
          "(?<![a-z])(news|latest|recent|current|today|actu|actualites?|live)(?![a-z])",
          Pattern.CASE_INSENSITIVE);

  private final Optional<Instant> lastRead;
  private final Instant now;

  /// @param lastRead when the sitemaps were last read to the end; empty for the first time
  public SitemapWindow(Optional<Instant> lastRead, Instant now) {
    this.lastRead = lastRead;
    this.now = now;
  }

  /// A listed item with its time, if known.
  private record Dated<T>(T thing, Optional<Instant> time, int place) {}

  /// The child sitemaps of an index that are worth reading, the newest first. One without a time
  /// has that of the day, month or year in its name; one without either is read if its name
  /// contains "news", or if it is among the last of the index.
  ///
  /// @param most of them
  public List<ChildSitemap> sitemaps(SitemapResult.Index index, int most) {
    var dated = dated(index.sitemaps(), ChildSitemap::lastModified, this::timeByName);
    return newestFirst(dated).stream()
        .filter(child ->
            child.time().map(this::isNew).orElse(child.place() >= dated.size() - LAST_ONES))
        .map(Dated::thing)
        .filter(distinct(ChildSitemap::url))
        .limit(most)
        .toList();
  }

  /// An index may name a sitemap twice: the newer mention counts.
  private static <T> Predicate<T> distinct(Function<T, ?> key) {
    var seen = new HashSet<Object>();
    return thing -> seen.add(key.apply(thing));
  }

  private Optional<Instant> timeByName(ChildSitemap child) {
    var name = Optional.ofNullable(child.url().getPath()).orElse("");
    var query = Optional.ofNullable(child.url().getQuery()).orElse("");
    var named = NamedPeriod.lastOf(name + "?" + query);
    if (named.isPresent()) return named.map(end -> end.isAfter(now) ? now : end);
    return FRESH.matcher(name.substring(name.lastIndexOf('/') + 1)).find()
        ? Optional.of(now)
        : Optional.empty();
  }

  /// The feed with only the pages that are worth reading, the newest first; of those without a time
  /// the first and the last.
  ///
  /// @param most of them
  public RawFeed pages(RawFeed feed, int most) {
    var dated = dated(feed.entries(), SitemapWindow::time, _ -> Optional.empty());
    var chosen =
        new ArrayList<>(
            newestFirst(dated).stream()
                .filter(page -> page.time().filter(this::isNew).isPresent())
                .limit(most)
                .map(Dated::thing)
                .toList());
    var undated = dated.stream().filter(page -> page.time().isEmpty()).map(Dated::thing).toList();
    chosen.addAll(bothEnds(undated, most - chosen.size()));
    return feed.with(chosen);
  }

  private static Optional<Instant> time(RawEntry entry) {
    if (entry.published().isEmpty()) return entry.updated();
    return entry
        .updated()
        .filter(updated -> updated.isAfter(entry.published().get()))
        .or(entry::published);
  }

  private static <T> List<T> bothEnds(List<T> things, int most) {
    if (things.size() <= most) return things;
    var front = (most + 1) / 2;
    var chosen = new ArrayList<>(things.subList(0, front));
    chosen.addAll(things.subList(things.size() - (most - front), things.size()));
    return chosen;
  }

  private <T> List<Dated<T>> dated(
      List<T> things, Function<T, Optional<Instant>> stated, Function<T, Optional<Instant>> other) {
    var times = new HashSet<Optional<Instant>>();
    for (var thing : things) times.add(stated.apply(thing));
    var saysNothing = things.size() > MANY && times.size() == 1;
    var dated = new ArrayList<Dated<T>>();
    for (var thing : things) {
      var time =
          saysNothing ? Optional.<Instant>empty() : stated.apply(thing).flatMap(this::plausible);
      dated.add(new Dated<>(thing, time.or(() -> other.apply(thing)), dated.size()));
    }
    return dated;
  }

  private Optional<Instant> plausible(Instant time) {
    return time.isAfter(now.plus(CLOCK_FAULT)) ? Optional.empty() : Optional.of(time);
  }

  /// Of two with the same time, the one that stands further behind: lists grow at their end.
  private static <T> List<Dated<T>> newestFirst(List<Dated<T>> things) {
    var newest =
        Comparator.comparing((Dated<T> thing) -> thing.time().orElse(Instant.MIN))
            .thenComparingInt(Dated::place);
    return things.stream().sorted(newest.reversed()).toList();
  }

  /// A date without a time of day speaks of all that day.
  private boolean isNew(Instant time) {
    var day = Duration.ofDays(1);
    var end = time.getEpochSecond() % day.toSeconds() == 0 ? time.plus(day) : time;
    return lastRead.map(read -> !end.isBefore(read.minus(LATENESS))).orElse(true);
  }
}
