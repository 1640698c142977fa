package dev.seguia.fetch;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.testing.Corpus;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RobotsFileTest {
  private static final String AGENT = "Seguia/1.0 (+http://localhost:8360)";

  private static RobotsFile read(byte[] body, String agent) {
    return RobotsFile.read(URI.create("http://h.example/robots.txt"), body, agent);
  }

  private static RobotsFile read(String text) {
    return read(text.getBytes(UTF_8), AGENT);
  }

  private static boolean allows(RobotsFile file, String path) {
    return file.allows(URI.create("http://h.example" + path));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "'User-agent: *\nDisallow: /a', /a/b, false",
    "'User-agent: *\nDisallow: /a', /b, true",
    "'User-agent: *\nDisallow:', /a, true",
    "'Disallow: /', /a, true",
    "'User-agent: *\nDisallow: /\nUser-agent: seguia\nDisallow: /x', /a, true",
    "'User-agent: SEGUIA\nDisallow: /\nUser-agent: *\nDisallow:', /a, false",
    "'User-agent: Seguia/2.1\nDisallow: /', /a, false",
    "'User-agent: seguiabot\nDisallow: /', /a, true",
    "'User-agent: other\nUser-agent: seguia\nDisallow: /', /a, false",
    "'User-agent: seguia\nDisallow: /a\nUser-agent: o\nDisallow: /\nUser-agent: seguia\nDisallow: /b', /b, false",
    "'User-agent: *\nDisallow: /\nAllow: /a', /a/b, true",
    "'User-agent: *\nAllow: /a\nDisallow: /a', /a, true",
    "'User-agent: *\nDisallow: /*.gif$', /a.gif, false",
    "'User-agent: *\nDisallow: /*.gif$', /a.gif?b, true",
    "'User-agent: *\nDisallow: /a?b', /a?b=c, false",
    "'User-agent: *\nDisallow: /%7Eme', /~me/a, false",
    "'User-agent: *\nDisallow: /é', /%C3%A9, false",
    "'User-agent: *\nDisallow: /', /robots.txt, true",
    "'User-agent: * # all\r\nDisallow : /a # this\r\n', /a, false",
    "'<html><body>Not here</body></html>', /a, true",
    "'<pre>User-agent: *<br>\nDisallow: /a</pre>', /a, false",
    "'', /a, true"
  })
  void allowsWhatTheStandardSays(String text, String path, boolean allowed) {
    assertThat(allows(read(text), path)).isEqualTo(allowed);
  }

  @ParameterizedTest(name = "a delay of {0}: {1}")
  @CsvSource({
    "1, PT1S",
    "0.5, PT0.5S",
    "0, PT0S",
    "-3, PT0S",
    "3600, PT1M",
    "9e99, PT0S",
    "9999999999.9, PT1M",
    "soon, PT0S"
  })
  void waitsAsLongAsItAsksButAMinuteAtMost(String delay, Duration pause) {
    var file = read("User-agent: *\nCrawl-delay: " + delay + "\nDisallow: /a");
    assertThat(file.pause()).isEqualTo(pause);
    assertThat(allows(file, "/b")).isTrue();
  }

  @Test
  void takesTheDelayOfOthersForOthers() {
    assertThat(read("User-agent: *\nCrawl-delay: 9\nUser-agent: seguia\nDisallow: /a").pause())
        .isZero();
  }

  @Test
  void readsOnlyWholeRulesWithinTheFirst500KiB() {
    var filling = "# filling\n".repeat(RobotsFile.MOST_BYTES / 10 - 2);
    var file =
        read("User-agent: *\nDisallow: /a\n" + filling + "\nDisallow: /private/only\nDisallow: /b");
    assertThat(allows(file, "/a")).isFalse();
    assertThat(allows(file, "/p")).isTrue();
    assertThat(allows(file, "/b")).isTrue();
  }

  @Test
  void goesByTheRulesForAllWhereTheUserAgentHasNoName() {
    var text = "User-agent: *\nDisallow: /a".getBytes(UTF_8);
    assertThat(allows(read(text, "3.0 (reader)"), "/a")).isFalse();
  }

  @Test
  void readsUtf16() {
    var text = "\uFEFFUser-agent: *\nDisallow: /a".getBytes(UTF_16LE);
    assertThat(allows(read(text, AGENT), "/a")).isFalse();
  }

  @Test
  void namesEachSitemapOnceAndOnlyThoseThatAreFetched() {
    var file =
        read(
            """
            Sitemap: http://h.example/a.xml
            User-agent: other
            Disallow: /
            sitemap: /b.xml
            Sitemap: http://h.example/a.xml
            Sitemap: file:///etc/passwd
            Sitemap: http://me:secret@h.example/c.xml
            """);
    assertThat(file.sitemaps())
        .containsExactly(
            URI.create("http://h.example/a.xml"), URI.create("http://h.example/b.xml"));
  }

  @Test
  @Timeout(30)
  void isSoonDoneWithHostileFiles() {
    var most = RobotsFile.MOST_BYTES;
    for (var text :
        List.of(
            "<html>User-agent: " + "<".repeat(most),
            "<html>User-agent:\n" + ("<".repeat(3_000) + "\n").repeat(most / 3_001),
            "User-agent: *\nDisallow: /" + "*a".repeat(most / 2),
            "User-agent: *\n" + ("Disallow: /" + "*a".repeat(1_900) + "b$\n").repeat(120),
            "User-agent: *\n" + "Disallow: /*b\n".repeat(most / 14),
            "User-agent:" + " ".repeat(most),
            ":\n".repeat(most / 2))) {
      var file = read(text);
      assertThat(allows(file, "/" + "a".repeat(4_000))).isTrue();
    }
  }

  @Property(seed = "20251114", tries = 300)
  void readsWhateverCame(@ForAll byte[] body) {
    read(body, AGENT).sitemaps();
  }

  @ParameterizedTest(name = "{0}: {2} for {1} is allowed: {3}")
  @CsvSource({
    "rfc9309-example-longest-match-robots.txt, foobot, /example/page/a.gif, true",
    "rfc9309-example-longest-match-robots.txt, foobot, /example/page/disallowed.gif, false",
    "precedence-of-rules.txt, testy, /foo/bar, true",
    "precedence-of-rules.txt, testy, /foo/baz, false",
    "precedence-of-rules.txt, testy, /foo, false",
    "precedence-of-rules.txt, wget, /a, false",
    "precedence-of-rules.txt, wget, /foo, true",
    "wildcards.txt, Seguia, /gp/registry/wishlist/x/reserve, false",
    "wildcards.txt, Seguia, /wishlist/universal/a, true",
    "wildcards.txt, Seguia, /wishlist/other, false",
    "wildcards.txt, Seguia, /dp/a/gcrnsts, false",
    "wildcards.txt, Seguia, /rss/people/a/reviews, true",
    "wildcards.txt, Googlebot, /rss/people/a/reviews, false",
    "wildcards.txt, EtaoSpider, /, false",
    "extensions-group-merging.txt, mybot, /private/, false",
    "extensions-group-merging.txt, mybot, /login/, false",
    "extensions-group-merging.txt, yourbot, /login/, false",
    "extensions-group-merging.txt, Seguia, /a, false",
    "extensions-group-merging.txt, Seguia, /llms.txt, true",
    "twitter.com-robots.txt, Seguia, /a?b, false",
    "twitter.com-robots.txt, Seguia, /a, true",
    "www.flot.com-robots.txt, Seguia, /admin/a, false"
  })
  void readsRealFiles(String name, String agent, String path, boolean allowed) throws IOException {
    var file = read(Files.readAllBytes(Corpus.path("robots-urls/robots/" + name)), agent);
    assertThat(allows(file, path)).isEqualTo(allowed);
  }

  @ParameterizedTest(name = "{0}: {1}, {2} sitemaps")
  @CsvSource({
    "astore.amazon.com-robots.txt, PT5S, 0",
    "dos-line-endings.txt, PT1S, 0",
    "sitemap-robots.txt, PT0S, 3",
    "sitemap-robots-dedup.txt, PT0S, 1",
    "wildcards.txt, PT0S, 8",
    "www.flot.com-robots.txt, PT0S, 1"
  })
  void readsDelaysAndSitemapsOfRealFiles(String name, Duration pause, int sitemaps)
      throws IOException {
    var file = read(Files.readAllBytes(Corpus.path("robots-urls/robots/" + name)), AGENT);
    assertThat(file.pause()).isEqualTo(pause);
    assertThat(file.sitemaps()).hasSize(sitemaps);
  }
}
