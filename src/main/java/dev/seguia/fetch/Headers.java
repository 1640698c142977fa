package dev.seguia.fetch;

import dev.seguia.dates.HttpDate;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.MessageHeaders;

/// Reads the headers of an answer.
final class Headers {
  private static final int LONGEST_VALIDATOR = 1024;

  private Headers() {}

  /// The first header of a name, if it says anything.
  static Optional<String> first(MessageHeaders answer, String name) {
    return values(answer, name).filter(value -> !value.isBlank()).findFirst();
  }

  /// All headers of a name, oldest first.
  static List<String> all(MessageHeaders answer, String name) {
    return values(answer, name).toList();
  }

  private static Stream<String> values(MessageHeaders answer, String name) {
    return Stream.of(answer.getHeaders(name))
        .map(Header::getValue)
        .flatMap(value -> Optional.ofNullable(value).stream());
  }

  /// The validators of a document at a URL.
  static Validators validators(MessageHeaders answer, URI url, Instant now) {
    var etag = validator(answer, "ETag");
    var lastModified = lastModified(answer, now);
    return etag.isEmpty() && lastModified.isEmpty()
        ? Validators.none()
        : new Validators(etag, lastModified, Optional.of(url));
  }

  /// The validators after a 304, which may renew them (RFC 9111 section 3.2). One that nobody asked
  /// for gives none: we have no document that they would belong to.
  static Validators renewed(Validators sent, MessageHeaders answer, Instant now) {
    if (sent.areNone()) return sent;
    return new Validators(
        validator(answer, "ETag").or(sent::etag),
        lastModified(answer, now).or(sent::lastModified),
        sent.of());
  }

  /// A date in the future is none that a server may send (RFC 9110 section 8.8.2.1): whoever sends
  /// it back is told "not modified" until then.
  private static Optional<String> lastModified(MessageHeaders answer, Instant now) {
    var sent = first(answer, "Date").flatMap(HttpDate::parse).orElse(now);
    var latest = sent.isAfter(now) ? sent : now;
    return validator(answer, "Last-Modified")
        .filter(value -> HttpDate.parse(value).filter(date -> date.isAfter(latest)).isEmpty());
  }

  private static Optional<String> validator(MessageHeaders answer, String name) {
    return first(answer, name).filter(value -> value.length() <= LONGEST_VALIDATOR);
  }
}
