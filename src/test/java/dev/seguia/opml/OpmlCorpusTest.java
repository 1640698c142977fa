package dev.seguia.opml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.charsets.CharsetDetector;
import dev.seguia.source.SourceList;
import dev.seguia.testing.Corpus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Reads lists that real programs wrote, well-formed and not.
final class OpmlCorpusTest {

  /// What is stated of one file.
  private record Expectation(Path file, String field, String value) {
    boolean is(String name) {
      return field.equals(name);
    }
  }

  /// Five lists hold quotes inside values (`text="Gazeta "Kommersant""`). The parser by which their
  /// numbers were counted gives up on such a tag; we read on, and find what the list's author
  /// meant.
  private static final Map<String, Integer> MORE_THAN_STATED =
      Map.of(
          "countries/without_category/Russia.opml", 1,
          "recommended/without_category/Beauty.opml", 1,
          "recommended/without_category/History.opml", 1,
          "recommended/without_category/Startups.opml", 2,
          "recommended/without_category/Tech.opml", 1);

  @Test
  void everyListHasTheStatedNumberOfFeeds() throws IOException {
    var softly = new SoftAssertions();
    for (var expected : expectations()) {
      if (!expected.field().startsWith("opml.feeds")) continue;
      var urls = document(expected.file()).stream().flatMap(OpmlCorpusTest::urls);
      var count = expected.is("opml.feeds") ? urls.count() : urls.distinct().count();
      softly
          .assertThat(count - more(expected.file()))
          .as("%s of %s", expected.field(), expected.file())
          .isEqualTo(Long.parseLong(expected.value()));
    }
    softly.assertAll();
  }

  private static Stream<String> urls(OpmlDocument document) {
    return document.allOutlines().flatMap(outline -> outline.attribute("xmlUrl").stream());
  }

  private static int more(Path file) {
    return MORE_THAN_STATED.entrySet().stream()
        .filter(entry -> file.endsWith("awesome-rss-feeds/" + entry.getKey()))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /// The stated title of a document that is not well-formed may end at the first fault in it.
  @Test
  void everyListHasTheStatedTitle() throws IOException {
    var softly = new SoftAssertions();
    for (var expected : expectations()) {
      if (!expected.is("opml.title")) continue;
      var result = Opml.read(expected.file());
      var title = document(expected.file()).flatMap(OpmlDocument::title).orElse("");
      var stated = new JsonMapper().readValue(expected.value(), String.class);
      if (result.faults().isEmpty()) softly.assertThat(title).isEqualTo(stated);
      else softly.assertThat(title).startsWith(stated);
    }
    softly.assertAll();
  }

  @Test
  void warnsOfExactlyThoseThatAreNotWellFormed() throws IOException {
    var softly = new SoftAssertions();
    for (var expected : expectations()) {
      if (!expected.is("x.wellformed")) continue;
      if (!(Opml.read(expected.file()) instanceof OpmlResult.Read read)) continue;
      softly
          .assertThat(read.faults().isEmpty())
          .as("%s is well-formed: %s", expected.file(), read.faults())
          .isEqualTo(Boolean.parseBoolean(expected.value()));
    }
    softly.assertAll();
  }

  @Test
  void everyListIsWrittenSoThatItReadsTheSame() throws IOException {
    for (var file : files()) {
      var document = document(file);
      if (document.isEmpty()) continue;
      var written = Opml.write(document.get());
      var again = Opml.read(written.getBytes(StandardCharsets.UTF_8), "written");
      assertThat(again.faults()).as("%s, written again", file).isEmpty();
      assertThat(Opml.write(((OpmlResult.Read) again).document())).isEqualTo(written);
      assertThat(attributes(((OpmlResult.Read) again).document()))
          .isEqualTo(attributes(document.get()));
    }
  }

  @Test
  void theLenientReaderAgreesWithTheStrictOne() throws IOException {
    for (var file : files()) {
      var bytes = Files.readAllBytes(file);
      var strict = new TreeBuilder();
      if (StrictReader.read(bytes, strict).isPresent()) continue;
      var lenient = new TreeBuilder();
      LenientReader.read(CharsetDetector.decode(bytes, Optional.empty()).text(), lenient);
      assertThat(lenient.root().map(Element::content))
          .as(file.toString())
          .isEqualTo(strict.root().map(Element::content));
    }
  }

  @Test
  void everyFeedBecomesASourceOrAFault() throws IOException {
    for (var file : files()) {
      var document = document(file);
      if (document.isEmpty()) continue;
      var list = SourceList.of(document.get(), file.toString());
      var leftOut = list.faults().stream().filter(OpmlCorpusTest::isLeftOut).count();
      assertThat(list.sources().size() + (int) leftOut)
          .as("%s: %s", file, list.faults())
          .isGreaterThanOrEqualTo((int) urls(document.get()).distinct().count());
    }
  }

  private static boolean isLeftOut(Fault fault) {
    return fault.isError() || fault.mend().contains("ignored");
  }

  @Test
  void outlinesThatLieFiveThousandDeepAreCutOff() throws IOException {
    var packed = Files.readAllBytes(Corpus.path("hostile/bombs/opml_deep_outline_5k.opml.gz"));
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      var result = Opml.read(unpacked.readAllBytes(), "deep.opml");
      assertThat(result.faults())
          .singleElement()
          .satisfies(fault -> assertThat(fault.what()).contains("levels deep"));
      assertThat(SourceList.of(result, "deep.opml").sources()).isEmpty();
    }
  }

  private static List<String> attributes(OpmlDocument document) {
    return values(document, outline -> outline.element().attributes().stream())
        .map(Object::toString)
        .toList();
  }

  private static <T> Stream<T> values(OpmlDocument document, Function<Outline, Stream<T>> of) {
    return document.allOutlines().flatMap(of);
  }

  private static Optional<OpmlDocument> document(Path file) {
    return Opml.read(file) instanceof OpmlResult.Read(var document, var faults, _)
        ? Optional.of(document)
        : Optional.empty();
  }

  private static List<Path> files() throws IOException {
    return expectations().stream().map(Expectation::file).distinct().toList();
  }

  private static List<Expectation> expectations() throws IOException {
    var folder = Corpus.path("opml");
    var expectations = new ArrayList<Expectation>();
    for (var line :
        Files.readAllLines(folder.resolve("expectations.tsv")).stream().skip(1).toList()) {
      var fields = line.split("\t", -1);
      var file = folder.resolve(Objects.requireNonNull(fields[0]));
      expectations.add(new Expectation(file, String.valueOf(fields[1]), String.valueOf(fields[3])));
    }
    return expectations;
  }
}
