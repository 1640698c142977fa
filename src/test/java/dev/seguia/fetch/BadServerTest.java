package dev.seguia.fetch;

import static dev.seguia.fetch.Fetching.fetch;
import static dev.seguia.fetch.Fetching.fetched;
import static dev.seguia.fetch.Fetching.fetcher;
import static dev.seguia.fetch.Fetching.reason;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
final class BadServerTest {
  private static final String OK = "HTTP/1.1 200 OK\r\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", // before the first byte
        "HTTP/1.1 2", // in the status
        OK + "X-Slow: ", // in a header
        OK + "\r\n<rss>", // in a body that ends with the connection
        OK + "Content-Length: 1000\r\n\r\n", // in a body of known length
        OK + "Transfer-Encoding: chunked\r\n\r\n3e8\r\n", // in a chunk
        "HTTP/1.1 302 Found\r\nLocation: /\r\nX-Slow: " // in a redirect
      })
  void theTimeEndsHoweverTheServerDrips(String start) throws Exception {
    try (var server = RawServer.dripping(start, "x");
        var fetcher = fetcher(Duration.ofMillis(300))) {
      var begun = System.nanoTime();
      assertThat(reason(fetcher.fetch(server.url("/feed"), Validators.none())))
          .startsWith("no complete response from 127.0.0.1:")
          .endsWith("within 300ms");
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
      await().untilAsserted(() -> assertThat(server.open()).isZero());
    }
  }

  @Test
  void theTimeIsOneForAllRedirects() throws Exception {
    var hop = new AtomicInteger();
    try (var server =
            new RawServer(out -> {
              pause(150);
              var answer = "HTTP/1.1 302 Found\r\nLocation: /" + hop.incrementAndGet();
              out.write((answer + "\r\n\r\n").getBytes(US_ASCII));
              throw new IOException("enough");
            });
        var fetcher = fetcher(Duration.ofMillis(400))) {
      assertThat(reason(fetcher.fetch(server.url("/0"), Validators.none())))
          .contains("no complete response");
      assertThat(server.requests()).hasSizeBetween(1, 4);
    }
  }

  private static void pause(long millis) throws IOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Test
  void theTimeEndsForANameThatIsNeverFound() throws Exception {
    var never = new CountDownLatch(1);
    var resolver =
        FixedNames.of(host -> {
          never.await();
          return new InetAddress[0];
        });
    try (var fetcher = FixedNames.fetcher(resolver, Duration.ofMillis(200))) {
      assertThat(reason(fetcher.fetch(URI.create("http://slow.example/"), Validators.none())))
          .isEqualTo("no complete response from slow.example within 200ms");
    }
  }

  @Test
  void theTimeEndsForAHostThatAcceptsNoConnection() throws Exception {
    try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var fetcher = fetcher(Duration.ofMillis(500))) {
      var url = URI.create("http://127.0.0.1:" + full.getLocalPort() + "/");
      for (int i = 0; i < 4; i++)
        assertThat(reason(fetcher.fetch(url, Validators.none()))).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        OK + "Content-Length: 100\r\n\r\n<rss>",
        OK + "Transfer-Encoding: chunked\r\n\r\n64\r\n<rss>",
        OK + "Transfer-Encoding: chunked\r\n\r\n5\r\n<rss>\r\n",
        OK + "Transfer-Encoding: chunked\r\n\r\nzz\r\n<rss>\r\n",
        OK + "Transfer-Encoding: chunked\r\n\r\n-5\r\n<rss>\r\n",
        OK + "Content-Length: -5\r\n\r\n<rss>",
        OK + "Content-Length: many\r\n\r\n<rss>",
        OK + "Content-Le",
        "HTTP/1.1 2",
        "HTTP/1.1 abc OK\r\n\r\n<rss>",
        "HTTP/9.9 200 OK\r\n\r\n<rss>",
        "SSH-2.0-OpenSSH_9.6\r\n",
        "<rss></rss>",
        "\u0000\u0001\u0002\u00ff\r\n\r\n",
        "\r\n\r\n\r\n\r\n"
      })
  void aCutOrGarbledAnswerBringsNoDocument(String answer) throws Exception {
    try (var server = RawServer.saying(answer)) {
      assertThat(reason(fetch(server.url("/feed")))).contains("127.0.0.1:").doesNotContain("\n");
    }
  }

  /// The server says that more is to come, and hangs up: the document itself says that it is whole.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 1000\r\n\r\n<rss>1</rss>",
        "Content-Length: 1000\r\n\r\n<?xml version='1.0'?>\n<rss>1</rss>\n\n<!-- 0.1 s -->",
        "Content-Length: 1000\r\n\r\n<html><body>1</body></html>\n",
        "Content-Length: 1000\r\n\r\n{\"items\": [{\"title\": \"}\"}]}\n",
        "Transfer-Encoding: chunked\r\n\r\nc\r\n<rss>1</rss>\r\n",
        "Transfer-Encoding: chunked\r\n\r\nc\r\n<rss>1</rss>",
        "Transfer-Encoding: chunked\r\n\r\n64\r\n<rss>1</rss>",
        "Transfer-Encoding: chunked\r\n\r\nc\r\n<rss>1</rss>\r\nzz\r\n"
      })
  void aWholeDocumentIsReadThoughItsResponseHasNoEnd(String rest) throws Exception {
    try (var server = RawServer.saying(OK + "ETag: \"1\"\r\nCache-Control: max-age=9\r\n" + rest)) {
      var document = fetched(fetch(server.url("/feed")));
      assertThat(document.body()).asString().containsPattern("1</|\\{\"title");
      assertThat(document.validators()).isEqualTo(Validators.none());
      assertThat(document.maxAge()).isEmpty();
      assertThat(document.remarks())
          .containsExactly(
              "the server ended the connection before the end of its response,"
                  + " but the document in it is complete");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<rss><item>1</item>",
        "<rss><![CDATA[</rss>",
        "<rss><item>1</item><!-- </rss>",
        "<rss>1</rss",
        "<rss>1</rss><rss>",
        "<rss>1</rss> more",
        "<rss><item/></item>",
        "{\"items\": [{}]",
        "{\"items\": \"]}",
        "just words",
        "<html><p>1</p>"
      })
  void aDocumentThatIsCutBringsNothing(String document) throws Exception {
    try (var server = RawServer.saying(OK + "Content-Length: 1000\r\n\r\n" + document)) {
      assertThat(reason(fetch(server.url("/feed")))).endsWith("sent a truncated response");
    }
  }

  @Test
  void aWholeDocumentIsReadWhereTheServerWaitsForEver() throws Exception {
    try (var server = RawServer.dripping(OK + "Content-Length: 1000000\r\n\r\n<rss>1</rss>", "\n");
        var fetcher = fetcher(Duration.ofMillis(300))) {
      assertThat(fetched(fetcher.fetch(server.url("/feed"), Validators.none())).body())
          .asString()
          .startsWith("<rss>1</rss>");
    }
  }

  @Test
  void anEndlessHeaderIsCutOff() throws Exception {
    try (var server = endless(OK + "X-Long: ", "x".repeat(8000))) {
      assertThat(reason(fetch(server.url("/feed")))).contains("127.0.0.1");
    }
  }

  @Test
  void anEndlessListOfHeadersIsCutOff() throws Exception {
    try (var server = endless(OK, "X-Header: y\r\n".repeat(100))) {
      assertThat(reason(fetch(server.url("/feed")))).contains("127.0.0.1");
    }
  }

  @Test
  void endlessGarbageIsCutOff() throws Exception {
    try (var server = endless("", "garbage\r\n".repeat(100))) {
      assertThat(reason(fetch(server.url("/feed")))).contains("127.0.0.1");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Transfer-Encoding: chunked\r\n", "Content-Length: 99999999999\r\n"})
  void anEndlessBodyIsCutOffAtTheLimit(String header) throws Exception {
    var chunk =
        header.startsWith("T") ? "2000\r\n" + "x".repeat(0x2000) + "\r\n" : "x".repeat(8000);
    try (var server = endless(OK + header + "\r\n", chunk)) {
      assertThat(reason(fetch(server.url("/feed")))).endsWith("the limit is 1MB (fetch.max-body)");
    }
  }

  @Test
  void theEndlessBodyOfAnErrorIsNotRead() throws Exception {
    try (var server = endless("HTTP/1.1 404 Not Found\r\n\r\n", "x".repeat(8000))) {
      assertThat(reason(fetch(server.url("/feed")))).isEqualTo("HTTP 404 Not Found");
      await().untilAsserted(() -> assertThat(server.open()).isZero());
    }
  }

  private static RawServer endless(String start, String more) {
    return new RawServer(out -> {
      out.write(start.getBytes(US_ASCII));
      while (true) out.write(more.getBytes(US_ASCII));
    });
  }

  @Test
  void aChunkedAnswerIsReadWhole() throws Exception {
    try (var server =
        RawServer.saying(
            OK + "Transfer-Encoding: chunked\r\n\r\n3\r\n<rs\r\n3\r\ns/>\r\n0\r\n\r\n")) {
      assertThat(fetched(fetch(server.url("/feed"))).body()).asString().isEqualTo("<rss/>");
    }
  }

  @Test
  void anAnswerOfHttp10IsReadToTheEndOfTheConnection() throws Exception {
    try (var server = RawServer.saying("HTTP/1.0 200 OK\r\n\r\n<rss/>")) {
      assertThat(fetched(fetch(server.url("/feed"))).body()).asString().isEqualTo("<rss/>");
    }
  }

  @Test
  void tlsWithAServerThatSpeaksNoneFailsInPlainWords() throws Exception {
    try (var server = RawServer.greeting("220 mail.example ESMTP\r\n")) {
      var url = URI.create("https://127.0.0.1:" + server.url("/").getPort() + "/");
      assertThat(reason(fetch(url))).matches("TLS with 127.0.0.1:\\d+ failed: .+");
    }
  }
}
