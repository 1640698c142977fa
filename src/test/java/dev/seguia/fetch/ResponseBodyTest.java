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
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ResponseBodyTest {
  private static final byte[] FEED = "<rss>".concat("entry ".repeat(500)).getBytes(UTF_8);
  private static final byte[] WHOLE =
      "<rss>".concat("entry ".repeat(500)).concat("</rss>\n").getBytes(UTF_8);
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

  /// Caches add a comment to every answer, also to packed ones; its last bytes are no length.
  @ParameterizedTest
  @ValueSource(strings = {"gzip", ""})
  void ignoresWhatFollowsAWholeGzip(String coding) throws Exception {
    var bytes = new ByteArrayOutputStream();
    bytes.write(gzip(FEED));
    bytes.write("\n<!-- cached in 0.02 s -->".getBytes(UTF_8));
    assertThat(fetched(serve(coding, bytes.toByteArray())).body()).isEqualTo(FEED);
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
        "zstd | 28b52ffd2400010000 | the body is compressed with zstd; we asked for gzip, br or none",
        "'' | 28b52ffd2400010000 | the body is compressed with zstd; we asked for gzip, br or none",
        "'' | fd377a585a000001 | the body is compressed with xz; we asked for gzip, br or none",
        "gzip | 1f8b08000000000000ff | the compressed body is truncated or damaged",
        "gzip | 0001020304050607 | the compressed body is truncated or damaged",
        "br | 0001020304050607 | the compressed body is truncated or damaged",
        "own | 0001020304050607 | the body is coded as 'own'; we asked for gzip, br or none"
      })
  void saysWhyABodyCannotBeUnpacked(String coding, String bytes, String reason) throws Exception {
    assertThat(reason(serve(coding, HexFormat.of().parseHex(bytes)))).isEqualTo(reason);
  }

  @Test
  void unpacksNoBodyThatIsPackedManyTimesOver() throws Exception {
    assertThat(reason(serve("", gzip(gzip(gzip(gzip(WHOLE)))))))
        .isEqualTo("the body has too many layers of compression");
  }

  /// What the bytes are decides, whatever the header says.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | plain",
        "identity | plain",
        "UTF-8 | plain",
        "none | plain",
        "binary | plain",
        "8bit | plain",
        "application/xml | plain",
        "aws-chunked | plain",
        "chunked, utf-8 | plain",
        "gzip | plain",
        "gzip, gzip | plain",
        "br | plain",
        "deflate | plain",
        "zstd | plain",
        "'' | gzip",
        "utf-8 | gzip",
        "br | gzip",
        "deflate | gzip",
        "gzip, aws-chunked | gzip",
        "gzip; q=1 | gzip",
        "'' | gzip gzip",
        "gzip | gzip gzip",
        "gzip, gzip | gzip gzip",
        "'' | zlib",
        "deflate | zlib",
        "gzip | zlib",
        "deflate | deflate",
        "'' | deflate",
        "gzip, deflate | gzip zlib",
        "'' | zip",
        "gzip | zip",
        "gzip | gzip zip"
      })
  void unpacksWhatIsPackedAndReadsWhatIsPlain(String coding, String packings) throws Exception {
    var body = WHOLE;
    for (var packing : packings.split(" ", -1)) body = pack(packing, body);
    assertThat(fetched(serve(coding, body)).body()).isEqualTo(WHOLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "", "BR", "utf-8, br"})
  void unpacksBrotliWhateverTheHeaderSays(String coding) throws Exception {
    assertThat(fetched(serve(coding, BROTLI)).body()).asString().isEqualTo("<rss>brotli</rss>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | plain | ''",
        "gzip | gzip | ''",
        "'' | gzip | the body is compressed with gzip, which its Content-Encoding does not declare",
        "UTF-8 | plain | its Content-Encoding says 'utf-8', but the body is not compressed that way",
        "gzip | plain | its Content-Encoding says 'gzip', but the body is not compressed that way"
      })
  void tellsWhereTheHeaderIsWrong(String coding, String packing, String remark) throws Exception {
    assertThat(String.join("; ", fetched(serve(coding, pack(packing, WHOLE))).remarks()))
        .isEqualTo(remark);
  }

  @Test
  void leavesWhatIsPackedByItselfWhereItUnpacksToTooMuch() throws Exception {
    var bomb = gzip(new byte[30 << 20]);
    assertThat(fetched(serve("", bomb)).body()).isEqualTo(bomb);
  }

  /// Any text in any packings, under any header.
  @Property(tries = 300, seed = "20251114")
  void readsTheSameWhateverIsSaidOfIt(
      @ForAll @AlphaChars @StringLength(max = 3000) String text,
      @ForAll List<@From("packings") String> packings,
      @ForAll @From("codings") String coding)
      throws IOException {
    var whole = ("<rss>" + text + "</rss>").getBytes(UTF_8);
    var body = whole;
    for (var packing : packings.subList(0, Math.min(3, packings.size())))
      body = pack(packing, body);
    assertThat(decode(coding, body)).isEqualTo(whole);
  }

  @Provide
  Arbitrary<String> packings() {
    return Arbitraries.of("gzip", "zlib", "zip");
  }

  @Provide
  Arbitrary<String> codings() {
    return Arbitraries.of("", "gzip", "deflate", "gzip, gzip", "utf-8", "none", "identity, x");
  }

  private static byte[] pack(String packing, byte[] body) throws IOException {
    var packed = new ByteArrayOutputStream();
    return switch (packing) {
      case "gzip" -> gzip(body);
      case "zlib" -> {
        try (var out = new DeflaterOutputStream(packed)) {
          out.write(body);
        }
        yield packed.toByteArray();
      }
      case "deflate" -> {
        try (var out = new DeflaterOutputStream(packed, new Deflater(9, true))) {
          out.write(body);
        }
        yield packed.toByteArray();
      }
      case "zip" -> {
        try (var out = new ZipOutputStream(packed)) {
          out.putNextEntry(new ZipEntry("feeds/"));
          out.putNextEntry(new ZipEntry("feeds/feed.xml"));
          out.write(body);
        }
        yield packed.toByteArray();
      }
      default -> body;
    };
  }

  @Test
  void neverTakesHalfAPackedBody() throws Exception {
    var whole = gzip(FEED);
    for (int length = 1; length < whole.length; length++) {
      var half = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> decode("gzip", half)).isInstanceOf(UnusableResponseException.class);
    }
    // The last byte says only that nothing follows.
    for (int length = 1; length < BROTLI.length - 1; length++) {
      var half = Arrays.copyOf(BROTLI, length);
      assertThatThrownBy(() -> decode("br", half)).isInstanceOf(UnusableResponseException.class);
    }
  }

  /// What is missing is the check sum at the end, or a part of it: the document is there.
  @Test
  void readsAPackedDocumentThatIsWholeThoughItsPackingIsNot() throws Exception {
    var packed = gzip(WHOLE);
    for (var missing = 1; missing <= 8; missing++) {
      var document = fetched(serve("gzip", Arrays.copyOf(packed, packed.length - missing)));
      assertThat(document.body()).isEqualTo(WHOLE);
      assertThat(document.remarks())
          .containsExactly("the compressed body is truncated, but the document in it is complete");
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
      assertThat(complaint).isInstanceOf(UnusableResponseException.class);
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
        .isEqualTo("the body decompresses to more; the limit is 1MB (fetch.max-body)");
    assertThat(reason(serve("gzip, gzip", gzip(gzip(new byte[100 << 20])))))
        .isEqualTo("the body decompresses to more; the limit is 1MB (fetch.max-body)");
  }

  @Test
  void stopsABombThatAHighLimitWouldLetThrough() throws Exception {
    var bomb = gzip(new byte[60 << 20]);
    assertThatThrownBy(() ->
            new ResponseBody(1 << 30)
                .read(
                    new ByteArrayInputStream(bomb),
                    bomb.length,
                    ContentCodings.parse(List.of("gzip")),
                    MEMORY.share()))
        .hasMessage("the body decompresses to more than 200 times its size");
  }

  @ParameterizedTest
  @CsvSource({"10485760, 10MB", "524288, 512KB", "1000, 1000 bytes"})
  void writesASizeAsAPersonDoes(long bytes, String words) {
    assertThat(ResponseBody.size(bytes)).isEqualTo(words);
  }

  @Property(seed = "20251114")
  void readsWhateverItIsToldOfTheLength(
      @ForAll byte[] body, @ForAll @IntRange(min = -1, max = 300) int expected) throws IOException {
    var read =
        ResponseBody.readAll(
            new ByteArrayInputStream(body),
            expected,
            1 << 20,
            () -> new UnusableResponseException("large"),
            MEMORY.share());
    assertThat(read.bytes()).isEqualTo(body);
    assertThat(read.broken()).isEmpty();
  }

  private static byte[] decode(String coding, byte[] packed) throws IOException {
    return ContentCodings.parse(List.of(coding))
        .undo(packed, 1 << 20, () -> new UnusableResponseException("large"), MEMORY.share())
        .bytes();
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
