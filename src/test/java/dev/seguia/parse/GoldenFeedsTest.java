package dev.seguia.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every document under `feeds`, one fact each, beside what is read of it. `-Dgolden.update=true`
/// writes the golden files anew.
final class GoldenFeedsTest {
  private static final Path FOLDER = Path.of("src/test/resources/feeds");

  static Stream<Path> documents() {
    try (var files = Files.walk(FOLDER)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().endsWith(".golden"))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void readsAsItsGoldenFileSays(Path document) throws IOException {
    var location = URI.create("https://example.org/feeds/doc");
    var result = new FeedParser().parse(location, Optional.empty(), Files.readAllBytes(document));
    var golden = Path.of(document.toString().replaceAll("\\.\\w+$", ".golden"));
    var text = Described.of(result);
    if (Boolean.getBoolean("golden.update")) Files.writeString(golden, text);
    assertThat(text).isEqualTo(Files.readString(golden));
  }
}
