package dev.seguia.fetch;

import dev.seguia.dates.HttpDate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hc.core5.http.MessageHeaders;

/// Reads how long an answer may be taken as fresh (RFC 9111 section 4.2), and how long a server
/// wants to be left alone (RFC 9110 section 10.2.3). What makes no sense counts as not said.
final class Freshness {
  private static final Pattern MAX_AGE = Pattern.compile("max-age\\s*=\\s*\"?(\\d+)\"?");
  private static final Pattern FORBIDDEN = Pattern.compile("(no-store|no-cache)(\\s*=.*)?");
  private static final Duration LONGEST = Duration.ofDays(365);

  private final InstantSource clock;

  Freshness(InstantSource clock) {
    this.clock = clock;
  }

  /// Empty if the answer is not fresh at all, or says nothing of it.
  Optional<Duration> maxAge(MessageHeaders answer) {
    var directives = directives(answer);
    if (directives.stream().anyMatch(text -> FORBIDDEN.matcher(text).matches()))
      return Optional.empty();
    return stated(directives)
        .or(() -> untilExpiry(answer))
        .map(lifetime -> lifetime.minus(age(answer)))
        .filter(Duration::isPositive);
  }

  private static List<String> directives(MessageHeaders answer) {
    return Headers.all(answer, "Cache-Control").stream()
        .flatMap(value -> Stream.of(value.toLowerCase(Locale.ROOT).split(",", -1)))
        .map(String::strip)
        .toList();
  }

  private static Optional<Duration> stated(List<String> directives) {
    return directives.stream()
        .map(MAX_AGE::matcher)
        .filter(Matcher::matches)
        .map(match -> seconds(match.group(1)))
        .findFirst();
  }

  private Optional<Duration> untilExpiry(MessageHeaders answer) {
    var sent = Headers.first(answer, "Date").flatMap(HttpDate::parse).orElseGet(clock::instant);
    return Headers.first(answer, "Expires")
        .flatMap(HttpDate::parse)
        .map(end -> shortened(Duration.between(sent, end)));
  }

  /// How long the answer lay in caches on its way.
  private static Duration age(MessageHeaders answer) {
    return Headers.first(answer, "Age")
        .map(String::strip)
        .filter(Freshness::isNumber)
        .map(Freshness::seconds)
        .orElse(Duration.ZERO);
  }

  /// Seconds or a date; a time that has passed is none.
  Optional<Duration> retryAfter(MessageHeaders answer) {
    return Headers.first(answer, "Retry-After")
        .map(String::strip)
        .flatMap(text -> isNumber(text) ? Optional.of(seconds(text)) : untilDate(text))
        .filter(Duration::isPositive);
  }

  private Optional<Duration> untilDate(String text) {
    return HttpDate.parse(text).map(end -> shortened(Duration.between(clock.instant(), end)));
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static Duration seconds(String digits) {
    return digits.length() > 9 ? LONGEST : shortened(Duration.ofSeconds(Long.parseLong(digits)));
  }

  private static Duration shortened(Duration stated) {
    return stated.compareTo(LONGEST) > 0 ? LONGEST : stated;
  }
}
