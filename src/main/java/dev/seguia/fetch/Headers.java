package dev.seguia.fetch;

import dev.seguia.dates.HttpDate;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.MessageHeaders;

/// Reads the headers of a response.
final class Headers {
  private static final int LONGEST_VALIDATOR = 1024;

  private Headers() {}

  /// The first header of a name, unless it is blank.
  static Optional<String> first(MessageHeaders response, String name) {
    return values(response, name).filter(value -> !value.isBlank()).findFirst();
  }

  /// All headers of a name, oldest first.
  static List<String> all(MessageHeaders response, String name) {
    return values(response, name).toList();
  }

  private static Stream<String> values(MessageHeaders response, String name) {
    return Stream.of(response.getHeaders(name))
        .map(Header::getValue)
        .flatMap(value -> Optional.ofNullable(value).stream());
  }

  /// The validators of a document at a URL.
  static Validators validators(MessageHeaders response, URI url, Instant now) {
    var etag = validator(response, "ETag");
    var lastModified = lastModified(response, now);
    return etag.isEmpty() && lastModified.isEmpty()
        ? Validators.none()
        : new Validators(etag, lastModified, Optional.of(url));
  }

  /// The validators after a 304, which may renew them (RFC 9111 section 3.2). An unexpected 304
  /// gives none: we have no document that they would belong to.
  static Validators renewed(Validators sent, MessageHeaders response, Instant now) {
    if (sent.areNone()) return sent;
    return new Validators(
        validator(response, "ETag").or(sent::etag),
        lastModified(response, now).or(sent::lastModified),
        sent.of());
  }

  /// The Last-Modified date, unless it is in the future, which no server may send (RFC 9110 section
  /// 8.8.2.1): a client that sends it back gets "not modified" until then.
  private static Optional<String> lastModified(MessageHeaders response, Instant now) {
    var sent = first(response, "Date").flatMap(HttpDate::parse).orElse(now);
    var latest = sent.isAfter(now) ? sent : now;
    return validator(response, "Last-Modified")
        .filter(value -> HttpDate.parse(value).filter(date -> date.isAfter(latest)).isEmpty());
  }

  private static Optional<String> validator(MessageHeaders response, String name) {
    return first(response, name).filter(value -> value.length() <= LONGEST_VALIDATOR);
  }
}
