package dev.seguia.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.ColorScheme;
import dev.seguia.config.ConfigFile;
import dev.seguia.daemon.Daemon;
import dev.seguia.daemon.FreePort;
import dev.seguia.rendering.PageBrowser;
import dev.seguia.rendering.PageBrowser.Visit;
import dev.seguia.rendering.PageBrowser.Visitor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pictures of the README and the docs, taken of the demonstration: `-Dscreenshots.update=true`
/// puts new ones into docs/images.
final class DemoScreenshotsTest {
  private static final Path TAKEN = Path.of("target", "screenshots");
  private static final Path DOCS = Path.of("docs", "images");
  private static final boolean UPDATE = Boolean.getBoolean("screenshots.update");
  private static final int LEAST_BYTES = 10_000;

  @TempDir private Path data;

  @Test
  void showTheDemonstration() throws IOException {
    var settings = new ArrayList<>(Demo.SETTINGS);
    settings.add("http.port=0");
    settings.add("polling.new-per-second=100");
    var config =
        FreePort.in(
            SetupFaults.config(ConfigFile.read(ConfigFile.DEFAULT, Map.of(), settings))
                .orElseThrow());
    var demo = new Demo(Instant.now());
    Files.createDirectories(TAKEN);
    try (var daemon =
        new Daemon(config, demo.sources(config), data, demo.routes(), InstantSource.system())) {
      daemon.start();
      try (var browser = PageBrowser.start(URI.create("http://127.0.0.1:" + daemon.port()))) {
        take(browser);
      }
    }
  }

  private static void take(PageBrowser browser) throws IOException {
    var french = Visitor.of("fr").withWidth(800);
    try (var visit = browser.visit(french)) {
      await().atMost(Duration.ofSeconds(30)).until(() -> hasAll(visit));
      shoot(visit, "/", "start");
      visit.open("/");
      visit
          .page()
          .locator(
              ".stories a", new com.microsoft.playwright.Page.LocatorOptions().setHasText("Ziz"))
          .first()
          .click();
      shoot(visit, URI.create(visit.page().url()).getPath(), "article");
      shoot(visit, "/sources", "sources");
    }
    try (var visit = browser.visit(french.withColours(ColorScheme.DARK))) {
      shoot(visit, "/tags/eau", "tag-dark");
    }
    try (var visit = browser.visit(Visitor.of("ar").withWidth(390))) {
      shoot(visit, "/", "start-arabic-phone");
    }
  }

  /// Once all sources were read, related and indexed.
  private static boolean hasAll(Visit visit) {
    visit.open("/");
    var text = visit.page().content();
    return text.contains("khettara") && text.contains("id=\"tags\"");
  }

  private static void shoot(Visit visit, String path, String name) throws IOException {
    assertThat(visit.open(path)).as(path).isEqualTo(200);
    var file = TAKEN.resolve(name + ".png");
    visit.shootScreen(file);
    assertThat(Files.size(file)).as(name).isGreaterThan(LEAST_BYTES);
    if (UPDATE) {
      Files.createDirectories(DOCS);
      Files.copy(
          file, DOCS.resolve(name + ".png"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
