package dev.seguia.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.feed.Enclosure;
import dev.seguia.source.Source;
import dev.seguia.store.entry.StoredEntry;
import dev.seguia.testing.TestServer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Documents that other programs were reported to read wrongly, and that were right here: they stay
/// so.
final class ReportedFeedsTest {
  private final PollWorld world = new PollWorld();

  @AfterEach
  void close() {
    world.close();
  }

  private static String rss(String items) {
    return "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>"
        + "<title>Reported</title><link>https://site.example/</link>"
        + items
        + "</channel></rss>";
  }

  private static String item(String title, String html) {
    return "<item><title>%s</title><link>https://site.example/a</link><guid>https://site.example/a</guid>"
            .formatted(title)
        + "<content:encoded><![CDATA["
        + html
        + "]]></content:encoded></item>";
  }

  private static byte[] in(String charset, String text) {
    return text.getBytes(Charset.forName(charset));
  }

  private static String image(String name, String words) {
    return "<img src=\"https://ar.example/%s\" alt=\"%s\" referrerpolicy=\"no-referrer\">"
        .formatted(name, words);
  }

  private static Arguments row(String what, byte[] document, String title, String text) {
    return Arguments.of(what, document, title, text);
  }

  static Stream<Arguments> documents() {
    return Stream.of(
        row(
            "bare line breaks in the strings of JSON",
            in(
                "UTF-8",
                """
                {"version": "https://jsonfeed.org/version/1.1", "title": "Breaks", "items": [
                  {"id": "1", "title": "One", "content_html": "<p>first
                line</p>\t<p>second</p>"},]}\
                """),
            "One",
            "<p>first\nline</p>\t<p>second</p>"),
        row(
            "a charset behind blank lines",
            in(
                "windows-1256",
                "\n \n<?xml version='1.0' encoding='windows-1256'?>"
                    + rss(item("افتتاح السد", "<p>نص</p>"))),
            "افتتاح السد",
            "<p>نص</p>"),
        row(
            "UTF-8 that says windows-1256",
            in(
                "UTF-8",
                "<?xml version='1.0' encoding='windows-1256'?>"
                    + rss(item("افتتاح السد", "<p>نص</p>"))),
            "افتتاح السد",
            "<p>نص</p>"),
        row(
            "UTF-8 that says UTF-16",
            in(
                "UTF-8",
                "<?xml version='1.0' encoding='utf-16'?>" + rss(item("Été à Fès", "<p>çà</p>"))),
            "Été à Fès",
            "<p>çà</p>"),
        row(
            "a document type without the address of its definition",
            in(
                "ISO-8859-1",
                "<?xml version='1.0' encoding='ISO-8859-1'?>"
                    + "<!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN'>"
                    + rss(item("March&eacute; de l'art", "<p>Café</p>"))),
            "Marché de l'art",
            "<p>Café</p>"),
        row(
            "tags in samples of code",
            in(
                "UTF-8",
                rss(item("Code", "<pre>&lt;VirtualHost *:80&gt;\n  A \"b\" &amp;nbsp;\n</pre>"))),
            "Code",
            "<pre>&lt;VirtualHost *:80&gt;\n  A \"b\" &amp;nbsp;\n</pre>"),
        row(
            "quotes in the title of a picture",
            in(
                "UTF-8",
                rss(
                    item(
                        "Comic",
                        "<img src='https://site.example/c.png' alt='' title='He said \"no\" &amp; left'>"))),
            "Comic",
            "<img src=\"https://site.example/c.png\" alt=\"\" title=\"He said &quot;no&quot; &amp; left\""
                + " referrerpolicy=\"no-referrer\">"),
        row(
            "Arabic words, per cent and plus signs in the addresses of pictures",
            in(
                "UTF-8",
                rss(
                    item(
                        "Images",
                        "<img src='https://ar.example/سد.jpg' alt='a'>"
                            + "<img src='https://ar.example/%D8%B3.jpg' alt='b'>"
                            + "<img src='https://ar.example/100%.jpg' alt='c'>"
                            + "<img src='https://ar.example/a+b%20c.jpg' alt='d'>"))),
            "Images",
            image("سد.jpg", "a")
                + image("%D8%B3.jpg", "b")
                + image("100%25.jpg", "c")
                + image("a+b%20c.jpg", "d")),
        row(
            "sounds in the text",
            in("UTF-8", rss(item("Radio", "<p>Listen:</p><audio autoplay src='/a.mp3'></audio>"))),
            "Radio",
            "<p>Listen:</p><audio src=\"https://site.example/a.mp3\" controls=\"\" preload=\"none\"></audio>"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void isReadAsItIsMeant(String what, byte[] document, String title, String text)
      throws InterruptedException {
    serve(document);
    world.poll(world.source("/feed"));
    assertThat(world.all()).as(what).hasSize(1);
    assertThat(only().entry().title()).isEqualTo(title);
    assertThat(only().entry().content()).isEqualTo(text);
  }

  @Test
  void tokensThatRotateInAFileAreNoEdit() throws InterruptedException {
    pollAgain(round ->
        serve(
            rss(item("Episode", "Notes")
                    .replace(
                        "</item>",
                        "<enclosure url='https://cdn.example/1.mp3?token=%d' type='audio/mpeg' length='9'/></item>"
                            .formatted(round)))
                .getBytes(StandardCharsets.UTF_8)));
    assertThat(only().updated()).isEqualTo(only().published());
    assertThat(only().entry().enclosures())
        .extracting(Enclosure::url)
        .containsExactly("https://cdn.example/1.mp3?token=9");
  }

  @Test
  void aCounterInTheTextIsNoEdit() throws InterruptedException {
    pollAgain(round ->
        serve(
            rss(item(
                    "Article",
                    "<p>Text.</p><p>Visited %d times, %d today</p>".formatted(100 + round, round)))
                .getBytes(StandardCharsets.UTF_8)));
    assertThat(only().updated()).isEqualTo(only().published());
  }

  private void pollAgain(Consumer<Integer> serve) throws InterruptedException {
    Source source = world.source("/feed");
    for (var round = 0; round < 10; round++) {
      serve.accept(round);
      world.poll(source);
      world.clock.advance(Duration.ofHours(1));
    }
  }

  private StoredEntry only() {
    assertThat(world.all()).hasSize(1);
    return List.copyOf(world.all()).getFirst();
  }

  private void serve(byte[] document) {
    world.server.on("/feed", exchange -> TestServer.answer(exchange, 200, document));
  }
}
