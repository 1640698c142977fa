package dev.seguia;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Holds the page about the limits against the constants whose comments begin with `Limit:`;
/// `-Dgolden.update=true` writes it anew.
final class LimitsReferenceTest {
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");
  private static final Path MAIN = Path.of("src", "main", "java", "dev", "seguia");
  private static final Path PAGE = Path.of("docs", "limits.md");

  private static final Pattern LIMIT =
      Pattern.compile(
          "///? Limit: (?<sentence>(?:[^\\n]|\\n *///? (?! *$))*?\\.)\\n(?: *///[^\\n]*\\n)*"
              + " *(?:public |private )?static final (?<type>\\w+) (?<name>\\w+) =\\s+(?<value>[^;]+);");
  private static final Pattern DURATION = Pattern.compile("Duration\\.of(\\w+)\\((\\d+)\\)");

  /// The headings of the page, with the packages whose limits stand under each.
  private static final Map<String, List<String>> HEADINGS = new LinkedHashMap<>();

  static {
    HEADINGS.put("Settings", List.of("config"));
    HEADINGS.put("Lists of sources", List.of("opml", "source", "lists"));
    HEADINGS.put("Requests to sources", List.of("fetch"));
    HEADINGS.put("Feeds", List.of("parse"));
    HEADINGS.put("Web pages and sitemaps", List.of("scrape", "sitemap"));
    HEADINGS.put("Further documents of a source", List.of("gather", "enrich"));
    HEADINGS.put("Entries", List.of("normalise", "feed", "dedup", "store", "relate"));
    HEADINGS.put("Queries and searches", List.of("query", "search"));
    HEADINGS.put("Requests to Seguia", List.of("web", "publish", "page", "admin"));
  }

  private record Limit(String what, String value, String beyond) {}

  @Test
  void thePageHasEveryLimit() throws IOException {
    if (UPDATE) Files.writeString(PAGE, page());
    assertThat(PAGE).as("mend with: mvn -q test -Dgolden.update=true").hasContent(page());
  }

  @Test
  void everyLimitIsUnderAHeading() throws IOException {
    var all = new ArrayList<Limit>();
    for (var packages : HEADINGS.values()) for (var name : packages) all.addAll(limits(name));
    assertThat(all).hasSameSizeAs(limits(""));
  }

  private static String page() throws IOException {
    var page =
        new StringBuilder(
            """
            # Limits

            The fixed limits that a source, a client or a list can meet. Those that can be set are in
            [configuration.md](configuration.md). This page is generated from the code.
            """);
    for (var heading : HEADINGS.entrySet()) {
      page.append("\n## ")
          .append(heading.getKey())
          .append("\n\n| limit | value | beyond it |\n|---|---|---|\n");
      for (var name : heading.getValue())
        for (var limit : limits(name))
          page.append("| %s | %s | %s |\n".formatted(limit.what, limit.value, limit.beyond));
    }
    return page.toString();
  }

  private static List<Limit> limits(String name) throws IOException {
    try (var files = Files.walk(MAIN.resolve(name))) {
      var limits = new ArrayList<Limit>();
      for (var file : files.filter(path -> path.toString().endsWith(".java")).sorted().toList())
        LIMIT
            .matcher(Files.readString(file))
            .results()
            .forEach(found ->
                limits.add(
                    limit(found.group("sentence"), found.group("name"), found.group("value"))));
      return limits;
    }
  }

  private static Limit limit(String sentence, String name, String value) {
    var parts = sentence.replaceAll("\\s*\\n *///? ", " ").replaceFirst("\\.$", "").split("; ", 2);
    return new Limit(parts[0], value(name, value.strip()), parts.length > 1 ? parts[1] : "");
  }

  /// As a person writes it: `32 MB`, `10,000`, `1 day`.
  private static String value(String name, String code) {
    var duration = DURATION.matcher(code);
    if (duration.matches()) return counted(duration.group(2), duration.group(1));
    if (name.startsWith("MAX_AGE")) return counted(code, "Seconds");
    return bytes(code)
        .orElseGet(() -> "%,d".formatted(Long.parseLong(code.replaceAll("[_L]", ""))));
  }

  private static String counted(String number, String units) {
    var unit = units.toLowerCase(Locale.ROOT);
    return number + " " + (number.equals("1") ? unit.substring(0, unit.length() - 1) : unit);
  }

  private static Optional<String> bytes(String code) {
    if (code.endsWith(" << 20")) return Optional.of(code.replace(" << 20", " MB"));
    if (code.endsWith(" << 10")) return Optional.of(code.replace(" << 10", " KB"));
    return code.equals("1024 * 1024") ? Optional.of("1 MB") : Optional.empty();
  }
}
