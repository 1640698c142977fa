package dev.seguia.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Requests as only enemies write them: each gets one answer, which says nothing of theirs and
/// carries the headers of security, also where no handler of ours was asked.
final class HostileRequestTest {
  private static final String OWN_SCRIPT = "<script src=\"copy.js\" defer></script>";

  private static final ServerWorld WORLD = new ServerWorld(ClientLimits.defaults());

  @AfterAll
  static void stop() {
    WORLD.close();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource({"lines", "fields", "paths", "bodies", "names"})
  void getsOneAnswerWithTheHeadersOfSecurity(String name, int status, String request) {
    var answer = WORLD.exchange(request);
    var head = answer.split("\r\n\r\n", 2)[0];
    assertThat(head).startsWith("HTTP/1.1 " + status + " ");
    assertThat(answer.split("HTTP/1.1 ", -1)).hasSize(2);
    assertThat(head)
        .contains("X-Content-Type-Options: nosniff")
        .contains("Content-Security-Policy: default-src 'none';")
        .contains("frame-ancestors 'none'")
        .contains("Referrer-Policy: no-referrer")
        .contains("Content-Length: ")
        .doesNotContain("unsafe-inline", "Server: ", "X-Powered-By");
    if (status != 200) assertThat(head).contains("Content-Type: text/plain; charset=utf-8");
    assertThat(answer.replace(OWN_SCRIPT, "")).doesNotContain("evil", "Evil", "<script");
  }

  private static Stream<Arguments> lines() {
    return Stream.of(
        arguments("no version", 505, "GET /\r\n\r\n"),
        arguments("another version", 505, "GET / HTTP/7.3\r\nHost: x\r\n\r\n"),
        arguments("preface of HTTP/2", 426, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        arguments("hello of TLS", 400, "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\r\n\r\n"),
        request("connect", 405, "CONNECT evil.example:443", "Host: evil.example:443"),
        request("options", 405, "OPTIONS *", "Host: x"),
        request("trace", 405, "TRACE /", "Host: x", "X-Secret: evil"),
        request("unknown method", 405, "EVIL /", "Host: x"),
        request("long method", 431, "A".repeat(20_000) + " /", "Host: x"),
        request("long path", 414, "GET /" + "a".repeat(20_000), "Host: x"),
        arguments("bare line feeds", 200, "GET / HTTP/1.1\nHost: x\nConnection: close\n\n"));
  }

  private static Stream<Arguments> fields() {
    return Stream.of(
        request("long header", 431, "GET /", "Host: x", "A: " + "a".repeat(20_000)),
        request("many headers", 431, "GET /", "Host: x", "A: b\r\n".repeat(10_000) + "A: b"),
        request("header without a name", 400, "GET /", "Host: x", ": b"),
        request("header without a colon", 400, "GET /", "Host: x", "abc"),
        request("blank before the colon", 400, "GET /", "Host: x", "A : b"),
        request("folded header", 400, "GET /", "Host: x", "A: b\r\n c"),
        request("NUL in a header", 400, "GET /", "Host: x", "A: b\u0000c"),
        request("CR in a header", 400, "GET /", "Host: x", "A: b\rc"),
        request("unknown expectation", 417, "GET /", "Host: x", "Expect: evil"),
        request("upgrade", 400, "GET /", "Host: x", "Upgrade: evil"),
        request("ranges", 200, "GET /feeds/all.atom", "Host: x", "Range: bytes=" + repeat("0-1")),
        request(
            "etags", 200, "GET /feeds/all.atom", "Host: x", "If-None-Match: " + repeat("\"a\"")),
        request("languages", 200, "GET /", "Host: x", "Accept-Language: " + repeat("xy;q=0.1")),
        request("codings", 200, "GET /", "Host: x", "Accept-Encoding: " + repeat("gz;q=.1")));
  }

  private static Stream<Arguments> paths() {
    return Stream.of(
        request("NUL", 400, "GET /\u0000", "Host: x"),
        request("encoded NUL", 400, "GET /feeds/%00.atom", "Host: x"),
        request("encoded line end", 400, "GET /feeds/A%0d%0aX-Evil:%20x.atom", "Host: x"),
        request("encoded slash", 400, "GET /feeds/..%2f..%2fetc%2fpasswd.atom", "Host: x"),
        request("dots", 400, "GET /feeds/../../etc/passwd", "Host: x"),
        request("encoded dots", 400, "GET /%2e%2e/%2e%2e/etc/passwd", "Host: x"),
        request("overlong UTF-8", 400, "GET /feeds/%c0%ae.atom", "Host: x"),
        request("parameters", 404, "GET /feeds;evil=b/all.atom;c=d", "Host: x"),
        request("markup", 404, "GET /<script>evil(1)</script>", "Host: x"),
        request("two slashes", 400, "GET //evil.example/%2e%2e", "Host: x"),
        request("query", 400, "GET /feeds/all.atom?limit=%zz&evil=%c0", "Host: x"),
        request("page of tags", 400, "GET /tags?page=%zz", "Host: x"),
        request("place in a list", 400, "GET /tags/all?after=%zz", "Host: x"),
        request("state of sources", 400, "GET /sources?state=%zz", "Host: x"));
  }

  private static Stream<Arguments> bodies() {
    var second = "\r\n\r\n0\r\n\r\nGET /evil HTTP/1.1\r\nHost: x";
    return Stream.of(
        request(
            "length and chunks",
            400,
            "POST /",
            "Host: x",
            "Content-Length: 3",
            "Transfer-Encoding: chunked" + second),
        request("two lengths", 400, "POST /", "Host: x", "Content-Length: 3\r\nContent-Length: 4"),
        request("negative length", 400, "GET /", "Host: x", "Content-Length: -1"),
        request("huge length", 400, "GET /", "Host: x", "Content-Length: 99999999999999999999"),
        request("large body", 405, "POST /", "Host: x", "Content-Length: 3000000000\r\n\r\nevil"),
        request("bad chunk", 405, "POST /", "Host: x", "Transfer-Encoding: chunked\r\n\r\nzz"),
        request(
            "chunks with GET",
            413,
            "GET /",
            "Host: x",
            "Transfer-Encoding: chunked\r\n\r\n4\r\nevil\r\n0"),
        request("unknown coding", 400, "GET /", "Host: x", "Transfer-Encoding: evil"));
  }

  /// What others call us, or say that others call us, is never said again.
  private static Stream<Arguments> names() {
    return Stream.of(
        request("no host", 400, "GET /"),
        request("two hosts", 400, "GET /", "Host: a", "Host: b"),
        request("no host's name", 400, "GET /", "Host: a b<script>"),
        request("foreign host", 404, "GET /nothing", "Host: evil.example"),
        request("foreign host of a page", 200, "GET /", "Host: evil.example"),
        request("foreign host of a feed", 200, "GET /feeds/all.atom", "Host: evil.example"),
        request("whole URL", 301, "GET http://evil.example/feeds/ALL.atom", "Host: evil.example"),
        request(
            "forwarded",
            301,
            "GET /feeds/ALL.atom",
            "Host: x",
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-Proto: evil",
            "X-Forwarded-Prefix: /evil",
            "X-Original-URL: /evil",
            "Forwarded: host=evil.example",
            "X-Forwarded-Port: 666"));
  }

  private static Arguments request(String name, int status, String line, String... fields) {
    var head = line + " HTTP/1.1\r\nConnection: close\r\n" + String.join("\r\n", fields);
    return arguments(name, status, head + "\r\n\r\n");
  }

  private static String repeat(String value) {
    return (value + ",").repeat(12_000 / value.length()) + value;
  }
}
