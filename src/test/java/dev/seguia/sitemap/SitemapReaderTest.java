package dev.seguia.sitemap;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.feed.RawEntry;
import dev.seguia.feed.RawFeed;
import dev.seguia.feed.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SitemapReaderTest {
  private static final URI HERE = URI.create("https://h.example/maps/news.xml");
  private static final String NEWS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
          xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
          xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
        <url>
          <loc> https://h.example/a?b=1&amp;c=2
          </loc>
          <lastmod>2025-11-14T12:00:00+01:00</lastmod>
          <image:image><image:loc>/a.jpg</image:loc><image:title>Of it</image:title></image:image>
          <image:image><image:loc>https://h.example/b.jpg</image:loc></image:image>
          <news:news>
            <news:publication>
              <news:name>H</news:name><news:language>fr</news:language>
            </news:publication>
            <news:publication_date>2025-11-14T10:00:00Z</news:publication_date>
            <news:title><![CDATA[Un <b>titre</b> & plus]]></news:title>
            <news:keywords>maroc, politique,,maroc</news:keywords>
          </news:news>
        </url>
        <url><loc>https://h.example/c</loc><changefreq>daily</changefreq></url>
      </urlset>
      """;

  private static SitemapResult read(byte[] body) {
    return SitemapReader.read(HERE, body);
  }

  private static RawFeed feed(SitemapResult result) {
    if (result instanceof SitemapResult.Pages(var feed)) return feed;
    throw new AssertionError(result.toString());
  }

  private static RawFeed feed(String text) {
    return feed(read(text.getBytes(UTF_8)));
  }

  private static List<String> links(RawFeed feed) {
    return feed.entries().stream().map(RawEntry::link).flatMap(Optional::stream).toList();
  }

  private static String urlset(String urls) {
    return "<urlset>" + urls + "</urlset>";
  }

  private static byte[] packed(byte[] body) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body);
    }
    return bytes.toByteArray();
  }

  @Test
  void readsAllThatItSaysOfNews() {
    var feed = feed(NEWS);
    var news = feed.entries().getFirst();
    assertThat(news.link()).contains("https://h.example/a?b=1&c=2");
    assertThat(news.title()).isEqualTo(Text.unknown("Un <b>titre</b> & plus"));
    assertThat(news.published()).contains(Instant.parse("2025-11-14T10:00:00Z"));
    assertThat(news.updated()).contains(Instant.parse("2025-11-14T11:00:00Z"));
    assertThat(news.language()).contains("fr");
    assertThat(news.categories()).containsExactly("maroc", "politique");
    assertThat(news.image()).contains("https://h.example/a.jpg");
    assertThat(feed.header().format()).isEqualTo("sitemap");
    assertThat(feed.header().title().value()).isEqualTo("H");
    assertThat(feed.header().language()).contains("fr");
    assertThat(feed.whole()).isTrue();
  }

  @Test
  void givesAPageNothingThatItDoesNotHave() {
    var page = feed(NEWS).entries().getLast();
    assertThat(page).isEqualTo(RawEntry.builder().link(Optional.of("https://h.example/c")).build());
  }

  @Test
  void readsAnIndex() {
    var index =
        """
        <sitemapindex><sitemap><loc>https://h.example/1.xml</loc><lastmod>2025-11-14</lastmod></sitemap>
        <sitemap><loc>/2.xml.gz</loc></sitemap><sitemap><loc>ftp://h.example/3.xml</loc></sitemap></sitemapindex>
        """;
    assertThat(read(index.getBytes(UTF_8)))
        .isEqualTo(
            new SitemapResult.Index(
                List.of(
                    new ChildSitemap(
                        URI.create("https://h.example/1.xml"),
                        Optional.of(Instant.parse("2025-11-14T00:00:00Z"))),
                    new ChildSitemap(URI.create("https://h.example/2.xml.gz"), Optional.empty())),
                true));
  }

  @Test
  void readsAPackedOne() throws IOException {
    assertThat(feed(read(packed(NEWS.getBytes(UTF_8))))).isEqualTo(feed(NEWS));
  }

  /// What caches add to every answer lies unpacked behind the packed document.
  @Test
  void readsAPackedOneWithMoreBehindIt() throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(packed(NEWS.getBytes(UTF_8)));
    bytes.writeBytes("\n<!-- cached in 0.02 s -->\n".getBytes(UTF_8));
    assertThat(feed(read(bytes.toByteArray()))).isEqualTo(feed(NEWS));
  }

  @Test
  void readsOneThatIsPackedInParts() throws IOException {
    var half = NEWS.indexOf("<url>") + 20;
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(packed(NEWS.substring(0, half).getBytes(UTF_8)));
    bytes.writeBytes(packed(NEWS.substring(half).getBytes(UTF_8)));
    assertThat(feed(read(bytes.toByteArray()))).isEqualTo(feed(NEWS));
  }

  @Test
  void saysThatADamagedOneIsDamaged() throws IOException {
    var packed = packed(NEWS.getBytes(UTF_8));
    Arrays.fill(packed, 10, packed.length, (byte) 0xff);
    assertThat(read(packed))
        .isEqualTo(new SitemapResult.Unreadable("the packed sitemap is damaged"));
  }

  @Test
  void keepsWhatCouldBeUnpackedOfADamagedOne() throws IOException {
    var urls = new StringBuilder();
    for (int i = 0; i < 20_000; i++)
      urls.append("<url><loc>https://h.example/" + 7919L * i * i + "</loc></url>");
    var packed = packed(urlset(urls.toString()).getBytes(UTF_8));
    var feed = feed(read(Arrays.copyOf(packed, packed.length / 2)));
    assertThat(feed.entries()).hasSizeBetween(5_000, 19_999);
    assertThat(feed.whole()).isFalse();
  }

  @Test
  void readsAListOfUrls() {
    var feed = feed("\uFEFF\n https://h.example/a\r\nhttp://h.example/b c\n# no URL\n/d\n");
    assertThat(links(feed)).containsExactly("https://h.example/a", "http://h.example/b c");
  }

  @Test
  void readsFeedsThatStandForSitemaps() {
    var rss =
        feed(
            """
            <rss xmlns:media="m"><channel><link>https://h.example/</link><title>T</title>
            <item><media:title>no</media:title><title>A</title><link>https://h.example/a</link>
            <pubDate>Fri, 14 Nov 2025 10:00:00 GMT</pubDate></item></channel></rss>
            """);
    var atom =
        feed(
            """
            <feed><link href="/"/><entry><title>A</title><link rel="edit" href="/edit"/>
            <link href="https://h.example/a"/><published>2025-11-14T10:00:00Z</published></entry></feed>
            """);
    assertThat(rss.entries()).isEqualTo(atom.entries());
    assertThat(rss.entries().getFirst())
        .isEqualTo(
            RawEntry.builder()
                .link(Optional.of("https://h.example/a"))
                .title(Text.unknown("A"))
                .published(Optional.of(Instant.parse("2025-11-14T10:00:00Z")))
                .build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<urlset><url><loc>https://h.example/a</loc></url></urlset>",
        "<urlset xmlns='urn:other'><url><loc>https://h.example/a</loc></url></urlset>",
        "<s:urlset xmlns:s='urn:other'><s:url><s:loc>https://h.example/a</s:loc></s:url></s:urlset>",
        "<s:urlset><s:url><s:loc>https://h.example/a</s:loc></s:url></s:urlset>",
        "<urlset><url> https://h.example/a </url><url>/b</url></urlset>",
        "<URLSET><URL><LOC>https://h.example/a</LOC></URL></URLSET>",
        "\n\n<?xml version='1.0'?><urlset><url><loc>https://h.example/a</loc></url></urlset>",
        "Notice: x on line 3\n<urlset><url><loc>https://h.example/a</loc></url></urlset>",
        "<urlset><url><image:loc>https://h.example/i</image:loc><loc>https://h.example/a</loc></url></urlset>",
        "<!DOCTYPE urlset SYSTEM 'http://127.0.0.1:9/x.dtd'><urlset><url><loc>https://h.example/a</loc></url></urlset>",
        "<urlset><url><loc>https://h.example/a</loc></url>",
        "<urlset><url><loc>https://h.example/a</loc></url><url><loc>https://h.example/half"
      })
  void readsWhatHasNoOrOtherNamespacesOrSmallFaults(String text) {
    var body = text.startsWith("Notice") ? text.substring(text.indexOf('\n') + 1) : text;
    assertThat(links(feed(body))).containsExactly("https://h.example/a");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "2025-11-14T07:18:53Z 2025-06-15T15:33:55Z, ",
    "x2025-11-13T09:30:00Zy, 2025-11-13T09:30:00Z",
    "2025-02-30, ",
    "2025-11, 2025-11-01T00:00:00Z",
    "1763110800000, 2025-11-14T09:00:00Z",
    "'ven., 14/11/2025 - 10:15', 2025-11-14T10:15:00Z",
    "'', "
  })
  void anOddDateCostsNoMoreThanItself(String written, @Nullable Instant updated) {
    var page = "<url><loc>https://h.example/%s</loc><lastmod>%s</lastmod></url>";
    var feed = feed(urlset(page.formatted("a", written) + page.formatted("b", "2025-11-12")));
    assertThat(links(feed)).containsExactly("https://h.example/a", "https://h.example/b");
    assertThat(feed.entries())
        .extracting(entry -> entry.updated().orElse(null))
        .containsExactly(updated, Instant.parse("2025-11-12T00:00:00Z"));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "https://h.example/?a=1&b=2, https://h.example/?a=1&b=2",
    "https://h.example/?a=1&amp;b=2, https://h.example/?a=1&b=2",
    "https://h.example/?a=&#38;b&#0;, https://h.example/?a=&b&#0;",
    "<![CDATA[https://h.example/?a&amp;b]]>&c, https://h.example/?a&amp;b&c",
    "https://h.example/\u0001a&b, https://h.example/ a&b"
  })
  void mendsReferencesThatAreNone(String written, String url) {
    assertThat(links(feed(urlset("<url><loc>" + written + "</loc></url>")))).containsExactly(url);
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1256", "ISO-8859-6", "UTF-8"})
  void readsTheCharsetThatItNames(String charset) {
    var text =
        "<?xml version='1.0' encoding='%s'?><urlset><url><loc>https://h.example/?a&b</loc><news:news><news:title>المغرب</news:title></news:news></url></urlset>"
            .formatted(charset);
    var feed = feed(read(text.getBytes(Charset.forName(charset))));
    assertThat(feed.entries().getFirst().title().value()).isEqualTo("المغرب");
  }

  @Test
  void readsUtf16() {
    var text = "\uFEFF<urlset><url><loc>https://h.example/a</loc></url></urlset>";
    assertThat(links(feed(read(text.getBytes(UTF_16LE))))).containsExactly("https://h.example/a");
  }

  @Test
  void readsBytesThatAreNotOfTheCharset() {
    var text = urlset("<url><loc>https://h.example/a</loc><title>caf\u00e9</title></url>");
    var feed = feed(read(text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)));
    assertThat(feed.entries().getFirst().title().value()).isEqualTo("caf\uFFFD");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'', this is neither XML nor a list of URLs",
    "'Not found', this is neither XML nor a list of URLs",
    "<html><body/></html>, this is a web page",
    "<opml/>, 'this is no sitemap, but <opml>'"
  })
  void saysWhatElseADocumentIs(String text, String reason) {
    assertThat(read(text.getBytes(UTF_8))).isEqualTo(new SitemapResult.Unreadable(reason));
  }

  @Test
  void takesAnEmptyOneForOne() {
    assertThat(feed("<urlset/>").entries()).isEmpty();
  }

  @Property(seed = "20251114", tries = 300)
  void readsOrRefusesWhateverCame(@ForAll byte[] bytes) {
    assertThat(read(bytes)).isNotNull();
    var inside = new ByteArrayOutputStream();
    inside.writeBytes("<urlset><url><loc>https://h.example/a</loc></url><url>".getBytes(UTF_8));
    inside.writeBytes(bytes);
    assertThat(links(feed(read(inside.toByteArray())))).contains("https://h.example/a");
  }
}
