package dev.seguia.page;

import dev.seguia.store.state.PollState;
import dev.seguia.store.state.SourceActivity;
import dev.seguia.store.state.SourceCondition;
import dev.seguia.store.state.SourceStatus;
import dev.seguia.url.UrlSecrets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// The status of a source, in words. Public for the templates alone.
///
/// @param days on which its entries arrived
/// @param shared how many of these other sources carry, too
public record SourceLine(
    Messages words, Instant now, SourceStatus status, Chart days, long shared) {
  static final int DAYS = 14;

  /// From how many failures in a row on it is news.
  private static final int NEWS = 3;

  static SourceLine of(Messages words, Instant now, SourceStatus status, SourceActivity activity) {
    var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return new SourceLine(
        words, now, status, Chart.of(activity.entries(), today, DAYS), activity.shared());
  }

  /// Whether those who look after the sources should know of it: it is gone, or fails time after
  /// time.
  static boolean isNews(SourceStatus status) {
    return status.condition() == SourceCondition.GONE
        || (status.condition() == SourceCondition.FAILING && status.state().failures() >= NEWS);
  }

  public String id() {
    return status.source().id();
  }

  public String title() {
    return UrlSecrets.without(status.source().title());
  }

  /// The address of its page, relative to the base URL.
  public String address() {
    return "sources/" + id();
  }

  /// The address of the feed, without credentials.
  public String feed() {
    return status.source().publicUrl();
  }

  public String standing() {
    return status.condition().word();
  }

  public String standingInWords() {
    return words.say("standing." + standing());
  }

  public String entries() {
    return words.number(status.entries());
  }

  private PollState state() {
    return status.state();
  }

  public String lastSuccess() {
    return state()
        .lastSuccess()
        .map(time -> words.from(now, time))
        .orElseGet(() -> words.say("sources.never"));
  }

  /// When the next poll is due, if any.
  public Optional<String> next() {
    return due()
        .map(time -> time.isAfter(now) ? words.from(now, time) : words.say("sources.at-once"));
  }

  /// Why the next poll is due then.
  public Optional<String> why() {
    if (due().isEmpty()) return Optional.empty();
    if (state().failures() > 0)
      return Optional.of(words.say("sources.after-failures", words.number(state().failures())));
    return interval()
        .map(interval ->
            words.say(isWished(interval) ? "sources.wished" : "sources.pace", every(interval)));
  }

  private String every(Duration interval) {
    return words.duration(interval);
  }

  /// Whether the feed itself asks for so much time.
  private boolean isWished(Duration interval) {
    return state().rhythm().ttl().filter(ttl -> ttl.compareTo(interval) <= 0).isPresent()
        && state().rhythm().ttl().orElseThrow().multipliedBy(5).compareTo(interval.multipliedBy(4))
            >= 0;
  }

  /// Between the last poll and the next one.
  private Optional<Duration> interval() {
    return state()
        .lastPoll()
        .flatMap(last -> due().map(next -> Duration.between(last, next)))
        .filter(Duration::isPositive);
  }

  private Optional<Instant> due() {
    return status.condition().isPolled() ? state().nextPoll() : Optional.empty();
  }

  /// The problem of the source, in English; empty if there is none.
  public Optional<String> trouble() {
    return state().lastError().map(UrlSecrets::masked);
  }

  /// The warning about its documents, in English, though they can be read.
  public Optional<String> warning() {
    return state().known().warning();
  }

  /// When the problem began.
  public Optional<String> troubleSince() {
    return state().failingSince().map(time -> words.say("sources.since", words.moment(time)));
  }

  /// The target of permanent redirects, which the list should use.
  public Optional<String> movedTo() {
    return state().move().map(move -> UrlSecrets.without(move.to().toString()));
  }

  public String perDay() {
    return words.say("sources.per-day", words.decimal((double) days.total() / DAYS));
  }

  /// The percentage of recent entries that other sources carry, too.
  public String sharedInPercent() {
    return days.total() == 0 ? "–" : words.percent((double) shared / days.total());
  }
}
