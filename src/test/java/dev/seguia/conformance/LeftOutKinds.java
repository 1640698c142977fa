package dev.seguia.conformance;

import java.util.Optional;
import java.util.regex.Pattern;

/// The expectations that say nothing about what an aggregator publishes, each with the reason.
final class LeftOutKinds {
  private LeftOutKinds() {}

  private static final Pattern MADE_UP =
      Pattern.compile("[0-9a-f]{29,32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  static Optional<String> reason(Expectation expectation) {
    var kind = expectation.kind();
    if (expectation.operator().equals("given") || expectation.operator().equals("note"))
      return Optional.of("an input of the test, or a note");
    if (kind.startsWith("x.") || kind.contains(".x."))
      return Optional.of("a field of the suite's own");
    if (expectation.operator().startsWith("not_contains"))
      return Optional.of("sanitising, which the next stage does");
    if (expectation.file().contains("/sanitize/"))
      return Optional.of("the result of the suite's own sanitiser");
    if (kind.matches("(feed|entries)\\..*\\.(base|language|type|scheme|label)")
        && !kind.contains("enclosures")
        && !kind.contains("media"))
      return Optional.of("a detail of a text (its base, language, type, scheme)");
    if (kind.startsWith("validator.")) return Optional.of("the messages of a validator");
    if (kind.matches("entries\\.content\\.value") && !expectation.field().contains("content[0]"))
      return Optional.of("a second content of one entry: only the fullest is published");
    if (kind.endsWith(".id") && MADE_UP.matcher(expectation.text()).matches())
      return Optional.of("an id that the suite makes up where the document has none");
    if (expectation.file().contains("id_base_") && kind.endsWith(".id"))
      return Optional.of("an id resolved like a link: ids are opaque (RFC 4287 section 4.2.6)");
    if (kind.contains("contributors")) return Optional.of("contributors are not published");
    if (kind.contains(".links.")) return Optional.of("the list of all links is not published");
    return Optional.empty();
  }
}
