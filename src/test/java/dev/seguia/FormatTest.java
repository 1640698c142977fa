package dev.seguia;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/// Every source file is as google-java-format writes it; `-Dformat.update=true` rewrites those that
/// are not.
final class FormatTest {
  private static final boolean UPDATE = Boolean.getBoolean("format.update");

  @Test
  void everyFileIsFormatted() throws IOException, FormatterException {
    var unformatted = new ArrayList<Path>();
    try (var files = Files.walk(Path.of("src"))) {
      for (var file : files.filter(path -> path.toString().endsWith(".java")).toList())
        if (!isFormatted(file)) unformatted.add(file);
    }
    assertThat(unformatted)
        .as("mend with: mvn -q test -Dtest=FormatTest -Dformat.update=true")
        .isEmpty();
  }

  private static boolean isFormatted(Path file) throws IOException, FormatterException {
    var text = Files.readString(file);
    var formatted = formatted(text);
    if (formatted.equals(text)) return true;
    if (UPDATE) Files.writeString(file, formatted);
    return UPDATE;
  }

  private static String formatted(String text) throws FormatterException {
    var tidy = RemoveUnusedImports.removeUnusedImports(text);
    tidy = ImportOrderer.reorderImports(tidy, JavaFormatterOptions.Style.GOOGLE);
    return new Formatter().formatSource(tidy);
  }
}
