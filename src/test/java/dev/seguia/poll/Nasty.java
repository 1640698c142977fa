package dev.seguia.poll;

import dev.seguia.feed.LinkRules;
import dev.seguia.normalise.Normaliser;
import dev.seguia.parse.FeedParser;
import dev.seguia.parse.ParseResult;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Documents of the largest size that is taken, each made to cost as much as it can. Run as a
/// program of its own it reads them all, and tells of each what came of it and how long it took.
public enum Nasty {
  DEEP(rss("<a>", "")),
  DEEP_ENTRIES(document(Nasty.CHANNEL, "<item>", "")),
  TINY_ELEMENTS(rss("<a/>", Nasty.END)),
  TINY_ELEMENTS_BEFORE_ENTRIES(document(Nasty.CHANNEL, "<a/>", Nasty.END)),
  MANY_ATTRIBUTES(numbered(Nasty.ITEM + "<a ", "a~='' ", "/>" + Nasty.END)),
  ONE_ATTRIBUTE(document(Nasty.ITEM + "<a b='", "x", "'/>" + Nasty.END)),
  ONE_TEXT(document(Nasty.ITEM + "<description>", "x y ", "</description>" + Nasty.END)),
  ONE_TITLE(document(Nasty.CHANNEL + "<item><title>", "é", "</title>" + Nasty.END)),
  ONE_DATE(document(Nasty.ITEM + "<pubDate>", "1 ", "</pubDate>" + Nasty.END)),
  KEYWORDS(
      document(
          Nasty.ITEM + "<media:keywords xmlns:media='http://search.yahoo.com/mrss/'>",
          "a,",
          "</media:keywords>" + Nasty.END)),
  ENTRIES(numbered(Nasty.CHANNEL, "<item><guid>~</guid><title>t</title></item>", Nasty.END)),
  EMPTY_ENTRIES(document(Nasty.CHANNEL, "<item></item>", Nasty.END)),
  ATOM_LINKS(document(Nasty.ATOM, "<link href='x'/>", "</entry></feed>")),
  CATEGORIES_AND_LINKS(
      numbered(Nasty.CHANNEL, "<category>c~</category><link>u~</link>", Nasty.END)),
  NAMESPACES(numbered(Nasty.ITEM, "<a xmlns='u:~'/>", Nasty.END)),
  AMPERSANDS(document(Nasty.ITEM + "<description>", "&", "</description>" + Nasty.END)),
  REFERENCES(document(Nasty.ITEM + "<description>", "&amp;", "</description>" + Nasty.END)),
  LITERALS(document(Nasty.ITEM + "<description>&", "<![CDATA[x]]>", "</description>" + Nasty.END)),
  END_TAGS_WITHOUT_END(rss("</", "")),
  LESS_THAN_SIGNS(rss("<", "")),
  ENTITIES(numbered("<!DOCTYPE rss [", "<!ENTITY e~ 'x'>", "]>" + Nasty.ITEM + Nasty.END)),
  ENTITY_THAT_SWELLS(
      document(
          "<!DOCTYPE rss [<!ENTITY e '" + "x".repeat(200) + "'>]>" + Nasty.ITEM + "<description>",
          "&e;",
          "</description>" + Nasty.END)),
  ONE_PAGE(numbered(Nasty.CHANNEL, "<item><link>http://x/#~</link></item>", Nasty.END)),
  QUERIES(
      numbered(
          Nasty.CHANNEL,
          "<item><link>http://x/~?" + "a~=b&amp;".repeat(200) + "</link></item>",
          Nasty.END)),
  HTML_DEEP(html("", "<b>")),
  HTML_ANCHORS(html("", "<a href=x><p>")),
  HTML_OPEN_AGAIN(html(repeated("<b a~>", 30), "<p>x")),
  HTML_TABLES(html("", "<table><td>")),
  HTML_IMAGES(html("", "<img src=a.png>")),
  HTML_AMPERSANDS(html("<p>", "&")),
  HTML_BLANKS_IN_A_NUMBER(html("<img src=a width='0" + " ".repeat(500_000) + "x'>", " ")),
  HTML_LONG_LANGUAGE(html("<p lang='aa" + "-a".repeat(250_000) + "'>", "x")),
  HTML_LONG_SET(html("<img srcset='", "a 1q,")),
  TEXT_OF_LINE_ENDS(
      document(Nasty.ITEM + "<description>a", "&#13;\n", "x</description>" + Nasty.END)),
  JSON_LISTS(document(Nasty.JSON + "[", "[],", "[]]]}")),
  JSON_DEEP(document(Nasty.JSON, "[", "")),
  JSON_OBJECTS(document(Nasty.JSON, "{},", "{}]}")),
  JSON_KEYS(numbered(Nasty.JSON + "{\"id\":\"1\"", ",\"k~\":1", "}]}")),
  JSON_ITEMS(numbered(Nasty.JSON + "{\"id\":\"x\"}", ",{\"id\":\"~\"}", "]}")),
  JSON_TEXT(document(Nasty.JSON + "{\"id\":\"1\",\"content_text\":\"a", "\\n", "x\"}]}"));

