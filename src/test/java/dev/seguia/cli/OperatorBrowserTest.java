package dev.seguia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The forms in Chromium: what it says of them of its own accord (`Origin`, `Sec-Fetch-Site`,
/// cookies, under our content policy) is what we ask for. It reaches no server but ours.
@Timeout(120)
final class OperatorBrowserTest {
  private static final List<String> PLACES =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  @TempDir private Path folder;

  private static void browse(OperatorWorld world, Consumer<Page> visit) {
    var program = PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    Assumptions.assumeTrue(
        program.isPresent(), "skipped: no Chromium (Debian: apt-get install chromium)");
    var without =
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
    var options =
        new LaunchOptions()
            .setExecutablePath(program.orElseThrow())
            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking"));
    var site = "http://localhost:" + world.daemon.port() + "/";
    try (var playwright = Playwright.create(without);
        var chromium = playwright.chromium().launch(options);
        var page = chromium.newPage()) {
      page.route(url -> !url.startsWith(site), Route::abort);
      page.navigate(site + "sources");
      visit.accept(page);
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
