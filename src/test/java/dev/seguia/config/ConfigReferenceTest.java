package dev.seguia.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Holds the shipped file and the page about it against the table of keys; `-Dgolden.update=true`
/// writes them anew.
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
            # The settings of Seguia: every key, at its default. A key that is left out is at its default too.
            # Durations read 90s, 15m, 6h, 7d; sizes 512KB, 10MB. The file is watched: a change that is
            # right is applied at once, one that is wrong is refused with its line, and all stays as it was.
            # Each key can be set by the environment too (SEGUIA_POLLING_MIN_INTERVAL=30s), and by
            # --set polling.min-interval=30s, which goes before both.
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

    Settings stand in `config/seguia.yaml`; `--config FILE` names another. The file ships with every key
    at its default. Over it goes the environment, and over that `--set key=value`:

        SEGUIA_POLLING_MIN_INTERVAL=30s seguia run --set http.port=8361

    A variable is the key in capitals after `SEGUIA_`, with `_` for dots and hyphens. Lists may be given
    there without brackets (`SEGUIA_FEEDS_FORMATS=atom,json`); an empty value means the default.
    (`SEGUIA_JAVA_HOME` and `SEGUIA_JAVA_OPTS` are no settings: the launcher reads them.)

    Durations are whole numbers with `s`, `m`, `h` or `d`; sizes with `B`, `KB`, `MB` or `GB`, of which
    each is 1024 of the one before. Unknown keys, wrong types and values out of range are all reported
    together, with their line and the nearest key that exists; `seguia check` does only that.

    The file is watched. A change that is right is applied without a restart; one that is wrong is
    refused, and the settings stay as they were.

    | key | default | meaning |
    |---|---|---|
    """
        + rows;
  }

  private static String row(Key<?> key) {
    return "| `%s` | `%s` | %s |\n".formatted(key.name(), key.fallback(), key.meaning());
  }
}
