package dev.seguia.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Compares the shipped file and the page about it with the keys; `-Dgolden.update=true` writes
/// both.
final class ConfigReferenceTest {
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");
  private static final Path PAGE = Path.of("docs", "configuration.md");

  @Test
  void theShippedFileHasEveryKeyAtItsDefaultWithOneLineThatSaysWhatItDoes() throws IOException {
    holds(ConfigFile.DEFAULT, shippedFile());
  }

  @Test
  void theShippedFileReadsAsTheDefaults() {
    assertThat(ConfigFile.read(ConfigFile.DEFAULT, Map.of(), List.of()))
        .isEqualTo(new ConfigResult.Read(Config.defaults()));
  }

  @Test
  void thePageTellsOfEveryKey() throws IOException {
    holds(PAGE, page());
  }

  private static void holds(Path file, String expected) throws IOException {
    if (UPDATE) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, expected);
    }
    assertThat(file).as("mend with: mvn -q test -Dgolden.update=true").hasContent(expected);
  }

  private static String shippedFile() {
    var text =
        new StringBuilder(
            """
            # The settings of Seguia: every key with its default. Keys that are left out have their defaults.
            # Durations: 90s, 15m, 6h, 7d. Sizes: 512KB, 10MB. A change of this file is applied at once;
            # if it is invalid, the error is reported with its line, and the previous settings stay in use.
            # A key can also be set by an environment variable (SEGUIA_POLLING_MIN_INTERVAL=30s), or by the
            # option --set polling.min-interval=30s, which has the highest priority.
            """);
    for (var section : Keys.SECTIONS) text.append('\n').append(section(section));
    return text.toString();
  }

  private static String section(String section) {
    var keys = Keys.ALL.stream().filter(key -> key.section().equals(section)).toList();
    if (keys.getFirst().name().equals(section)) return entry("", keys.getFirst());
    return keys.stream()
        .map(key -> entry("  ", key))
        .collect(Collectors.joining("", section + ":\n", ""));
  }

  private static String entry(String indent, Key<?> key) {
    var word = key.name().substring(key.name().lastIndexOf('.') + 1);
    return "%s# %s\n%s%s: %s\n".formatted(indent, key.meaning(), indent, word, key.fallback());
  }

  private static String page() {
    var rows = Keys.ALL.stream().map(ConfigReferenceTest::row).collect(Collectors.joining());
    return """
    # Configuration

    The settings are in `config/seguia.yaml`, or in the file that `--config FILE` names. The file that comes with
    Seguia has every key with its default. Environment variables replace values in the file, and the option
    `--set key=value` replaces both:

        SEGUIA_POLLING_MIN_INTERVAL=30s seguia run --set http.port=8361

    The name of the variable is `SEGUIA_` and the key in capitals, with `_` for dots and hyphens. Lists need no brackets
    there (`SEGUIA_FEEDS_FORMATS=atom,json`); an empty value means the default. (`SEGUIA_JAVA_HOME` and
    `SEGUIA_JAVA_OPTS` are not settings: the launcher reads them.)

    A duration is a whole number with `s`, `m`, `h` or `d`; a size is a whole number with `B`, `KB`, `MB` or `GB`
    (1 KB is 1024 bytes). Unknown keys, wrong types and values out of range are reported all together, with their
    lines and the most similar key. `seguia check` does only that.

    The daemon watches the file. It applies a valid change without a restart (`store.*` at the next start), and reports
    an invalid one, keeping the previous settings.

    | key | default | meaning |
    |---|---|---|
    """
        + rows;
  }

  private static String row(Key<?> key) {
    return "| `%s` | `%s` | %s |\n".formatted(key.name(), key.fallback(), key.meaning());
  }
}
