package dev.seguia.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.MessageHeaders;

/// Recognises interstitial pages, which a server sends instead of the requested document: bot
/// challenge (captcha), consent wall, login, suspended account, maintenance, parked domain, soft
/// 404. Nothing on such a page is taken as content, and its links are not followed.
///
/// A page is one of these only if it has little text: articles tell of captchas and suspensions
/// too.
final class Interstitial {
  /// Where the marks of a page stand; what follows is not looked at.
  private static final int LOOKED_AT = 128 << 10;

  private static final int SHORT = 3_000;
  private static final int VERY_SHORT = 700;

  private static final Pattern TITLE = pattern("<title[^>]*>(.{0,400}?)</title");
  private static final Pattern HEADING = pattern("<h[12][^>]*>(.{0,600}?)</h[12]");
  private static final Pattern SILENT =
      pattern("<(script|style|template|svg)\\b.*?</\\1\\s*>|<!--.*?-->");
  private static final Pattern MARKUP = pattern("<[^>]*>");
  private static final Pattern FIRST_TAG =
      pattern("(?:\u00ef\u00bb\u00bf)?(?:\\s|<\\?.*?\\?>|<!--.*?-->){0,20}(<[!a-z].{0,20})");
  private static final Pattern PAGE_TAG =
      pattern(
          "<(?:!doctype\\s+html|(?:html|head|body|title|div|script|meta|center|h1|p|style|link"
              + "|noscript|table|form|iframe|span|section|main|b|br|a|img)\\b)");
  private static final Pattern NUMERIC = Pattern.compile("&#(x[0-9a-fA-F]{1,6}|\\d{1,7});");

  /// The headers by which services tell programs that they were challenged.
  private static final List<String> CHALLENGE_HEADERS =
      List.of(
          "cf-mitigated",
          "x-amzn-waf-action",
          "x-vercel-mitigated",
          "sg-captcha",
          "x-datadome",
          "x-sucuri-block",
          "x-captcha");

  private static final String CHALLENGED = "the server wants to see a browser (challenge page)";

  private static final List<InterstitialKind> KINDS = InterstitialKind.all();

  private Interstitial() {}

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  /// The kind of interstitial page by the response headers; empty if they show none.
  static Optional<String> inHeaders(MessageHeaders response) {
    return CHALLENGE_HEADERS.stream()
            .flatMap(name -> Headers.first(response, name).stream())
            .anyMatch(value -> value.matches("(?i)\\s*(challenge|captcha|block|deny|denied|1).*"))
        ? Optional.of(CHALLENGED)
        : Optional.empty();
  }

  /// The kind of interstitial page by its content; empty if it seems to be a normal page.
  ///
  /// @param asked the requested address
  /// @param location where it was found, after redirects
  static Optional<String> of(URI asked, URI location, byte[] body) {
    if (!isHtml(body)) return Optional.empty();
    var html = new String(body, 0, Math.min(body.length, LOOKED_AT), StandardCharsets.UTF_8);
    var text = text(SILENT.matcher(html).replaceAll(" "));
    if (text.length() > SHORT) return Optional.empty();
    var titles = titles(html);
    var led = location.equals(asked) ? Optional.<URI>empty() : Optional.of(location);
    return KINDS.stream()
        .filter(kind ->
            kind.isOf(html, titles)
                || led.filter(kind::isAt).isPresent()
                || (text.length() <= VERY_SHORT && kind.isOfNotice(html, text)))
        .map(kind -> kind.words() + title(titles))
        .findFirst();
  }

  private static String title(List<String> titles) {
    return titles.stream()
        .findFirst()
        .map(title -> ": \"" + PlainWords.oneLine(title) + "\"")
        .orElse("");
  }

  private static List<String> titles(String html) {
    var found = new ArrayList<String>();
    for (var pattern : List.of(TITLE, HEADING)) {
      var matcher = pattern.matcher(html);
      while (matcher.find() && found.size() < 5) {
        var words = text(String.valueOf(matcher.group(1)));
        if (!words.isEmpty()) found.add(words);
      }
    }
    return found;
  }

  private static String text(String html) {
    var plain = MARKUP.matcher(html).replaceAll(" ");
    return NUMERIC
        .matcher(plain)
        .replaceAll(" ")
        .replace("&nbsp;", " ")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
        .replace('’', '\'')
        .replaceAll("\\s{1,1000}", " ")
        .strip();
  }

  /// Markup that begins as that of pages does, or the few words of a program that sends no markup.
  static boolean isHtml(byte[] body) {
    var start = new String(body, 0, Math.min(body.length, 4_000), StandardCharsets.ISO_8859_1);
    if (start.indexOf('\0') >= 0) return false;
    var first = FIRST_TAG.matcher(start);
    return first.lookingAt()
        ? PAGE_TAG.matcher(String.valueOf(first.group(1))).lookingAt()
        : body.length < VERY_SHORT && !ByteShape.isDocument(body);
  }
}
