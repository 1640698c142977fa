package dev.seguia;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Holds the pages that name a test for every rule against the tests that there are.
final class RulePagesTest {
  private static final Pattern NAMED = Pattern.compile("`(?:([A-Z]\\w*Test)\\.?)?([a-z]\\w+)?`");

  @ParameterizedTest
  @ValueSource(strings = {"manners.md", "security.md"})
  void nameOnlyTestsThatExist(String page) throws IOException {
    var tests = tests();
    for (var row : Files.readAllLines(Path.of("docs", page))) {
      if (!row.startsWith("| ")) continue;
      var cell = row.substring(row.lastIndexOf(" | "));
      var missing = new ArrayList<String>();
      var current = "";
      for (var name : NAMED.matcher(cell).results().toList()) {
        if (name.group(1) != null) current = name.group(1);
        var method = name.group(2) == null ? "class " + current : " " + name.group(2) + "(";
        var places = current.isEmpty() ? tests.values() : List.of(tests.getOrDefault(current, ""));
        if (places.stream().noneMatch(text -> text.contains(method))) missing.add(current + method);
      }
      assertThat(missing).as(row).isEmpty();
    }
  }

  private static Map<String, String> tests() throws IOException {
    var texts = new HashMap<String, String>();
    try (var files = Files.walk(Path.of("src", "test", "java"))) {
      for (var file : files.filter(path -> path.toString().endsWith("Test.java")).toList())
        texts.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
    }
    return texts;
  }
}
