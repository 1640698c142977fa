package dev.seguia;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The pages about the program lead to one another, and to what there is.
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

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkIntoAPageLeadsToAHeading(Path page) throws IOException {
    for (var link : LINK.matcher(Files.readString(page)).results().toList())
      if (link.group(2) != null && !target(link).contains(":"))
        assertThat(anchors(page.resolveSibling(target(link)))).contains(link.group(2));
  }

  /// As the program's host makes them of headings.
  private static List<String> anchors(Path page) throws IOException {
    return Files.readAllLines(page).stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
        .map(line -> "#" + line.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyFileThatAPageNamesIsThere(Path page) throws IOException {
    var files = Pattern.compile("`((?:config|docs|src)/[\\w./-]+)`");
    assertThat(files.matcher(Files.readString(page)).results().map(DocsTest::target))
        .allSatisfy(file -> assertThat(Path.of(file)).exists());
  }

  @Test
  void everyTypeOfTheArchitectureIsThere() throws IOException {
    var types = Pattern.compile("`([A-Z][a-z]\\w+)`");
    var page = Files.readString(Path.of("docs", "architecture.md"));
    var known = javaFiles();
    assertThat(types.matcher(page).results().map(DocsTest::target))
        .isNotEmpty()
        .allSatisfy(type -> assertThat(known).contains(type + ".java"));
  }

  private static List<String> javaFiles() throws IOException {
    try (var files = Files.walk(Path.of("src"))) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }

  private static String target(MatchResult link) {
    return String.valueOf(link.group(1));
  }
}
