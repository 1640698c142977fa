package dev.seguia;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The pages about the program lead to one another.
final class DocsTest {
  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(#[^)\\s]*)?\\)");

  static List<Path> pages() throws IOException {
    try (var docs = Files.walk(Path.of("docs"));
        var top = Files.list(Path.of(""))) {
      return Stream.concat(docs, top)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkOfAPageLeadsToAFile(Path page) throws IOException {
    var links =
        LINK.matcher(Files.readString(page)).results().map(DocsTest::target).toList().stream()
            .filter(link -> !link.matches("[a-z]+:.*"))
            .toList();
    assertThat(links).allSatisfy(link -> assertThat(page.resolveSibling(link)).exists());
  }

  private static String target(MatchResult link) {
    return String.valueOf(link.group(1));
  }
}
