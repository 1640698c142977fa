package dev.seguia.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.seguia.testing.Seeds;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Looks for HTML that comes out unsafe, or another after it has been cleaned again.
final class HtmlCleanerFuzzTest {
  private static final Optional<URI> BASE = Optional.of(URI.create("https://example.org/a/"));

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "10m")
  void whatComesOutIsSafeAndStaysAsItIs(byte[] bytes) {
    var html = new String(bytes, StandardCharsets.UTF_8);
    var once = new HtmlCleaner().clean(html, BASE);
    SafeHtml.assertSafe(once);
    assertThat(new HtmlCleaner().clean(once, BASE)).isEqualTo(once);
  }

  static Stream<byte[]> seeds() {
    return Stream.concat(
        Stream.of("<p>a<b>c", "<svg><style><img src=x onerror=x>", "<table><td><a href=//x>")
            .map(html -> html.getBytes(StandardCharsets.UTF_8)),
        Seeds.vectors());
  }
}
