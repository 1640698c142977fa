package dev.seguia.conformance;

import dev.seguia.conformance.Verdict.LeftOut;
import dev.seguia.conformance.Verdict.Met;
import dev.seguia.conformance.Verdict.Missed;
import dev.seguia.feed.Enclosure;
import dev.seguia.feed.Person;
import dev.seguia.feed.RawEntry;
import dev.seguia.feed.RawFeed;
import dev.seguia.feed.Text;
import dev.seguia.parse.ParseResult;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;

/// Says whether a feed, as it was read, meets an expectation. What counts is what an aggregator
/// publishes: texts are compared by what a reader sees of them, lists by what they hold.
final class Judge {
  private Judge() {}

  static Verdict judge(Expectation expectation, ParseResult result) {
    var reason = LeftOutKinds.reason(expectation);
    if (reason.isPresent()) return new LeftOut(reason.get());
    if (expectation.kind().equals("outcome")) return outcome(expectation, result);
    return switch (result) {
      case ParseResult.Parsed(var feed, var warnings) -> judge(expectation, feed);
      case ParseResult.Unreadable(var why, _) -> refused(expectation, why);
    };
  }

  /// `accepted`, `refused` and the like; all else (`terminates`, `bounded`) is met by coming back.
  private static Verdict outcome(Expectation expectation, ParseResult result) {
    return switch (expectation.text()) {
      case "accepted", "accepted_without_fetching", "accepted_without_fetching_dtd" ->
          verdict(result instanceof ParseResult.Parsed, "refused");
      case "refused", "not_a_feed", "empty_body" ->
          verdict(result instanceof ParseResult.Unreadable, "accepted");
      default -> new Met();
    };
  }

  private static Verdict refused(Expectation expectation, String why) {
    if (expectation.operator().endsWith("_if_accepted")
        || expectation.operator().endsWith("_if_partial"))
      return new LeftOut("the document was refused, as the suite allows");
    var wantsNothing = expectation.kind().equals("entries") && expectation.value().asInt() == 0;
    return wantsNothing ? new Met() : new Missed("refused: " + why);
  }

  private static Verdict judge(Expectation expectation, RawFeed feed) {
    if (expectation.kind().equals("entries")) return count(expectation, feed);
    if (expectation.entry() < 0) return header(expectation, feed);
    if (expectation.entry() >= feed.entries().size()) return new Missed("no such entry");
    return entry(expectation, feed, feed.entries().get(expectation.entry()));
  }

  private static Verdict count(Expectation expectation, RawFeed feed) {
    var size = feed.entries().size();
    var met =
        expectation.operator().equals("min_count")
            ? size >= expectation.value().asInt()
            : size == expectation.value().asInt();
    return met ? new Met() : new Missed(size + " entries");
  }

  private static Verdict header(Expectation expectation, RawFeed feed) {
    var header = feed.header();
    return switch (expectation.kind()) {
      case "feed.title" -> seen(expectation, feed, header.title());
      case "feed.description" -> seen(expectation, feed, header.description());
      case "feed.rights" -> seen(expectation, feed, header.rights());
      case "feed.link" -> same(expectation, header.link());
      case "feed.id" -> same(expectation, header.id());
      case "feed.language" -> same(expectation, header.language());
      case "feed.image.url" -> same(expectation, header.image());
      case "feed.updated" -> moment(expectation, header.updated(), header.updated());
      case "feed.authors.name" -> holds(expectation, header.authors().stream().map(Person::name));
      case "feed.authors.email" ->
          holds(expectation, header.authors().stream().flatMap(person -> person.email().stream()));
      case "feed.authors.uri" ->
          holds(expectation, header.authors().stream().flatMap(person -> person.uri().stream()));
      case "feed.author" -> holds(expectation, header.authors().stream().flatMap(Judge::names));
      case "feed.categories.term" -> holds(expectation, header.categories().stream());
      default -> new LeftOut("a field that is not published");
    };
  }

  private static Verdict entry(Expectation expectation, RawFeed feed, RawEntry entry) {
    return switch (expectation.kind()) {
      case "entries.title" -> seen(expectation, feed, entry.title());
      case "entries.rights" -> seen(expectation, feed, entry.rights());
      case "entries.link" -> same(expectation, entry.link());
      case "entries.id" -> same(expectation, entry.id());
      case "entries.published" -> moment(expectation, entry.published(), entry.updated());
      case "entries.updated" -> moment(expectation, entry.updated(), entry.published());
      case "entries.summary", "entries.content", "entries.content.value" ->
          expectation.kind().endsWith("summary")
              ? seen(expectation, feed, entry, entry.summary(), entry.content())
              : seen(expectation, feed, entry, entry.content(), entry.summary());
      case "entries.authors.name" -> holds(expectation, entry.authors().stream().map(Person::name));
      case "entries.authors.email" ->
          holds(expectation, entry.authors().stream().flatMap(person -> person.email().stream()));
      case "entries.authors.uri" ->
          holds(expectation, entry.authors().stream().flatMap(person -> person.uri().stream()));
      case "entries.author" -> holds(expectation, entry.authors().stream().flatMap(Judge::names));
      case "entries.categories.term" -> holds(expectation, entry.categories().stream());
      case "entries.enclosures.url", "entries.media.content.url" ->
          holds(expectation, entry.enclosures().stream().map(Enclosure::url));
      case "entries.enclosures.type", "entries.media.content.type" ->
          holds(
              expectation,
              entry.enclosures().stream().flatMap(enclosure -> enclosure.type().stream()));
      case "entries.enclosures.length" ->
          holds(
              expectation,
              entry.enclosures().stream()
                  .map(enclosure -> String.valueOf(enclosure.length().orElse(0))));
      default -> new LeftOut("a field that is not published");
    };
  }

