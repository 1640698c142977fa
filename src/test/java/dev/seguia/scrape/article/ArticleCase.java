package dev.seguia.scrape.article;

import dev.seguia.scrape.WebPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A page of the corpus, and what people or other extractors say of its article.
///
/// @param file relative to the folder of the family
public record ArticleCase(Path folder, String file, List<Claim> claims) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final URI NOWHERE = URI.create("http://fakehost/test/page.html");

  /// What is said of one field.
  ///
  /// @param field without any index
  public record Claim(String field, String operator, JsonNode value) {
    public String text() {
      return value.isString() ? value.stringValue() : value.toString();
    }
  }

  /// All pages of the family `html-articles`.
  public static List<ArticleCase> of(Path folder) throws IOException {
    var claims = new LinkedHashMap<String, List<Claim>>();
    var lines = Files.readAllLines(folder.resolve("expectations.tsv"));
    for (var line : lines.subList(1, lines.size())) {
      var columns = line.split("\t", -1);
      var field = columns[1].replaceAll("\\[\\d+\\]", "");
      claims
          .computeIfAbsent(columns[0], _ -> new ArrayList<>())
          .add(new Claim(field, columns[2], JSON.readTree(columns[3])));
    }
    return claims.entrySet().stream()
        .map(page -> new ArticleCase(folder, page.getKey(), page.getValue()))
        .toList();
  }

  /// The folder in the family: `aeb`, `fundus`, …
  public String collection() {
    return file.substring(0, file.indexOf('/'));
  }

  public URI location() {
    return text("page.url", "given")
        .map(url -> URI.create(url.replace(" ", "%20")))
        .orElse(NOWHERE);
  }

  public WebPage page() {
    return WebPage.of(location(), Optional.empty(), bytes(file));
  }

  public byte[] bytes() {
    return bytes(file);
  }

  /// The whole text that is expected, where there is one.
  public Optional<String> expectedText() {
    return text("article.body_text", "text_f1_reference")
        .or(() -> text("article.html", "reference_output").map(this::textOf));
  }

  private String textOf(String name) {
    return Jsoup.parse(new String(bytes(name), StandardCharsets.UTF_8)).text();
  }

  public List<String> texts(String field, String operator) {
    return claims.stream()
        .filter(claim -> claim.field().equals(field) && claim.operator().equals(operator))
        .map(Claim::text)
        .toList();
  }

  private Optional<String> text(String field, String operator) {
    return texts(field, operator).stream().findFirst();
  }

  private byte[] bytes(String name) {
    try (var stream = open(folder.resolve(name))) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(Path path) throws IOException {
    var bytes = Files.newInputStream(path);
    return path.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
  }
}
