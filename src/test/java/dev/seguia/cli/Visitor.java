package dev.seguia.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// A browser, as far as forms want one: it keeps the cookie, and sends what stands in the forms of
/// the page that it shows.
final class Visitor implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI site;
  private final List<String> always;
  private String cookie = "";
  private String language = "en";
  private HttpResponse<String> shown;

  /// @param site as its address line has it
  /// @param always names and values of headers that go with every request, as a proxy adds them
  Visitor(URI site, String... always) {
    this.site = site;
    this.always = List.of(always);
    shown = open("/");
  }

  Visitor speaking(String other) {
    language = other;
    return this;
  }

  HttpResponse<String> open(String path) {
    shown = send(request(path).header("Sec-Fetch-Site", "none"));
    return shown;
  }

  /// Opens a page with other headers than a browser has where someone types an address.
  HttpResponse<String> openAs(String path, String accept, String site) {
    var request = request(path).setHeader("Accept", accept).header("Sec-Fetch-Site", site);
    return send(request);
  }

  Document page() {
    return Jsoup.parse(shown.body(), shown.uri().toString());
  }

  String text() {
    return page().text();
  }

  /// Whether the page has forms of the operator.
  boolean isAtTheDesk() {
    return !page().select("form[method=post]:has(input[name=key])").isEmpty();
  }

  /// What the form holds that leads to an address.
  Map<String, String> fields(String action) {
    var fields = new LinkedHashMap<String, String>();
    page()
        .expectFirst("form[action$=" + action + "]")
        .select("input")
        .forEach(input -> fields.put(input.attr("name"), input.attr("value")));
    return fields;
  }

  /// Presses the button of the form that leads to an address, and shows the page behind it.
  HttpResponse<String> press(String action) {
    var answer = submit(action, fields(action));
    if (answer.statusCode() == 303) open(header(answer, "Location"));
    return answer;
  }

  /// Sends a form of the page that is shown.
  HttpResponse<String> submit(String action, Map<String, String> fields) {
    return post("/" + action, fields, "Origin", site.toString(), "Sec-Fetch-Site", "same-origin");
  }

  /// Sends any form.
  HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
    var body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    var request = request(path).POST(BodyPublishers.ofString(body));
    request.header("Content-Type", "application/x-www-form-urlencoded");
    if (headers.length > 0) request.headers(headers);
    return send(request);
  }

  void forgetCookie() {
    cookie = "";
  }

  void useCookie(String value) {
    cookie = value;
  }

  String cookie() {
    return cookie;
  }

  private HttpRequest.Builder request(String path) {
    var headers = new ArrayList<>(List.of("Accept", "text/html,*/*", "Accept-Language", language));
    headers.addAll(always);
    if (!cookie.isEmpty()) headers.addAll(List.of("Cookie", cookie));
    return HttpRequest.newBuilder(site.resolve(path)).headers(headers.toArray(String[]::new));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      var answer = client.send(request.build(), BodyHandlers.ofString());
      answer.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.split(";", 2)[0]);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Override
  public void close() {
    client.close();
  }
}