  private static Stream<String> names(Person person) {
    var mail = person.email().map(address -> person.name() + " (" + address + ")");
    return Stream.concat(Stream.of(person.name(), person.label()), mail.stream());
  }

  private static Verdict same(Expectation expectation, Optional<String> actual) {
    var expected = flat(expectation.text());
    return verdict(
        comparable(actual.orElse("")).equals(comparable(expected)), actual.orElse("nothing"));
  }

  /// A site's address with and without the last slash, a language in any case: the same.
  private static String comparable(String text) {
    var flat = flat(text);
    if (flat.matches("[A-Za-z]{2,3}([-_][A-Za-z0-9]+)*"))
      return flat.toLowerCase(java.util.Locale.ROOT);
    return flat.matches("https?://[^/]+/") ? flat.substring(0, flat.length() - 1) : flat;
  }

  private static Verdict holds(Expectation expectation, Stream<String> actual) {
    var all = actual.map(Judge::flat).toList();
    var expected = flat(expectation.text());
    return verdict(
        all.contains(expected) || (expected.isEmpty() && all.isEmpty()), String.join(" | ", all));
  }

  private static Verdict moment(
      Expectation expectation, Optional<Instant> actual, Optional<Instant> other) {
    if (expectation.text().isEmpty())
      return verdict(actual.isEmpty(), actual.map(Object::toString).orElse(""));
    try {
      var expected = Instant.parse(expectation.text().replace("+00:00", "Z"));
      if (actual.filter(moment -> near(moment, expected)).isPresent()) return new Met();
      if (actual.isEmpty() && other.filter(moment -> near(moment, expected)).isPresent())
        return new LeftOut("the suite lets one date stand in for the other");
      return new Missed(actual.map(Object::toString).orElse("nothing"));
    } catch (DateTimeException e) {
      return new LeftOut("no date that stands for a moment");
    }
  }

  private static boolean near(Instant one, Instant other) {
    return one.getEpochSecond() == other.getEpochSecond();
  }

  private static Verdict seen(Expectation expectation, RawFeed feed, Text actual) {
    var expected = flat(expectation.text());
    var met =
        Objects.equals(flat(actual.value()), expected)
            || visible(actual).equals(expected)
            || visible(actual).equals(visible(Text.html(expectation.text())));
    return verdict(
        met
            || resolved(actual.value(), feed, Optional.empty())
                .equals(canonical(expectation.text(), "")),
        actual.value());
  }

  private static Verdict seen(
      Expectation expectation, RawFeed feed, RawEntry entry, Text first, Text second) {
    var candidates = first.isBlank() ? List.of(second) : List.of(first, second);
    for (var text : candidates) {
      if (seen(expectation, feed, text) instanceof Met) return new Met();
      if (resolved(text.value(), feed, Optional.of(entry))
          .equals(canonical(expectation.text(), ""))) return new Met();
    }
    return new Missed(first.isBlank() ? second.value() : first.value());
  }

  private static String resolved(String html, RawFeed feed, Optional<RawEntry> entry) {
    var base = entry.flatMap(RawEntry::base).orElse(feed.location());
    return canonical(html, base.toString());
  }

  /// The same markup in one spelling, with absolute URLs.
  private static String canonical(String html, String base) {
    var document = Jsoup.parseBodyFragment(html, base);
    document.outputSettings(new OutputSettings().prettyPrint(false));
    var body = document.body();
    if (!base.isEmpty())
      for (var element : body.select("[href], [src]"))
        for (var name : List.of("href", "src"))
          if (element.hasAttr(name)) element.attr(name, element.absUrl(name));
    var content = body;
    while (content.childNodeSize() == 1
        && content.children().size() == 1
        && content.child(0).normalName().equals("div")) content = content.child(0);
    return flat(content.html());
  }

  private static String visible(Text text) {
    return flat(
        text.kind() == Text.Kind.PLAIN
            ? text.value()
            : Jsoup.parseBodyFragment(text.value()).text());
  }

  private static String flat(String text) {
    return text.replaceAll("[\\s\u00A0]+", " ").strip();
  }

  private static Verdict verdict(boolean met, String actual) {
    return met ? new Met() : new Missed(actual);
  }
}
