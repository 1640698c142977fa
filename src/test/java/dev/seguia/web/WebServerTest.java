package dev.seguia.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seguia.config.Config;
import dev.seguia.config.HttpSettings;
import dev.seguia.page.PageRoutes;
import dev.seguia.publish.Publisher;
import dev.seguia.store.StoreWorld;
import dev.seguia.testing.TestSettings;
import dev.seguia.url.BaseUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WebServerTest {
  private final AtomicBoolean ready = new AtomicBoolean();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final StoreWorld world = new StoreWorld();
  private final HttpClient client = HttpClient.newHttpClient();
  private WebServer server = serving("https://seguia.example");

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
    world.close();
  }

  @Test
  void isAliveBeforeItIsReady() {
    assertThat(get("/healthz").statusCode()).isEqualTo(200);
    assertThat(get("/readyz").statusCode()).isEqualTo(503);
    ready.set(true);
    assertThat(get("/readyz").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "/feeds/all.atom, application/atom+xml; charset=utf-8",
    "/feeds/all.rss, application/rss+xml; charset=utf-8",
    "/feeds/all.json, application/feed+json; charset=utf-8",
    "/feeds.opml, text/x-opml; charset=utf-8",
    "/sources.opml, text/x-opml; charset=utf-8",
    "/, text/html; charset=utf-8",
    "/style.css, text/css; charset=utf-8",
    "/icon.png, image/png"
  })
  void servesDocumentsWithTheirTypeValidatorsAndLimits(String path, String type) {
    var response = get(path);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(header(response, "content-type")).isEqualTo(type);
    assertThat(header(response, "etag")).matches("\"[0-9a-f]{32}\"");
    assertThat(header(response, "cache-control")).contains("max-age=");
    assertThat(header(response, "vary")).contains("Accept-Encoding");
    assertThat(header(response, "x-content-type-options")).isEqualTo("nosniff");
    assertThat(header(response, "content-security-policy")).contains("frame-ancestors 'none'");
    assertThat(response.headers().firstValue("server")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/feeds/POLITIQUE+maroc.atom, /feeds/maroc+politique.atom",
    "'/feeds/maroc,algerie,maroc.rss', '/feeds/algerie,maroc.rss'",
    "/feeds/Sant%C3%A9.json?limit=7&utm_source=y, /feeds/sante.json?limit=7",
    "/feeds/all.ATOM, /feeds/all.atom",
    "/feeds/Maroc.rss?limit=7&stories=1, /feeds/maroc.rss?stories=1&limit=7",
    "'/feeds/%D8%A7%D9%84%D9%85%D8%BA%D8%B1%D8%A8,%D8%A7%D9%84%D9%85%D8%BA%D8%B1%D8%A8.atom',"
        + " /feeds/%D8%A7%D9%84%D9%85%D8%BA%D8%B1%D8%A8.atom",
    "/feeds/b%20a.atom, /feeds/b-a.atom"
  })
  void sendsOtherSpellingsToTheCanonicalOne(String path, String location) {
    var response = get(path);
    assertThat(response.statusCode()).isEqualTo(301);
    assertThat(header(response, "location")).isEqualTo(location);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "ten", "", "1.5", "99999999999999"})
  void refusesALimitThatIsNone(String limit) {
    var response = raw("GET /feeds/all.atom?limit=" + limit + " HTTP/1.1\r\nHost: x\r\n");
    assertThat(response).startsWith("HTTP/1.1 400 ").contains("limit must be a whole number");
  }

  @Test
  void readsPathsThatAreNotPercentEncoded() {
    assertThat(raw("GET /feeds/المغرب,sport.json HTTP/1.1\r\nHost: x\r\n"))
        .startsWith("HTTP/1.1 301 ")
        .contains("Location: /feeds/sport,%D8%A7%D9%84%D9%85%D8%BA%D8%B1%D8%A8.json");
  }

  @Test
  void boundsTheLimit() {
    assertThat(get("/feeds/all.json?limit=5000").body())
        .contains("\"feed_url\":\"https://seguia.example/feeds/all.json?limit=1000\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/feeds/nosuch.atom",
        "/feeds/all",
        "/feeds/all.xml",
        "/feeds/.atom",
        "/feeds/a++b.atom",
        "/feeds/",
        "/sources/nosuch.atom",
        "/nothing",
        "/feeds/a/b.atom"
      })
  void saysInWordsWhatItDoesNotHave(String path) {
    var response = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\n");
    assertThat(response)
        .startsWith("HTTP/1.1 404 ")
        .containsIgnoringCase("content-type: text/plain")
        .containsIgnoringCase("content-security-policy: default-src 'none'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"})
  void takesNoOtherMethods(String method) {
    var response = raw(method + " /feeds/all.atom HTTP/1.1\r\nHost: x\r\n");
    assertThat(response).startsWith("HTTP/1.1 405 ").contains("Allow: GET, HEAD");
  }

  @Test
  void takesNoBodies() {
    var request = HttpRequest.newBuilder(url("/feeds/all.atom"));
    assertThat(send(request.method("GET", BodyPublishers.ofString("x"))).statusCode())
        .isEqualTo(413);
    assertThat(send(request.method("POST", BodyPublishers.ofString("x"))).statusCode())
        .isEqualTo(405);
  }

  @Test
  void answersHeadWithTheHeadersOfGetAndNoBody() {
    var get = get("/feeds/all.atom");
    var head = send(HttpRequest.newBuilder(url("/feeds/all.atom")).HEAD());
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    for (var name : List.of("etag", "content-length", "content-type", "last-modified"))
      assertThat(header(head, name)).isEqualTo(header(get, name));
  }

  @Test
  void compressesForThoseWhoWantIt() throws IOException {
    var plain = get("/feeds/all.atom");
    var gzip = raw(get("/feeds/all.atom", "Accept-Encoding", "gzip, br"));
    assertThat(header(gzip, "content-encoding")).isEqualTo("gzip");
    assertThat(header(gzip, "etag")).isNotEqualTo(header(plain, "etag"));
    assertThat(header(gzip, "content-length")).isEqualTo("" + gzip.body().length);
    assertThat(unzipped(gzip.body())).isEqualTo(plain.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip;q=0", "identity", "br", "*;q=0", "gzip;q=0.4, identity;q=0.5"})
  void doesNotCompressForOthers(String accepted) {
    var response = send(get("/feeds/all.atom", "Accept-Encoding", accepted));
    assertThat(response.headers().firstValue("content-encoding")).isEmpty();
  }

  @Test
  void saysNotModifiedToThoseWhoHaveIt() {
    var plain = header(get("/feeds/all.atom"), "etag");
    var gzip = header(raw(get("/feeds/all.atom", "Accept-Encoding", "gzip")), "etag");
    for (var etags : List.of(plain, gzip, "W/" + plain, "\"x\", " + plain, "*"))
      assertThat(send(get("/feeds/all.atom", "If-None-Match", etags)).statusCode()).isEqualTo(304);
    assertThat(send(get("/feeds/all.atom", "If-None-Match", "\"x\"")).statusCode()).isEqualTo(200);
  }

  @Test
  void notModifiedCarriesTheValidatorsAndNoBody() {
    var etag = header(get("/feeds/all.atom"), "etag");
    var response = send(get("/feeds/all.atom", "If-None-Match", etag));
    assertThat(header(response, "etag")).isEqualTo(etag);
    assertThat(header(response, "vary")).isEqualTo("Accept-Encoding");
    assertThat(header(response, "cache-control")).contains("max-age=");
    assertThat(response.body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'Sun, 06 Nov 2044 08:49:37 GMT', 304",
    "'Sunday, 06-Nov-44 08:49:37 GMT', 304",
    "Sun Nov  6 08:49:37 2044, 304",
    "'Sun, 06 Nov 1904 08:49:37 GMT', 200",
    "yesterday, 200"
  })
  void comparesTheDateOfTheLastChange(String since, int status) {
    assertThat(send(get("/feeds/all.atom", "If-Modified-Since", since)).statusCode())
        .isEqualTo(status);
  }

  @Test
  void theEtagWinsOverTheDate() {
    var request = get("/feeds/all.atom", "If-None-Match", "\"x\"");
    request.header("If-Modified-Since", "Sun, 06 Nov 2044 08:49:37 GMT");
    assertThat(send(request).statusCode()).isEqualTo(200);
  }

  @Test
  void neverBuildsAnAddressFromTheHostHeader() {
    var feed = raw("GET /feeds/all.atom HTTP/1.1\r\nHost: evil.example\r\n");
    assertThat(feed).contains("href=\"https://seguia.example/feeds/all.atom\"");
    assertThat(feed).doesNotContain("evil.example");
    assertThat(raw("GET /feeds/ALL.atom HTTP/1.1\r\nHost: evil.example\r\n"))
        .contains("Location: /feeds/all.atom")
        .doesNotContain("evil.example");
  }

  @ParameterizedTest
  @CsvSource({
    "fr, fr, ltr",
    "ar-MA, ar, rtl",
    "'en;q=0.5, ar;q=0.4', en, ltr",
    "de, fr, ltr",
    ";;;, fr, ltr"
  })
  void speaksTheLanguageOfTheVisitor(String accepted, String language, String direction) {
    var page = send(get("/", "Accept-Language", accepted));
    assertThat(page.body())
        .contains("<html lang=\"" + language + "\" dir=\"" + direction + "\">")
        .contains("<link rel=\"alternate\" type=\"application/atom+xml\"")
        .contains("href=\"feeds/all.json\"");
    assertThat(header(page, "vary")).contains("Accept-Language");
  }

  @Test
  void answersBelowThePathOfAProxyAndWithoutIt() {
    server.close();
    server = serving("https://example.org/news/");
    server.start();
    assertThat(get("/news/feeds/all.atom").statusCode()).isEqualTo(200);
    assertThat(get("/feeds/all.atom").body()).contains("https://example.org/news/feeds/all.atom");
    assertThat(header(get("/feeds/ALL.atom"), "location")).isEqualTo("/news/feeds/all.atom");
  }

  @Test
  void takesMoreRoutesAndTheirVariables() {
    var answer = send(HttpRequest.newBuilder(url("/echo/a%20b")).POST(BodyPublishers.noBody()));
    assertThat(answer.body()).isEqualTo("a%20b\n");
    assertThat(header(get("/echo/x"), "allow")).isEqualTo("POST");
  }

  @Test
  void saysSoWhenAHandlerBreaks() {
    var answer = get("/broken");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).isEqualTo("Internal error; details are in the log.\n");
    assertThat(header(answer, "content-security-policy")).startsWith("default-src 'none';");
    assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
  }

  @ParameterizedTest
  @CsvSource({
    "GET /%zz HTTP/1.1, 400",
    "GET / HTTP/9, 505",
    "GET /%00 HTTP/1.1, 400",
    "GET //x HTTP/1.1, 400"
  })
  void refusesBrokenRequestsInWords(String line, int status) {
    assertThat(raw(line + "\r\nHost: x\r\n"))
        .startsWith("HTTP/1.1 " + status)
        .contains("X-Content-Type-Options: nosniff");
  }

  @Test
  void refusesEndlessHeaders() {
    var header = "X: " + "x".repeat(20_000) + "\r\n";
    assertThat(raw("GET / HTTP/1.1\r\nHost: x\r\n" + header)).startsWith("HTTP/1.1 431 ");
  }

  @Test
  void finishesTheRequestsInFlightWhenItStops() throws Exception {
    var answer =
        client.sendAsync(HttpRequest.newBuilder(url("/slow")).build(), BodyHandlers.ofString());
    begun.await();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var closing = threads.submit(server::close);
      released.countDown();
      assertThat(answer.get().body()).isEqualTo("done\n");
      closing.get();
    }
  }

  @Test
  void saysWhichPortIsTaken() {
    var settings = TestSettings.http(BaseUrl.of("http://localhost")).withPort(server.port());
    try (var second = serving(settings)) {
      assertThatThrownBy(second::start)
          .hasMessageContaining("cannot listen at 127.0.0.1 port " + server.port());
    }
  }

  private WebServer serving(String baseUrl) {
    return serving(TestSettings.http(BaseUrl.of(baseUrl)));
  }

  private WebServer serving(HttpSettings settings) {
    var publisher = new Publisher(world.entries, Config.defaults().feeds(), settings.baseUrl());
    var pages =
        new PageRoutes(
            TestSettings.pages(),
            Locale.FRENCH,
            publisher,
            world.entries,
            world.sources,
            Findings.none());
    var routes = new ArrayList<>(pages.routes());
    routes.add(new Route("POST", "/echo/{word}", request -> words(request.variable("word"))));
    routes.add(Route.get("/slow", request -> slow()));
    routes.add(Route.get("/broken", request -> words(List.of("a").get(1))));
    return new WebServer(settings, publisher, Findings.none(), ready::get, routes);
  }

  private static Response words(String words) {
    return Response.words(200, words);
  }

  private Response slow() {
    try {
      begun.countDown();
      released.await();
      return words("done");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  private HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(url(path)));
  }

  private HttpRequest.Builder get(String path, String header, String value) {
    return HttpRequest.newBuilder(url(path)).header(header, value);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, BodyHandlers.ofString());
  }

  private HttpResponse<byte[]> raw(HttpRequest.Builder request) {
    return send(request, BodyHandlers.ofByteArray());
  }

  private <T> HttpResponse<T> send(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
    try {
      return client.send(request.build(), handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What comes back for a request that no proper client would send.
  private String raw(String head) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      var request = head + "Connection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static String unzipped(byte[] gzipped) throws IOException {
    try (var gzip = new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(gzipped))) {
      return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
