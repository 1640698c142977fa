package dev.seguia.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.feed.Enclosure;
import dev.seguia.feed.Entry;
import dev.seguia.feed.LinkRules;
import dev.seguia.feed.Picture;
import dev.seguia.normalise.Normaliser;
import dev.seguia.parse.FeedParser;
import dev.seguia.parse.ParseResult;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which picture stands for an entry, and which images are files of it, in documents as sources
/// write them.
final class PicturesTest {
  private static final URI LOCATION = URI.create("https://orchard.example/feed");
  private static final String HEAD =
      "<rss version='2.0' xmlns:media='http://search.yahoo.com/mrss/'"
          + " xmlns:content='http://purl.org/rss/1.0/modules/content/'"
          + " xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'><channel><title>Verger</title>"
          + "<image><url>https://orchard.example/masthead.png</url></image>";

  /// What the item has, its picture and its files; `-` where there is none.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <enclosure url='/a.jpg' type='image/jpeg' length='0'/>                          | /a.jpg | -
          <enclosure url='/a.mp3' type='audio/mpeg'/><enclosure url='/a.jpg' type='image/jpeg'/> | /a.jpg | /a.mp3
          <media:thumbnail url='/a.jpg'/>                                                 | /a.jpg | -
          <media:content url='/a.jpg' medium='image'/>                                    | /a.jpg | -
          <media:content url='/a.jpg'/>                                                   | /a.jpg | -
          <media:content url='/a.mp4' medium='video'><media:thumbnail url='/a.jpg'/></media:content> | /a.jpg | /a.mp4
          <media:group><media:content url='/a.mp4' type='video/mp4'/><media:content url='/a.jpg' type='image/jpeg'/></media:group> | /a.jpg | /a.mp4
          <media:thumbnail url='/t.jpg'/><media:content url='/a.jpg' medium='image'/>     | /a.jpg | -
          <media:thumbnail url='/t.jpg' width='144'/><media:thumbnail url='/a.jpg' width='460'/> | /a.jpg | -
          <media:content url='/i/1.jpg?w=140' width='140' medium='image'/><media:content url='/i/1.jpg?w=700' width='700' medium='image'/> | /i/1.jpg?w=700 | -
          <media:content url='/huge.jpg' width='6000' medium='image'/><media:content url='/a.jpg' width='1200' medium='image'/> | /a.jpg | /huge.jpg
          <media:content url='/a.jpg' width='6000' medium='image'/>                       | /a.jpg | -
          <media:thumbnail url='/a-150x150.jpg'/><enclosure url='/a.jpg' type='image/jpeg'/> | /a.jpg | -
          <media:thumbnail url='/s72-c/a.jpg' width='72'/><description>&lt;img src='/s640/a.jpg'></description> | /s640/a.jpg | -
          <media:thumbnail url='/a.jpg' width='72'/>                                      | /a.jpg | -
          <media:thumbnail url='/a.jpg' width='16'/>                                      | - | -
          <media:content url='https://0.gravatar.com/avatar/1?s=96' medium='image'/><media:content url='/a.jpg' medium='image'/> | /a.jpg | -
          <media:content url='/a.jpg' medium='image'/><media:content url='/b.jpg' medium='image'/> | /a.jpg | /b.jpg
          <itunes:image href='/a.jpg'/>                                                   | /a.jpg | -
          <image><url>/a.jpg</url></image>                                                | /a.jpg | -
          <image>/a.jpg</image>                                                           | /a.jpg | -
          <media:thumbnail url='/masthead.png'/>                                          | - | -
          <media:thumbnail url='/spacer.gif'/>                                            | - | -
          <enclosure url='https://pixel.wp.com/g.gif' type='image/gif'/>                  | - | -
          <enclosure url='/masthead.png' type='image/png'/>                               | - | -
          <description>&lt;p>un&lt;/p>&lt;img src='/a.jpg'>&lt;img src='/b.jpg'></description> | /a.jpg | -
          <description>&lt;img src='/smile.gif' width='15' height='15'>&lt;img src='/a.jpg'></description> | /a.jpg | -
          <description>&lt;img src='https://s.w.org/images/core/emoji/72x72/1f600.png'>&lt;img src='/a.jpg'></description> | /a.jpg | -
          <description>&lt;img src='/share.svg'>&lt;p>un&lt;/p></description>             | - | -
          <description>&lt;img src='/p.gif' width='1' height='1'>&lt;p>un&lt;/p></description> | - | -
          <description>&lt;img src='data:image/gif;base64,R0' data-src='/a.jpg'></description> | /a.jpg | -
          <description>&lt;img src='/a.jpg?x=1&amp;amp;y=2'></description>                | /a.jpg?x=1&y=2 | -
          <description>&lt;video poster='/a.jpg' src='/a.mp4'>&lt;/video></description>   | /a.jpg | -
          <enclosure url='/a.jpg' type='image/jpeg'/><description>&lt;img src='/b.jpg'>&lt;img src='/a.jpg'></description> | /a.jpg | -
          <enclosure url='/a.jpg' type='image/jpeg'/><description>&lt;img src='/a.jpg?w=300'></description> | /a.jpg | -
          <description>un</description>                                                   | - | -
          """)
  void isTheBestThatTheItemHas(String item, String picture, String files) {
    var entry = entries(item).getFirst();
    assertThat(path(entry.image().orElse("-"))).isEqualTo(picture);
    var found = entry.enclosures().stream().map(Enclosure::url).map(PicturesTest::path);
    assertThat(found.collect(Collectors.joining(" "))).isEqualTo(files.replace("-", ""));
  }

  @Test
  void isNamedByJsonToo() {
    var json =
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"v\",\"items\":["
            + "{\"id\":\"1\",\"content_text\":\"a\",\"image\":\"/a.jpg\",\"banner_image\":\"/b.jpg\"},"
            + "{\"id\":\"2\",\"content_text\":\"b\",\"banner_image\":\"/c.jpg\"},"
            + "{\"id\":\"3\",\"content_html\":\"<img src='/d.jpg'>\"},"
            + "{\"id\":\"4\",\"content_text\":\"e\",\"attachments\":[{\"url\":\"/e.jpg\",\"mime_type\":\"image/jpeg\"}]}]}";
    assertThat(read(json))
        .extracting(entry -> path(entry.image().orElse("-")))
        .containsExactly("/a.jpg", "/c.jpg", "/d.jpg", "/e.jpg");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<media:thumbnail url='/logo.jpg'/>",
        "<media:content url='/logo.jpg' medium='image'/>",
        "<enclosure url='/logo.jpg' type='image/jpeg'/>",
        "<enclosure url='/logo.jpg?nr=%d' type='image/jpeg'/>",
        "<itunes:image href='/logo.jpg'/>",
        "<description>&lt;p>Nr. %d&lt;/p>&lt;img src='/logo.jpg'></description>",
      })
  void isNoLogoThatManyEntriesShow(String item) {
    var four = IntStream.range(0, 4).mapToObj(number -> item.formatted(number)).toList();
    for (var entry : entries(four.toArray(String[]::new))) {
      assertThat(entry.image()).isEmpty();
      assertThat(entry.enclosures()).isEmpty();
    }
  }

  @Test
  void mayBeSharedByTwo() {
    var two = "<media:thumbnail url='/a.jpg'/>";
    assertThat(entries(two, two, "<description>un</description>"))
        .extracting(entry -> entry.image().isPresent())
        .containsExactly(true, true, false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <media:content url='/a.jpg' medium='image'><media:description>Le barrage</media:description><media:credit>AFP</media:credit></media:content> | Le barrage | AFP
          <media:content url='/a.jpg' medium='image'/><media:credit>AFP</media:credit><media:description>Le barrage</media:description> | Le barrage | AFP
          <media:content url='/a.jpg' medium='image'><media:description type='html'>&lt;b>Le&lt;/b> barrage</media:description></media:content> | Le barrage | ''
          <media:content url='/a.jpg' medium='image'><media:description>Titre</media:description></media:content> | '' | ''
          <media:content url='/a.jpg' medium='image'><media:description>Un texte</media:description></media:content><description>Un texte</description> | '' | ''
          <media:group><media:thumbnail url='/a.jpg'/><media:description>Le film</media:description></media:group> | '' | ''
          <media:thumbnail url='/a.jpg'/> | '' | ''
          """)
  void hasItsCaptionAndCredit(String item, String description, String credit) {
    assertThat(entries(item).getFirst().picture().orElseThrow())
        .extracting(Picture::description, Picture::credit)
        .containsExactly(description, credit);
  }

  @Test
  void hasItsSize() {
    var item = "<media:content url='/a.jpg' medium='image' width='1200' height='675'/>";
    assertThat(entries(item).getFirst().picture())
        .contains(new Picture("https://orchard.example/a.jpg", 1200, 675, "", ""));
  }

  private static List<Entry> entries(String... items) {
    var xml = new StringBuilder(HEAD);
    for (var number = 0; number < items.length; number++)
      xml.append("<item><title>Titre</title><link>https://orchard.example/articles/")
          .append(number)
          .append("</link>")
          .append(items[number])
          .append("</item>");
    return read(xml.append("</channel></rss>").toString());
  }

  private static List<Entry> read(String document) {
    var result =
        new FeedParser()
            .parse(LOCATION, Optional.empty(), document.getBytes(StandardCharsets.UTF_8));
    assertThat(result).isInstanceOf(ParseResult.Parsed.class);
    return new Normaliser()
        .normalise(((ParseResult.Parsed) result).feed(), LinkRules.none())
        .entries();
  }

  private static String path(String url) {
    return url.replace("https://orchard.example", "");
  }
}