  private static final int SIZE = 10 << 20;
  private static final String CHANNEL = "<rss version='2.0'><channel><title>t</title>";
  private static final String ITEM = CHANNEL + "<item><title>t</title><guid>g</guid>";
  private static final String END = "</item></channel></rss>";
  private static final String ATOM =
      "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>urn:x</id>";
  private static final String JSON =
      "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[";
  private static final URI LOCATION = URI.create("https://example.org/feed");

  @SuppressWarnings("ImmutableEnumChecker") // made of texts and numbers only
  private final Supplier<String> text;

  Nasty(Supplier<String> text) {
    this.text = text;
  }

  /// The document itself.
  public byte[] bytes() {
    return text.get().getBytes(StandardCharsets.UTF_8);
  }

  /// Reads all documents as a poll does, in the order of their names.
  public static void main(String[] arguments) throws InterruptedException {
    for (var nasty : values()) {
      var body = nasty.bytes();
      System.out.print(nasty + "\t");
      Thread.ofVirtual().start(() -> System.out.println(timed(body))).join();
    }
  }

  private static String timed(byte[] body) {
    var begin = System.nanoTime();
    var outcome = read(body);
    return (System.nanoTime() - begin) / 1_000_000 + "\t" + outcome;
  }

  private static String read(byte[] body) {
    return switch (new FeedParser().parse(LOCATION, Optional.empty(), body)) {
      case ParseResult.Unreadable(var reason, _) -> "refused: " + reason;
      case ParseResult.Parsed(var feed, var warnings) -> {
        var normaliser = new Normaliser();
        var clean = normaliser.normalise(feed, normaliser.learn(feed, LinkRules.none()));
        var text = clean.entries().stream().mapToLong(entry -> entry.content().length()).sum();
        yield "read: " + clean.entries().size() + " entries of " + text + " characters " + warnings;
      }
    };
  }

  private static Supplier<String> rss(String unit, String tail) {
    return document(ITEM, unit, tail);
  }

  private static Supplier<String> document(String head, String unit, String tail) {
    return () -> head + unit.repeat((SIZE - head.length() - tail.length()) / unit.length()) + tail;
  }

  /// @param unit in which `~` stands for a number that grows
  private static Supplier<String> numbered(String head, String unit, String tail) {
    return () -> {
      var text = new StringBuilder(SIZE + unit.length()).append(head);
      for (var i = 0; text.length() < SIZE - tail.length(); i++)
        text.append(unit.replace("~", "" + i));
      return text.append(tail).toString();
    };
  }

  /// Ten entries that share the size.
  private static Supplier<String> html(String head, String unit) {
    return () -> {
      var text = new StringBuilder(SIZE + 1_000).append(CHANNEL);
      for (var i = 0; i < 10; i++)
        text.append("<item><guid>" + i + "</guid><description><![CDATA[" + head)
            .append(unit.repeat((SIZE / 10 - 100 - head.length()) / unit.length()))
            .append("]]></description></item>");
      return text.append("</channel></rss>").toString();
    };
  }

  private static String repeated(String unit, int times) {
    return IntStream.range(0, times)
        .mapToObj(i -> unit.replace("~", "" + i))
        .collect(Collectors.joining());
  }
}
