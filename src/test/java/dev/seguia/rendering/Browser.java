package dev.seguia.rendering;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import dev.seguia.rendering.Shown.Snippet;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;

/// Chromium, which tells what it ran and what it asked for. It reaches no network but our server.
final class Browser implements AutoCloseable {
  private static final List<String> PLACES =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  /// It asks for nothing on its own account.
  static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--autoplay-policy=no-user-gesture-required");

  private static final String READER = "https://reader.example/";
  private static final Set<String> HARMLESS = Set.of("image", "media");
  private static final int AT_ONCE = 100;

  /// Nothing is stopped by it, so that what would run does run; but every script is reported.
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Type",
          "text/html; charset=utf-8",
          "Content-Security-Policy-Report-Only",
          "script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'");

  private static final String REPORT =
      "addEventListener('securitypolicyviolation', event =>"
          + " console.log('violation ' + event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample), true)";

  /// Shows each snippet in a document of its own, and looks at the tree that came of it.
  private static final String SHOW =
      """
      async snippets => {
        const forbidden = 'script,style,link,meta[http-equiv],base,object,embed,applet,form,input,svg,math,template,frame';
        const urls = ['href', 'src', 'poster', 'cite', 'action', 'formaction', 'data', 'background', 'longdesc'];
        const complaints = [];
        const look = (snippet, body, say) => {
          if (snippet.text && body.querySelector('*')) say('an element in a text');
          if (body.querySelector(forbidden)) say('a forbidden element');
          for (const element of body.querySelectorAll('*')) {
            for (const attribute of element.attributes)
              if (/^on|^style$|^srcdoc$|^id$|^name$|^formaction$|^xlink/.test(attribute.name)) say(attribute.name);
            for (const name of urls)
              if (element.hasAttribute(name)
                  && !/^(https?|mailto):$/.test(new URL(element.getAttribute(name), 'https://reader.example/').protocol))
                say('the address ' + element.getAttribute(name));
            if (element.localName === 'iframe' && !element.sandbox.length) say('a frame without a box');
          }
          for (const kept of snippet.keeps) if (!body.innerHTML.includes(kept)) say('no ' + kept);
        };
        await Promise.all(snippets.map(snippet => new Promise(done => {
          const frame = document.createElement('iframe');
          const end = () => {
            const say = what => complaints.push(snippet.name + ' has ' + what + ': ' + snippet.html.slice(0, 300));
            try { look(snippet, frame.contentDocument.body, say); } catch (e) { say('left the page (' + e + ')'); }
            frame.remove();
            done();
          };
          frame.onload = () => setTimeout(end, 100);
          frame.srcdoc = '<!doctype html><body>' + snippet.html;
          document.body.append(frame);
        })));
        return complaints;
      }\
      """;

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final BrowserContext context;
  private final List<String> ran = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();

  private Browser(Path program) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium =
        playwright
            .chromium()
            .launch(new LaunchOptions().setExecutablePath(program).setArgs(ARGUMENTS));
    context = chromium.newContext(new NewContextOptions().setAcceptDownloads(false));
    context.addInitScript(REPORT);
    context.onConsoleMessage(message -> {
      if (message.text().startsWith("violation ")) ran.add(message.text());
    });
    context.onDialog(dialog -> {
      ran.add("dialog " + dialog.message());
      dialog.dismiss();
    });
    context.onWebError(error -> ran.add("script that breaks: " + error.error()));
    context.route("**/*", this::answer);
  }

  /// The browser of this machine; skips the calling test, with a message, where there is none.
  static Browser start() {
    return new Browser(program());
  }

  /// The program of this machine; skips the calling test, with a message, where there is none.
  static Path program() {
    var program = PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    Assumptions.assumeTrue(
        program.isPresent(), "skipped: no Chromium (Debian: apt-get install chromium)");
    return program.orElseThrow();
  }

  private void answer(Route route) {
    var request = route.request();
    if (request.url().equals(READER))
      route.fulfill(
          new FulfillOptions().setHeaders(HEADERS).setBody("<!doctype html><title>x</title>"));
    else {
      if (!HARMLESS.contains(request.resourceType()))
        asked.add(request.resourceType() + " " + request.url());
      route.abort();
    }
  }

  /// Shows what a reader shows.
  ///
  /// @return what is wrong with it
  List<String> show(List<Snippet> snippets) {
    var complaints = new ArrayList<String>();
    for (var from = 0; from < snippets.size(); from += AT_ONCE) {
      var some = snippets.subList(from, Math.min(from + AT_ONCE, snippets.size()));
      try (var page = context.newPage()) {
        page.navigate(READER);
        if (page.evaluate(SHOW, some.stream().map(Browser::argument).toList())
            instanceof List<?> said)
          said.forEach(complaint -> complaints.add(String.valueOf(complaint)));
      }
    }
    return complaints;
  }

  /// Shows a snippet until something was asked for.
  ///
  /// @throws com.microsoft.playwright.TimeoutError if nothing is, within half a minute
  void awaitRequest(Snippet snippet) {
    try (var page = context.newPage()) {
      page.navigate(READER);
      page.evaluate(SHOW, List.of(argument(snippet)));
      page.waitForCondition(() -> !asked.isEmpty());
    }
  }

  private static Map<String, Object> argument(Snippet snippet) {
    return Map.of(
        "name", snippet.name(),
        "html", snippet.html(),
        "text", snippet.text(),
        "keeps", snippet.keeps());
  }

  /// Opens a page of ours as a visitor does.
  ///
  /// @return its text, or nothing where the browser does not show it
  String open(URI address) {
    var own = address.resolve("/").toString();
    context.route(url -> url.startsWith(own), Route::resume);
    try (var page = context.newPage()) {
      // who says that it is for a person is led from a feed to its page
      if (address.getPath().contains(".")) page.setExtraHTTPHeaders(Map.of("Accept", "*/*"));
      page.navigate(address.toString());
      return page.content();
    } catch (PlaywrightException download) {
      return "";
    }
  }

  /// Scripts that ran, or would have.
  List<String> ran() {
    return List.copyOf(ran);
  }

  /// What was asked for beside images, sounds and films.
  List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    context.unrouteAll(); // as in PageBrowser
    context.close();
    chromium.close();
    playwright.close();
  }
}
