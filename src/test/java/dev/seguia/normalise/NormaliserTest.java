package dev.seguia.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.feed.Enclosure;
import dev.seguia.feed.Entry;
import dev.seguia.feed.LinkRules;
import dev.seguia.feed.Person;
import dev.seguia.feed.RawEntry;
import dev.seguia.feed.RawFeed;
import dev.seguia.feed.Rhythm;
import dev.seguia.feed.Text;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NormaliserTest {
  private final Normaliser normaliser = new Normaliser();

  private static RawFeed feed(Optional<String> language, RawEntry... entries) {
    var header =
        new RawFeed.Header(
            "rss 2.0",
            Optional.empty(),
            Text.unknown("Le site &amp; co"),
            Text.unknown("<p>Ce que c'est</p>"),
            Optional.of("/home?utm_source=rss"),
            Optional.of("feed.xml"),
            Optional.of("logo.png"),
            language,
            Text.none(),
            Optional.empty(),
            List.of(Person.named("  Rédaction ")),
            List.of());
    return new RawFeed(
        URI.create("https://example.org/feed.xml"), header, List.of(entries), Rhythm.none(), true);
  }

  private Entry clean(RawEntry.Builder entry) {
    var raw = entry.build();
    return normaliser.entry(feed(Optional.empty(), raw), raw, LinkRules.none());
  }

  private static RawEntry.Builder entry() {
    return RawEntry.builder();
  }

  private static RawEntry linkedEntry(String id, String link) {
    return entry()
        .id(Optional.of(id))
        .title(Text.plain("title " + id))
        .link(Optional.of(link))
        .build();
  }

  private static RawFeed linked(String... links) {
    return feed(
        Optional.empty(),
        IntStream.range(0, links.length)
            .mapToObj(i -> linkedEntry("id" + i, links[i]))
            .toArray(RawEntry[]::new));
  }

  @Test
  void cleansTheHeader() {
    var header = normaliser.header(feed(Optional.of("fr_FR")));
    assertThat(header.title()).isEqualTo("Le site & co");
    assertThat(header.description()).isEqualTo("Ce que c'est");
    assertThat(header.link()).contains("https://example.org/home");
    assertThat(header.self()).contains("https://example.org/feed.xml");
    assertThat(header.image()).contains("https://example.org/logo.png");
    assertThat(header.language()).contains("fr-fr");
    assertThat(header.authors()).containsExactly(Person.named("Rédaction"));
  }

  @Test
  void showsTheLinkAsItIsButForWhatFollowsTheReader() {
    var entry =
        clean(
            entry().link(Optional.of("http://WWW.example.org/A/?b=2&utm_source=x&a=1#xtor=RSS-1")));
    assertThat(entry.link()).contains("http://WWW.example.org/A/?b=2&a=1");
    assertThat(entry.linkKey()).contains("example.org/A?a=1&b=2");
  }

  @ParameterizedTest
  @CsvSource({
    "javascript:alert(1)",
    "file:///etc/passwd",
    "'data:text/html,x'",
    "vbscript:x",
    "java\tscript:x"
  })
  void hasNoLinkOfAnotherScheme(String link) {
    var entry = clean(entry().link(Optional.of(link)));
    assertThat(entry.link()).isEmpty();
    assertThat(entry.linkKey()).isEmpty();
  }

  @Test
  void resolvesAgainstTheNearestBase() {
    var content = Text.html("<img src=i.png>");
    var own = Optional.of(URI.create("https://cdn.example/x/"));
    assertThat(clean(entry().content(content).base(own)).content())
        .contains("https://cdn.example/x/i.png");
    var link = Optional.of("https://example.org/2025/story");
    assertThat(clean(entry().content(content).link(link)).content())
        .contains("https://example.org/2025/i.png");
    assertThat(clean(entry().content(content)).content()).contains("https://example.org/i.png");
  }

  @Test
  void makesParagraphsOfPlainContent() {
    var entry = clean(entry().content(Text.plain("a < b\nc\n\n d & e\r\n")));
    assertThat(entry.content()).isEqualTo("<p>a &lt; b<br>c</p><p>d &amp; e</p>");
    assertThat(entry.summary()).isEqualTo("a < b c d & e");
  }

  @Test
  void readsContentThatWasEscapedTwice() {
    assertThat(clean(entry().content(Text.unknown("&lt;p&gt;a&lt;/p&gt;"))).content())
        .isEqualTo("<p>a</p>");
    assertThat(clean(entry().content(Text.unknown("the &lt;p&gt; tag"))).content())
        .isEqualTo("<p>the &lt;p&gt; tag</p>");
  }

  @Test
  void prefersTheShortFormOfTheSource() {
    var entry =
        clean(entry().summary(Text.unknown("<i>Chapô</i>")).content(Text.html("<p>Texte</p>")));
    assertThat(entry.summary()).isEqualTo("Chapô");
    assertThat(entry.content()).isEqualTo("<p>Texte</p>");
  }

  @Test
  void teasesWithTheContentWhereTheSourceHasNoShortForm() {
    var text = "<p>" + "mot ".repeat(100) + "</p>";
    assertThat(clean(entry().content(Text.html(text))).summary())
        .hasSizeBetween(120, 150)
        .endsWith("mot…");
    assertThat(clean(entry().content(Text.html(text)).summary(Text.unknown(text))).summary())
        .hasSizeBetween(120, 150);
    assertThat(clean(entry().summary(Text.unknown(text))).content()).startsWith("<p>mot mot");
  }

  @Test
  void boundsIds() {
    assertThat(clean(entry().id(Optional.of("Urn:X y"))).id()).contains("Urn:X y");
    var one = clean(entry().id(Optional.of("x".repeat(5000) + "1"))).id().orElseThrow();
    var other = clean(entry().id(Optional.of("x".repeat(5000) + "2"))).id().orElseThrow();
    assertThat(one).hasSizeLessThan(2000).isNotEqualTo(other);
  }

  @Test
  void keepsEachFileOnceAndOnlyWhatCanBeFetched() {
    var entry =
        clean(
            entry()
                .enclosures(
                    List.of(
                        new Enclosure(
                            "/a.mp3", Optional.of("Audio/MPEG; x=y"), OptionalLong.empty()),
                        new Enclosure(
                            "https://example.org/a.mp3", Optional.empty(), OptionalLong.of(7)),
                        Enclosure.of("ftp://example.org/b"))));
    assertThat(entry.enclosures())
        .containsExactly(
            new Enclosure(
                "https://example.org/a.mp3", Optional.of("audio/mpeg"), OptionalLong.of(7)));
  }

  @Test
  void readsNamesAsTextAndAddressesAsAddresses() {
    var entry =
        clean(
            entry()
                .authors(
                    List.of(
                        new Person("<b>A</b>", Optional.of("a@b.org"), Optional.of("/a")),
                        new Person("B", Optional.of("not one"), Optional.of("javascript:x")),
                        Person.named(" "))));
    assertThat(entry.authors())
        .containsExactly(
            new Person("A", Optional.of("a@b.org"), Optional.of("https://example.org/a")),
            Person.named("B"));
  }

  @Test
  void keepsCategoriesAsTheSourceWroteThem() {
    assertThat(clean(entry().categories(List.of(" R&amp;D ", "R&D", "", "a, b"))).categories())
        .containsExactly("R&D", "a, b");
  }

  @ParameterizedTest
  @CsvSource({
    "de,    fr, en-us, de",
    ",      fr, en-us, fr",
    ",      ,   en-us, ar",
    ",      ,   ar_MA, ar-ma",
    ",      ,   ,      ar",
    "und,   ,   ,      ar",
    "x y z, ,   ,      ar",
  })
  void takesTheLanguageThatTheEntryNamesOrTheSettingsOrTheFeedOrTheText(
      String own, String configured, String feed, String expected) {
    var raw =
        entry()
            .language(Optional.ofNullable(own))
            .title(Text.plain("أعلن المكتب الوطني للسكك الحديدية"))
            .build();
    var document = feed(Optional.ofNullable(feed), raw);
    assertThat(
            normaliser
                .entry(document, raw, LinkRules.none(), Optional.ofNullable(configured))
                .language())
        .contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Le gouvernement a annoncé que les prix de l'énergie ne seront pas augmentés dans les mois qui viennent | fr
          The government said that the price of energy will not be raised in the months to come | en
          El gobierno dijo que los precios de la energía no se van a subir en los meses que vienen | es
          Die Regierung sagte, dass die Preise für Energie in den nächsten Monaten nicht steigen werden | de
          Le Monde |
          """)
  void guessesTheLanguageOfALongEnoughText(String text, String expected) {
    assertThat(clean(entry().content(Text.plain(text))).language())
        .isEqualTo(Optional.ofNullable(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en    | Le gouvernement a annoncé que les prix de l'énergie ne seront pas augmentés dans les mois qui viennent | fr
          fr-ma | The government said that the price of energy will not be raised in the months to come | en
          fr-ma | Le gouvernement a annoncé que les prix de l'énergie ne seront pas augmentés dans les mois qui viennent | fr-ma
          ca    | El gobierno dijo que los precios de la energía no se van a subir en los meses que vienen | ca
          en    | Le Monde | en
          """)
  void doubtsTheLanguageOfAFeedWhereTheWordsAreAnotherOnes(
      String ofFeed, String text, String expected) {
    var raw = entry().content(Text.plain(text)).build();
    var document = feed(Optional.of(ofFeed), raw);
    assertThat(normaliser.entry(document, raw, LinkRules.none()).language()).contains(expected);
  }

  @Test
  void learnsParametersThatSayNothing() {
    var links =
        IntStream.range(0, 30).mapToObj(i -> "https://example.org/" + i + "?ito=1490&id=" + i);
    var rules = normaliser.learn(linked(links.toArray(String[]::new)), LinkRules.none());
    assertThat(rules).isEqualTo(new LinkRules(new TreeSet<>(Set.of("ito")), false));
  }

  @Test
  void learnsNothingOfFewEntriesOrOfOnePage() {
    var few = IntStream.range(0, 19).mapToObj(i -> "https://example.org/" + i + "?ito=1");
    assertThat(normaliser.learn(linked(few.toArray(String[]::new)), LinkRules.none()))
        .isEqualTo(LinkRules.none());
    var onePage = IntStream.range(0, 30).mapToObj(i -> "https://example.org/p?lang=fr&id=" + i);
    assertThat(normaliser.learn(linked(onePage.toArray(String[]::new)), LinkRules.none()))
        .isEqualTo(LinkRules.none());
  }

  @Test
  void unlearnsNothing() {
    var before = new LinkRules(new TreeSet<>(Set.of("ito")), false);
    assertThat(normaliser.learn(linked("https://example.org/1?ito=2"), before)).isEqualTo(before);
  }

  @Test
  void keepsTheQueryWhereDifferentEntriesWouldFallTogether() {
    var feed = linked("https://example.org/a?utm_content=1", "https://example.org/a?utm_content=2");
    assertThat(normaliser.learn(feed, LinkRules.none()).queryKept()).isTrue();
  }

  @Test
  void tellsEntriesOfOnePageApartByFragment() {
    var feed = linked("https://example.org/log#1", "https://example.org/log#2");
    assertThat(normaliser.normalise(feed, LinkRules.none()).entries())
        .extracting(entry -> entry.linkKey().orElse(""))
        .containsExactly("example.org/log#1", "example.org/log#2");
  }
}
