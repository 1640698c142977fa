package dev.seguia.fetch;

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

  static Validators validators(MessageHeaders answer) {
    return new Validators(validator(answer, "ETag"), validator(answer, "Last-Modified"));
  }

  /// The validators after a 304, which may renew them (RFC 9111 section 3.2).
  static Validators renewed(Validators sent, MessageHeaders answer) {
    var fresh = validators(answer);
    return new Validators(fresh.etag().or(sent::etag), fresh.lastModified().or(sent::lastModified));
  }

  private static Optional<String> validator(MessageHeaders answer, String name) {
    return first(answer, name).filter(value -> value.length() <= LONGEST_VALIDATOR);
  }
}
