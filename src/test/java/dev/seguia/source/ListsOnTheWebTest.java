package dev.seguia.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Tag;
import dev.seguia.source.WebLists.Copy;
import dev.seguia.source.WebLists.Holding;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Lists that include others from the web, of which we hold copies.
final class ListsOnTheWebTest {
  private static final String CLUBS = "https://lists.example/sport/clubs.opml";

  @TempDir private Path folder;

  private final Map<URI, Holding> held = new HashMap<>();

  private void write(String name, String outlines) throws IOException {
    Files.writeString(folder.resolve(name), opml(outlines));
  }

  private static String opml(String outlines) {
    return "<opml version='2.0' xmlns:seguia='https://seguia.dev/opml'><body>\n%s\n</body></opml>"
        .formatted(outlines);
  }

  private void hold(String url, String outlines) {
    hold(url, url, true, opml(outlines));
  }

  private void hold(String url, String location, boolean isPublic, String document) {
    var bytes = document.getBytes(StandardCharsets.UTF_8);
    var copy = new Copy(URI.create(location), bytes, isPublic);
    held.put(URI.create(url), new Holding(Optional.of(copy), Optional.empty()));
  }

  private SourceList read() {
    return SourceList.read(
        folder.resolve("feeds.opml"), url -> held.getOrDefault(url, Holding.none()));
  }

  private static String include(String url) {
    return "<outline text='x' type='include' url='%s'/>".formatted(url);
  }

  private static String feed(String name) {
    return "<outline text='%1$s' xmlUrl='https://%1$s.example/rss'/>".formatted(name);
  }

  private static List<String> tags(Source source) {
    return source.tags().stream().map(EntryTag::tag).map(Tag::name).sorted().toList();
  }

  private List<String> titles() {
    return read().sources().stream().map(Source::title).toList();
  }

  private List<String> wanted() {
    return read().web().stream().map(WebInclude::url).map(URI::toString).toList();
  }

  private String onlyWarning() {
    assertThat(read().errors()).isEmpty();
    assertThat(read().warnings()).hasSize(1);
    return read().warnings().getFirst().toString();
  }

