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

/// Reads how long a response is fresh (RFC 9111 section 4.2), and how long a server asks us to wait
/// (Retry-After, RFC 9110 section 10.2.3). Values that make no sense are ignored.
final class Freshness {
  private static final Pattern MAX_AGE = Pattern.compile("max-age\\s*=\\s*\"?(\\d+)\"?");
  private static final Pattern FORBIDDEN = Pattern.compile("(no-store|no-cache)(\\s*=.*)?");
  private static final Duration LONGEST = Duration.ofDays(365);

  private final InstantSource clock;

  Freshness(InstantSource clock) {
    this.clock = clock;
  }

  /// The freshness lifetime; empty if the response is not fresh or does not say.
  Optional<Duration> maxAge(MessageHeaders response) {
    var directives = directives(response);
    if (directives.stream().anyMatch(text -> FORBIDDEN.matcher(text).matches()))
      return Optional.empty();
    return stated(directives)
        .or(() -> untilExpiry(response))
        .map(lifetime -> lifetime.minus(age(response)))
        .filter(Duration::isPositive);
  }

  private static List<String> directives(MessageHeaders response) {
    return Headers.all(response, "Cache-Control").stream()
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

  private Optional<Duration> untilExpiry(MessageHeaders response) {
    var sent = Headers.first(response, "Date").flatMap(HttpDate::parse).orElseGet(clock::instant);
    return Headers.first(response, "Expires")
        .flatMap(HttpDate::parse)
        .map(end -> shortened(Duration.between(sent, end)));
  }

  /// How long the response was in caches on its way.
  private static Duration age(MessageHeaders response) {
    return Headers.first(response, "Age")
        .map(String::strip)
        .filter(Freshness::isNumber)
        .map(Freshness::seconds)
        .orElse(Duration.ZERO);
  }

  /// Parses seconds or a date; a time in the past gives nothing.
  Optional<Duration> retryAfter(MessageHeaders response) {
    return Headers.first(response, "Retry-After")
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
