package dev.seguia.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.rendering.Shown.Snippet;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Attacks go the whole way of an entry, from a source's feed to a reader's page in a browser.
final class RenderingTest {
  /// Frames in which a known player is shown, boxed.
  private static final String PLAYER =
      "document https://(www\\.youtube(-nocookie)?\\.com/embed/|player\\.vimeo\\.com/video/).*";

  private static final int FEEDS = 4;
  private static final int ENTRY_PAGES = 60;

  /// In percent: attacks that are the URL of one page are one entry.
  private static final int MOST = 95;

  private final Browser browser = Browser.start();

  @AfterEach
  void close() {
    browser.close();
  }

  @Test
  void runsNoScriptOfOurOwnList() throws Exception {
    assertHarmless(Attacks.own());
  }

  @Test
  void runsNoScriptThatGotThroughAnyoneElse() throws Exception {
    assertHarmless(Attacks.known());
  }

  private void assertHarmless(List<Attack> attacks) throws Exception {
    try (var world = new AttackWorld(attacks)) {
      var shown = world.shown();
      assertThat(shown.entries()).hasSizeGreaterThan(MOST * FEEDS * attacks.size() / 100);
      assertThat(browser.show(shown.snippets())).isEmpty();
      assertThat(world.pages()).allSatisfy(this::assertOpens);
      assertThat(world.entryPages(ENTRY_PAGES))
          .allSatisfy(page -> assertThat(browser.open(page)).contains("<article>"));
      assertThat(browser.ran()).isEmpty();
      assertThat(browser.asked()).allMatch(request -> request.matches(PLAYER));
    }
  }

  private void assertOpens(URI page) {
    var text = browser.open(page);
    if (!page.getPath().contains(".")) assertThat(text).contains("<main id=\"main\">");
  }

  /// That the browser sees them is what gives the other tests their worth.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>var x</script>",
        "<img src=x onerror='var x'>",
        "<svg onload='var x'>",
        "<iframe src='javascript:1'></iframe>",
        "<iframe srcdoc='<script>var x</script>'></iframe>",
        "<script>alert(1)</script>",
        "<script>throw 1</script>",
      })
  void theBrowserSeesAScript(String html) {
    browser.show(List.of(new Snippet("raw", html, false, List.of())));
    assertThat(browser.ran()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<link rel=stylesheet href=https://evil.example/x>",
        "<style>@import 'https://evil.example/x';</style>",
        "<iframe src=https://evil.example/></iframe>",
        "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
      })
  void theBrowserSeesARequest(String html) {
    browser.awaitRequest(new Snippet("raw", html, false, List.of()));
    assertThat(browser.asked()).isNotEmpty();
  }
}
