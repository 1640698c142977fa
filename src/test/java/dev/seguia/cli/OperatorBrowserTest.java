package dev.seguia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.seguia.rendering.PageBrowser;
import dev.seguia.rendering.PageBrowser.Visitor;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The forms in Chromium: what it says of them of its own accord (`Origin`, `Sec-Fetch-Site`,
/// cookies, under our content policy) is what we ask for. It reaches no server but ours.
@Timeout(120)
final class OperatorBrowserTest {
  @TempDir private Path folder;

  private static void browse(OperatorWorld world, Consumer<Page> visit) {
    var home = URI.create("http://localhost:" + world.daemon.port());
    try (var browser = PageBrowser.start(home);
        var visitor = browser.visit(Visitor.of("fr"))) {
      visitor.open("/sources");
      visit.accept(visitor.page());
      assertThat(visitor.foreign()).isEmpty();
    }
  }

  private static void press(Page page, String action) {
    page.locator("form[action$='" + action + "'] button").first().click();
    page.waitForLoadState();
  }

  @Test
  void workWithoutAToken() {
    try (var world = new OperatorWorld(folder)) {
      browse(
          world,
          page -> {
            page.locator("tbody th a").first().click();
            press(page, "admin/forms/pause");
            assertThat(page.content()).contains("class=\"notice\"", "standing paused");
            press(page, "admin/forms/resume");
            assertThat(page.content()).contains("class=\"notice\"", "standing active");
          });
    }
  }

  @Test
  void workWithAToken() {
    try (var world = OperatorWorld.withToken(folder)) {
      browse(
          world,
          page -> {
            page.locator("a[href=login]").click();
            page.locator("#token").fill("wrong");
            press(page, "login");
            assertThat(page.content()).contains("role=\"alert\"");
            page.locator("#token").fill(OperatorWorld.TOKEN);
            press(page, "login");
            press(page, "admin/forms/apply");
            assertThat(page.content()).contains("class=\"notice\"");
            press(page, "logout");
            assertThat(page.content()).doesNotContain("admin/forms");
          });
    }
  }
}
