package dev.seguia.fetch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.seguia.fetch.BodyMemory.Patience;
import dev.seguia.testing.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Many large documents that are sent at the same time, and more than there is memory for.
@Timeout(120)
final class LargeDocumentsAtOnceTest {
  private static final int DOCUMENTS = 40;
  private static final int SIZE = 2 << 20;

  /// What a heap of 160 MB has for them.
  private static final int ROOM = 16 << 20;

  private static final byte[] DOCUMENT = document();
  private static final byte[] PACKED = gzip(DOCUMENT);

  private final ReentrantLock reader = new ReentrantLock();

  /// How a document is sent.
  enum Sending {
    WITH_LENGTH,
    CHUNKED,
    GZIP,
    GZIP_CHUNKED;

    void send(HttpExchange exchange) throws IOException {
      var isPacked = this == GZIP || this == GZIP_CHUNKED;
      var isChunked = this == CHUNKED || this == GZIP_CHUNKED;
      var body = isPacked ? PACKED : DOCUMENT;
      if (isPacked) exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      exchange.sendResponseHeaders(200, isChunked ? 0 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /// @param patience in milliseconds, before a request and within one; with none, each document for
  ///   which there is no room at once is asked for again
  @ParameterizedTest
  @CsvSource({
    "WITH_LENGTH, 20000", "CHUNKED, 20000", "GZIP, 20000", "GZIP_CHUNKED, 20000",
    "WITH_LENGTH, 0", "CHUNKED, 0", "GZIP, 0", "GZIP_CHUNKED, 0"
  })
  void allArrive(Sending sending, long patience) throws Exception {
    var asked = new CountDownLatch(DOCUMENTS);
    var wait = Duration.ofMillis(patience);
    var memory = new BodyMemory(ROOM, new Patience(wait, wait));
    try (var server = new TestServer();
        var fetcher = Fetching.fetcher(Duration.ofSeconds(30), memory);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      server.on("/feed", exchange -> sendWhenAllHaveAsked(exchange, sending, asked));
      var lengths = new ArrayList<Future<Integer>>();
      for (var number = 0; number < DOCUMENTS; number++) {
        var url = server.url("/feed/" + number);
        lengths.add(threads.submit(() -> read(fetcher.fetch(url, Validators.none()))));
      }
      for (var length : lengths) assertThat(length.get()).isEqualTo(SIZE);
    }
    assertThat(memory.left()).isEqualTo(ROOM);
    assertThat(memory.held()).isZero();
  }

  private static void sendWhenAllHaveAsked(
      HttpExchange exchange, Sending sending, CountDownLatch asked) throws IOException {
    asked.countDown();
    try {
      asked.await();
    } catch (InterruptedException e) {
      throw new IOException("the test is over", e);
    }
    sending.send(exchange);
  }

  /// One document is read after the other, as the daemon reads large ones.
  private int read(FetchResult result) {
    try (var fetched = Fetching.held(result)) {
      var document = fetched.document();
      reader.lock();
      try {
        assertThat(document.body()).isEqualTo(DOCUMENT);
        return document.body().length;
      } finally {
        reader.unlock();
      }
    }
  }

  /// It can be packed to half of its size.
  private static byte[] document() {
    var bytes = new byte[SIZE / 2];
    new SplittableRandom(1).nextBytes(bytes);
    return HexFormat.of().formatHex(bytes).getBytes(US_ASCII);
  }

  private static byte[] gzip(byte[] document) {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(document);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return packed.toByteArray();
  }
}