  @Test
  void addTheirSourcesUnderTheFoldersAround() throws IOException {
    write("feeds.opml", "<outline text='Maroc'>" + feed("a") + include(CLUBS) + "</outline>");
    hold(CLUBS, "<outline text='Raja'>" + feed("b") + "</outline>");
    assertThat(read().faults()).isEmpty();
    assertThat(titles()).containsExactly("a", "b");
    assertThat(tags(read().sources().getLast())).containsExactly("maroc", "raja", "x");
    assertThat(read().sources()).extracting(Source::byStranger).containsExactly(false, true);
    assertThat(read().web()).containsExactly(new WebInclude(URI.create(CLUBS), false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type='link' url='https://lists.example/a.opml?key=b#c'",
        "type='INCLUDE' url='HTTPS://lists.example/a.opml?key=b'",
        "xmlns:frss='https://freshrss.org/opml' frss:opmlUrl='https://lists.example/a.opml?key=b'",
        "frss:opmlUrl='https://lists.example/a.opml?key=b'"
      })
  void areIncludedInTheWaysOfThePrograms(String attributes) throws IOException {
    write("feeds.opml", "<outline text='x' %s>%s</outline>".formatted(attributes, feed("a")));
    assertThat(read().web())
        .singleElement()
        .satisfies(list ->
            assertThat(list.url())
                .asString()
                .isEqualToIgnoringCase("https://lists.example/a.opml?key=b"));
    assertThat(titles()).containsExactly("a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type='link' url='https://lists.example/opml'",
        "type='include'",
        "frss:opmlUrl=''",
        "url='https://lists.example/a.opml'"
      })
  void areNotWhatLeadsToNone(String attributes) throws IOException {
    write("feeds.opml", "<outline text='x' %s>%s</outline>".formatted(attributes, feed("a")));
    assertThat(read().web()).isEmpty();
    assertThat(titles()).containsExactly("a");
  }

  @Test
  void areWantedAndMissedWhereThereIsNoCopyYet() throws IOException {
    write("feeds.opml", feed("a") + "\n" + include(CLUBS + "#top"));
    assertThat(titles()).containsExactly("a");
    assertThat(wanted()).containsExactly(CLUBS);
    assertThat(onlyWarning()).contains("feeds.opml:3:", "no local copy yet", CLUBS);
  }

  @Test
  void tellWhyTheyCouldNotBeHad() throws IOException {
    write("feeds.opml", include(CLUBS));
    held.put(URI.create(CLUBS), new Holding(Optional.empty(), Optional.of("HTTP 500")));
    assertThat(onlyWarning()).contains("HTTP 500", "its sources are missing");
    hold(CLUBS, feed("b"));
    var copy = held.getOrDefault(URI.create(CLUBS), Holding.none()).copy();
    held.put(URI.create(CLUBS), new Holding(copy, Optional.of("HTTP 410")));
    assertThat(onlyWarning()).contains("HTTP 410", "the last good copy is used");
    assertThat(titles()).containsExactly("b");
  }

  @ParameterizedTest
  @CsvSource({
    "more.opml, https://lists.example/sport/more.opml",
    "../more.opml, https://lists.example/more.opml",
    "/more.opml, https://lists.example/more.opml",
    "//other.example/more.opml, https://other.example/more.opml",
    "http://other.example/more.opml, http://other.example/more.opml",
    "?page=2, https://lists.example/sport/clubs.opml?page=2",
    "a|b.opml, https://lists.example/sport/a%7Cb.opml",
    "100%.opml, https://lists.example/sport/100%25.opml",
    "'plus de listes.opml', https://lists.example/sport/plus%20de%20listes.opml",
    "/etc/passwd, https://lists.example/etc/passwd"
  })
  void resolveWhatTheyIncludeAgainstTheirOwnPlace(String url, String meant) throws IOException {
    write("feeds.opml", include(CLUBS));
    hold(CLUBS, include(url));
    assertThat(wanted()).containsExactly(CLUBS, meant);
  }

  @Test
  void resolveItAgainstThePlaceThatTheyHaveMovedTo() throws IOException {
    write("feeds.opml", include(CLUBS));
    hold(CLUBS, "https://new.example/a/b.opml", true, opml(include("c.opml")));
    assertThat(wanted()).containsExactly(CLUBS, "https://new.example/a/c.opml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "file:secret.opml",
        "FILE://localhost/etc/passwd",
        "jar:file:///a.jar!/b.opml",
        "ftp://lists.example/a.opml",
        "data:text/x-opml,",
        "C:\\feeds.opml"
      })
  void reachNoFiles(String url) throws IOException {
    write("secret.opml", feed("secret"));
    write("feeds.opml", include(CLUBS));
    hold(CLUBS, feed("b") + include(url));
    assertThat(titles()).containsExactly("b");
    assertThat(read().files()).isEmpty();
    assertThat(wanted()).containsExactly(CLUBS);
    assertThat(onlyWarning()).contains(CLUBS + ":2:", "only other lists on the web", url);
  }

  @Test
  void doNotLeadFromThePublicWebIntoAPrivateNetwork() throws IOException {
    var inside = "http://intranet.example/list.opml";
    write("feeds.opml", include(CLUBS));
    hold(CLUBS, feed("b") + include(inside));
    hold(inside, inside, false, opml(feed("secret")));
    assertThat(titles()).containsExactly("b");
    assertThat(onlyWarning()).contains(inside, "private network");
    assertThat(read().web()).contains(new WebInclude(URI.create(inside), true));
    write("feeds.opml", include(CLUBS) + include(inside));
    assertThat(titles()).containsExactly("b", "secret");
    assertThat(read().web()).contains(new WebInclude(URI.create(inside), false));
  }

  @Test
  void areTheUsersOwnWhereTheyLieInAPrivateNetwork() throws IOException {
    write("feeds.opml", include("http://intranet.example/list.opml"));
    hold(
        "http://intranet.example/list.opml",
        "http://intranet.example/list.opml",
        false,
        opml(feed("b") + include("more.opml")));
    assertThat(read().sources()).extracting(Source::byStranger).containsExactly(false);
    assertThat(read().web())
        .contains(new WebInclude(URI.create("http://intranet.example/more.opml"), false));
  }

  @Test
  void addNothingButTagsToWhatTheUserLists() throws IOException {
    write("feeds.opml", include(CLUBS) + include("later.opml"));
    write("later.opml", "<outline text='mine' xmlUrl='https://a.example/rss'/>");
    hold(
        CLUBS,
        """
        <outline text="Autre"><outline text="theirs" xmlUrl="https://a.example/rss"
          htmlUrl="https://evil.example/" seguia:paused="true"/></outline>
        """);
    assertThat(read().sources())
        .singleElement()
        .satisfies(source -> {
          assertThat(source.title()).isEqualTo("mine");
          assertThat(source.htmlUrl()).isEmpty();
          assertThat(source.settings()).isEqualTo(Source.Settings.defaults());
          assertThat(source.byStranger()).isFalse();
          assertThat(tags(source)).containsExactly("autre", "x");
        });
  }

  @Test
  void giveASourceTheTagsOfAllWhoNameIt() throws IOException {
    var other = "https://lists.example/other.opml";
    write("feeds.opml", include(CLUBS) + include(other));
    hold(CLUBS, "<outline text='Un'>" + feed("b") + "</outline>");
    hold(other, "<outline text='Deux'>" + feed("b") + "</outline>");
    assertThat(read().sources())
        .singleElement()
        .satisfies(source -> assertThat(tags(source)).containsExactly("deux", "un", "x"));
  }

  @Test
  void areReadThreeDeepWhereverTheyLie() throws IOException {
    write("feeds.opml", include("1.opml"));
    write("1.opml", include("https://lists.example/2.opml"));
    for (var depth = 2; depth <= 4; depth++)
      hold(
          "https://lists.example/%d.opml".formatted(depth),
          feed("s" + depth) + include("%d.opml".formatted(depth + 1)));
    assertThat(titles()).containsExactly("s2", "s3");
    assertThat(onlyWarning()).contains("https://lists.example/3.opml:2:", "3 deep", "4.opml");
  }

  @Test
  void endWhereTheyGoInACircle() throws IOException {
    write("feeds.opml", include(CLUBS));
    hold(CLUBS, feed("b") + include("back.opml"));
    hold("https://lists.example/sport/back.opml", feed("c") + include("clubs.opml"));
    assertThat(titles()).containsExactly("b", "c");
    assertThat(onlyWarning()).contains("includes itself");
  }

  @Test
  void doNotKeepTheUsersListFromBeingReadWhereTheyHaveFaults() throws IOException {
    write("feeds.opml", feed("a") + include(CLUBS));
    hold(
        CLUBS,
        feed("b")
            + IntStream.range(0, 20)
                .mapToObj("\n<outline text='%d' type='rss' xmlUrl='nowhere'/>"::formatted)
                .collect(Collectors.joining()));
    assertThat(titles()).containsExactly("a", "b");
    assertThat(read().errors()).isEmpty();
    assertThat(read().warnings()).hasSize(6);
    assertThat(read().warnings().getFirst().file()).isEqualTo(CLUBS);
    assertThat(read().warnings().getFirst().line()).isEqualTo(3);
    assertThat(read().warnings().getLast().what()).isEqualTo("15 more faults");
    hold(CLUBS, CLUBS, true, "<html>not found</html>");
    assertThat(titles()).containsExactly("a");
    assertThat(onlyWarning()).contains("not an OPML document");
  }

  @Test
  void bringSoManySourcesAndNoMore() throws IOException {
    write("feeds.opml", include(CLUBS));
    hold(
        CLUBS,
        IntStream.range(0, 5_003).mapToObj(n -> feed("s" + n)).collect(Collectors.joining("\n")));
    assertThat(read().sources()).hasSize(5_000);
    assertThat(onlyWarning()).contains("5000 sources in all", "3 more");
    hold(
        CLUBS,
        IntStream.range(0, 3_000).mapToObj(n -> feed("s" + n)).collect(Collectors.joining()));
    var other = "https://lists.example/other.opml";
    hold(
        other,
        IntStream.range(1_000, 9_000).mapToObj(n -> feed("s" + n)).collect(Collectors.joining()));
    write("feeds.opml", feed("mine") + include(CLUBS) + include(other));
    assertThat(read().sources()).as("all lists together").hasSize(5_001);
    assertThat(onlyWarning()).contains(other, "4000 more");
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///a", "clubs.opml", "%d.opml"})
  void fillNoLog(String url) throws IOException {
    write("feeds.opml", include(CLUBS));
    hold(
        CLUBS,
        IntStream.range(0, 20_000)
            .mapToObj(n -> include(url.formatted(n)))
            .collect(Collectors.joining("\n")));
    assertThat(read().errors()).isEmpty();
    assertThat(read().warnings()).hasSizeLessThan(7);
    assertThat(read().web()).hasSizeLessThan(101);
  }

  @Test
  void endWhereTheyGoInACircleByANewName() throws IOException {
    write("feeds.opml", include(CLUBS));
    var moved = "https://new.example/list.opml";
    hold(CLUBS, moved, true, opml(feed("b") + include(moved)));
    assertThat(titles()).containsExactly("b");
    assertThat(wanted()).containsExactly(CLUBS);
    assertThat(onlyWarning()).contains("includes itself");
  }

  @Test
  void tellNoSecretOfTheirAddress() throws IOException {
    write("feeds.opml", include("https://lists.example/a.opml?token=abc"));
    assertThat(onlyWarning()).contains("token=***").doesNotContain("abc");
  }
}
