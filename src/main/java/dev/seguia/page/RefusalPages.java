package dev.seguia.page;

import dev.seguia.web.ContentPolicy;
import dev.seguia.web.Preferences;
import dev.seguia.web.Refusals;
import dev.seguia.web.Request;
import dev.seguia.web.Response;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Error pages in the visitor's language; programs get plain English text.
final class RefusalPages implements Refusals {
  /// Of other statuses a page says no more than that it did not work.
  private static final Set<Integer> KNOWN = Set.of(400, 403, 404, 405, 429, 500, 503);

  /// Of these the reason is all that there is to say.
  private static final Set<Integer> SAID = Set.of(403, 404, 429, 500);

  private final PageRenderer pages;
  private final Frame frame;
  private final Messages english;

  RefusalPages(PageRenderer pages) {
    this.pages = pages;
    // whatever was asked for may lie at any depth
    frame = pages.frame().at(pages.baseUrl().path() + "/");
    english = new Messages(Locale.ENGLISH, pages.settings().zone());
  }

  /// The error page for an entry, a tag or a source that does not exist.
  ///
  /// @param what a key of the messages below `refusal.`
  Response missing(Request request, String what) {
    return Preferences.wantPage(request)
        ? page(request, 404, what, Optional.empty())
        : Response.words(404, english.say("refusal." + what));
  }

  @Override
  public Optional<Response> page(Request request, Response refusal) {
    if (!Preferences.wantPage(request) || !isPlain(refusal)) return Optional.empty();
    var status = refusal.status();
    var detail = new String(refusal.body(), StandardCharsets.UTF_8).strip();
    var more = Optional.of(detail).filter(_ -> !SAID.contains(status));
    return Optional.of(inPlaceOf(refusal, page(request, status, known(status), more)));
  }

  private static boolean isPlain(Response refusal) {
    return refusal.headers().getOrDefault("Content-Type", "").startsWith("text/plain");
  }

  /// The headers of an error stay on its page, too: `Retry-After`, `Allow`.
  private static Response inPlaceOf(Response refusal, Response page) {
    var headers = new LinkedHashMap<>(refusal.headers());
    headers.putAll(page.headers());
    return new Response(page.status(), headers, page.body());
  }

  private static String known(int status) {
    return KNOWN.contains(status) ? Integer.toString(status) : "other";
  }

  private Response page(Request request, int status, String what, Optional<String> detail) {
    var words = pages.words(request);
    var title = words.say("refusal.title." + known(status));
    var page = new RefusalPage(words, frame, title, words.say("refusal." + what), detail);
    return pages
        .responseOnce(status, words, "refusal.jte", page, ContentPolicy.SEARCH)
        .with("Vary", "Accept, Accept-Language");
  }
}
