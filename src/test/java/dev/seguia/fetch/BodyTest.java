package dev.seguia.fetch;

import static dev.seguia.fetch.Fetching.fetch;
import static dev.seguia.fetch.Fetching.fetched;
import static dev.seguia.fetch.Fetching.reason;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seguia.testing.TestServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BodyTest {
  private static final byte[] FEED = "<rss>".concat("entry ".repeat(500)).getBytes(UTF_8);
  private static final BodyMemory MEMORY =
      new BodyMemory(
          64 << 20, new BodyMemory.Patience(Duration.ofSeconds(1), Duration.ofSeconds(1)));
  // "<rss>brotli</rss>" as the reference encoder packs it
  private static final byte[] BROTLI =
      HexFormat.of().parseHex("0b08803c7273733e62726f746c693c2f7273733e03");

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "x-gzip", "GZIP", "gzip, identity", ", gzip ,"})
  void unpacksGzip(String coding) throws Exception {
    assertThat(fetched(serve(coding, gzip(FEED))).body()).isEqualTo(FEED);
  }

  @Test
  void unpacksBrotli() throws Exception {
    assertThat(fetched(serve("br", BROTLI)).body()).asString().isEqualTo("<rss>brotli</rss>");
  }

  @Test
  void unpacksCodingsInTheReverseOfTheirOrder() throws Exception {
    assertThat(fetched(serve("br, gzip", gzip(BROTLI))).body())
        .asString()
        .isEqualTo("<rss>brotli</rss>");
  }

  @Test
  void readsAllMembersOfAGzip() throws Exception {
    var members = new ByteArrayOutputStream();
    members.write(gzip(FEED));
    members.write(gzip(FEED));
    assertThat(fetched(serve("gzip", members.toByteArray())).body()).hasSize(2 * FEED.length);
  }

  @Test
  void takesABodyAsItIsWhereNoCodingIsNamed() throws Exception {
    assertThat(fetched(serve("", FEED)).body()).isEqualTo(FEED);
    assertThat(fetched(serve("identity", FEED)).body()).isEqualTo(FEED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zstd | the body is coded as 'zstd'; we asked for gzip, br or none",
        "gzip, deflate | the body is coded as 'deflate'; we asked for gzip, br or none",
        "gzip, gzip, gzip, gzip | the body is packed too many times over",
        "gzip | the packed body is cut short or damaged",
        "br | the packed body is cut short or damaged"
      })
  void saysWhyABodyCannotBeUnpacked(String coding, String reason) throws Exception {
    assertThat(reason(serve(coding, FEED))).isEqualTo(reason);
  }

  @Test
  void neverTakesHalfAPackedBody() throws Exception {
    var whole = gzip(FEED);
    for (int length = 1; length < whole.length; length++) {
      var half = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> decode("gzip", half)).isInstanceOf(UnusableAnswer.class);
    }
    for (int length = 1; length < BROTLI.length; length++) {
      var half = Arrays.copyOf(BROTLI, length);
      assertThatThrownBy(() -> decode("br", half)).isInstanceOf(UnusableAnswer.class);
    }
  }

  @Property(tries = 2000, seed = "20251114")
  void doesNotBreakOnDamagedBytes(
      @ForAll byte[] garbage, @ForAll @IntRange(max = 40) int at, @ForAll byte wrong)
      throws IOException {
    unpackOrComplain("br", garbage);
    unpackOrComplain("gzip", garbage);
    unpackOrComplain("br", damaged(BROTLI, at, wrong));
    unpackOrComplain("gzip", damaged(gzip(FEED), at, wrong));
  }

  private static void unpackOrComplain(String coding, byte[] packed) {
    try {
      decode(coding, packed);
    } catch (IOException complaint) {
      assertThat(complaint).isInstanceOf(UnusableAnswer.class);
    }
  }

  private static byte[] damaged(byte[] bytes, int at, byte wrong) {
    var copy = bytes.clone();
    copy[at % copy.length] = wrong;
    return copy;
  }

  @ParameterizedTest
  @CsvSource({
    "1048576, ",
    "1048577, the body is 1048577 bytes; the limit is 1MB (fetch.max-body)",
    "2097152, the body is 2MB; the limit is 1MB (fetch.max-body)"
  })
  void takesABodyUpToTheLimit(int size, @Nullable String reason) throws Exception {
    var result = serve("", new byte[size]);
    if (reason == null) assertThat(fetched(result).body()).hasSize(size);
    else assertThat(reason(result)).isEqualTo(reason);
  }

  @Test
  void countsTheLimitBehindTheDecoder() throws Exception {
    assertThat(fetched(serve("gzip", gzip(new byte[1 << 20]))).body()).hasSize(1 << 20);
    assertThat(reason(serve("gzip", gzip(new byte[(1 << 20) + 1]))))
        .isEqualTo("the body unpacks to more; the limit is 1MB (fetch.max-body)");
    assertThat(reason(serve("gzip, gzip", gzip(gzip(new byte[100 << 20])))))
        .isEqualTo("the body unpacks to more; the limit is 1MB (fetch.max-body)");
  }

  @Test
  void stopsABombThatAHighLimitWouldLetThrough() throws Exception {
    var limits = new FetchLimits(Duration.ofSeconds(10), 1 << 30, Fetching.USER_AGENT);
    var bomb = gzip(new byte[60 << 20]);
    assertThatThrownBy(() ->
            new Body(limits)
                .read(
                    new ByteArrayInputStream(bomb),
                    bomb.length,
                    ContentCodings.parse(List.of("gzip")),
                    MEMORY.share()))
        .hasMessage("the body unpacks to more than 200 times its size");
  }

  @Property(seed = "20251114")
  void readsWhateverItIsToldOfTheLength(
      @ForAll byte[] body, @ForAll @IntRange(min = -1, max = 300) int expected) throws IOException {
    var read =
        Body.readAll(
            new ByteArrayInputStream(body),
            expected,
            1 << 20,
            () -> new UnusableAnswer("large"),
            MEMORY.share());
    assertThat(read).isEqualTo(body);
  }

  private static byte[] decode(String coding, byte[] packed) throws IOException {
    return ContentCodings.parse(List.of(coding))
        .decode(packed, 1 << 20, () -> new UnusableAnswer("large"), MEMORY.share());
  }

  private static FetchResult serve(String coding, byte[] body) throws InterruptedException {
    try (var server = new TestServer()) {
      server.on(
          "/feed",
          exchange -> {
            if (!coding.isEmpty()) exchange.getResponseHeaders().set("Content-Encoding", coding);
            TestServer.answer(exchange, 200, body);
          });
      return fetch(server.url("/feed"));
    }
  }

  private static byte[] gzip(byte[] body) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(body);
    }
    return packed.toByteArray();
  }
}
