package dev.seguia.rendering;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Chromium as people have it: with their language, their colours and their screen.
public final class PageBrowser implements AutoCloseable {
  private static final String AXE = read("/axe.min.js");

  /// The rules of WCAG 2.2 on two levels, and what is held to be good besides.
  private static final String RUN_AXE =
      """
      async () => (await axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}))
        .violations.flatMap(rule => rule.nodes.map(node => rule.id + ': ' + node.html.slice(0, 200) + ' — ' + node.failureSummary))\
      """;

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final String home;

  private PageBrowser(Path program, String home) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium =
        playwright
            .chromium()
            .launch(new LaunchOptions().setExecutablePath(program).setArgs(Browser.ARGUMENTS));
    this.home = home;
  }

  /// The browser of this machine; skips the calling test, with a message, where there is none.
  ///
  /// @param home where the pages lie; nothing else is reached
  public static PageBrowser start(URI home) {
    return new PageBrowser(Browser.program(), home.toString());
  }

  private static String read(String name) {
    try (var file = PageBrowser.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What a visitor has.
  ///
  /// @param width of the screen, in CSS pixels
  public record Visitor(String language, ColorScheme colours, int width, boolean scripts) {
    public static Visitor of(String language) {
      return new Visitor(language, ColorScheme.LIGHT, 1280, true);
    }

    public Visitor withColours(ColorScheme other) {
      return new Visitor(language, other, width, scripts);
    }

    public Visitor withWidth(int other) {
      return new Visitor(language, colours, other, scripts);
    }

    public Visitor withoutScripts() {
      return new Visitor(language, colours, width, false);
    }
  }

  public Visit visit(Visitor visitor) {
    return new Visit(visitor);
  }

  /// One visitor's way through pages.
  public final class Visit implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> foreign = new ArrayList<>();
    private String opened = "";

    private Visit(Visitor visitor) {
      context =
          chromium.newContext(
              new NewContextOptions()
                  .setLocale(visitor.language())
                  .setColorScheme(visitor.colours())
                  .setJavaScriptEnabled(visitor.scripts())
                  .setViewportSize(visitor.width(), 900)
                  .setPermissions(List.of("clipboard-read", "clipboard-write")));
      context.route("**/*", this::answer);
      context.onConsoleMessage(message -> {
        var isFault = message.type().equals("error") || message.type().equals("warning");
        if (isFault && !isOfThePage(message)) complaints.add(message.text());
      });
      context.onWebError(error -> complaints.add(error.error()));
      page = context.newPage();
    }

    /// That the page that was opened is a refusal.
    private boolean isOfThePage(ConsoleMessage message) {
      return message.text().startsWith("Failed to load resource")
          && message.location().startsWith(opened + ":");
    }

    private void answer(Route route) {
      var request = route.request();
      if (request.url().startsWith(home)) {
        route.resume();
        return;
      }
      foreign.add(request.resourceType() + " " + request.url());
      route.fulfill(new Route.FulfillOptions().setStatus(200).setBody(""));
    }

    /// Opens a page.
    ///
    /// @return its status
    public int open(String path) {
      complaints.clear();
      foreign.clear();
      opened = home + path;
      return page.navigate(opened).status();
    }

    public Page page() {
      return page;
    }

    /// What the browser complained of, a failed page itself left out.
    public List<String> complaints() {
      return List.copyOf(complaints);
    }

    /// What was asked for elsewhere.
    public List<String> foreign() {
      return List.copyOf(foreign);
    }

    /// What keeps people with other senses, hands or screens from using the page.
    public List<String> barriers() {
      page.evaluate(AXE);
      return page.evaluate(RUN_AXE) instanceof List<?> found
          ? found.stream().map(String::valueOf).toList()
          : List.of();
    }

    /// By how many pixels the page is wider than the screen.
    public int overflow() {
      return ((Number)
              page.evaluate(
                  "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
          .intValue();
    }

    /// What is seen without scrolling.
    public void shootScreen(Path file) {
      page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    /// The whole page.
    public void shoot(Path file) {
      page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    /// What the page asks for meanwhile, Playwright would let us answer, and fail to.
    @Override
    public void close() {
      context.unrouteAll();
      context.close();
    }
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
