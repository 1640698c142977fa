package dev.seguia.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class CopySketchTest {
  private static final SameArticle SAME = new SameArticle(Duration.ofDays(3));

  @Provide
  Arbitrary<String> texts() {
    var words =
        Arbitraries.of(
            "Le",
            "Raja",
            "bat",
            "Wydad",
            "3",
            "12",
            "1.000",
            "EN DIRECT -",
            "VIDÉO.",
            "JO-2020:",
            "- France 24",
            "| BBC",
            "مباشر |",
            "المغرب",
            "إلى",
            "🔴",
            "\u200f",
            "\ud800",
            "U.S.",
            "not",
            "the",
            "(vidéo)",
            "½",
            "ﷺ",
            ":",
            "-",
            "é\u0301");
    return Arbitraries.oneOf(
        words.list().ofMaxSize(80).map(list -> String.join(" ", list)),
        Arbitraries.strings().ofMaxLength(2_000),
        Arbitraries.strings().withChars('\ud83d', '\udd34', '\u202b', ' ', 'a').ofMaxLength(60));
  }

  @Provide
  Arbitrary<CopySketch> traits() {
    return Combinators.combine(texts(), texts(), texts().list().ofMaxSize(4))
        .as((title, summary, content) ->
            CopySketch.of(title, summary, String.join("<p>", content)));
  }

  @Provide
  Arbitrary<String> titlesOfFourWords() {
    var word = Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(9);
    return word.list().ofMinSize(4).ofMaxSize(12).map(words -> String.join(" ", words));
  }

  @Property(tries = 300)
  void comeBackFromTheirBytes(@ForAll("traits") CopySketch traits) {
    var read = CopySketch.ofBytes(traits.toBytes());
    assertThat(read).isEqualTo(traits).hasSameHashCodeAs(traits);
    assertThat(read.keys()).isEqualTo(traits.keys());
  }

  @Property(tries = 500)
  void areComparedAlikeFromBothSides(
      @ForAll("traits") CopySketch one,
      @ForAll("traits") CopySketch other,
      @ForAll boolean sameSource) {
    var here = new Copy("a", Instant.EPOCH, one);
    var there = new Copy(sameSource ? "a" : "b", Instant.EPOCH, other);
    assertThat(SAME.compare(here, there)).isEqualTo(SAME.compare(there, here));
  }

  @Property(tries = 200)
  void areThoseOfACopyInAnotherSource(@ForAll("titlesOfFourWords") String title) {
    var traits = CopySketch.of(title, "", "");
    assertThat(SAME.compare(copy("a", traits), copy("b", traits)).map(Match::rule))
        .contains(Rule.TITLE);
  }

  private static Copy copy(String source, CopySketch traits) {
    return new Copy(source, Instant.EPOCH, traits);
  }

  @Test
  void haveKeysForTheEndsThePairsAndTheSummary() {
    var title = "La banque centrale européenne relève encore ses taux directeurs";
    var summary = "un deux trois quatre cinq six sept huit neuf dix onze douze treize";
    assertThat(CopySketch.of(title, "", "").keys()).hasSize(1 + 2 + 6).doesNotHaveDuplicates();
    assertThat(CopySketch.of(title, summary, "").keys()).hasSize(1 + 2 + 6 + 1);
    assertThat(CopySketch.of("Deux mots", "", "").keys()).hasSize(1 + 1);
  }

  @Test
  void ofAReprintUnderAnotherTitleShareAKeyOfTheText() {
    var keys = CopySketch.of("Crue", "", Prose.of(1, 400)).keys();
    var others = CopySketch.of("Orage", "", Prose.of(1, 350) + Prose.of(2, 20)).keys();
    assertThat(Arrays.stream(keys).filter(key -> Arrays.stream(others).anyMatch(o -> o == key)))
        .isNotEmpty();
  }

  @Test
  void takeAboutFiveHundredBytes() {
    var title =
        "La banque centrale européenne relève encore ses taux directeurs d'un quart de point";
    assertThat(CopySketch.of(title, Prose.of(1, 60), "").toBytes().length).isLessThan(480);
    assertThat(CopySketch.of(title, Prose.of(1, 60), Prose.of(2, 800)).toBytes().length)
        .isLessThan(620);
  }

  @Test
  void doNotReadWhatAnotherVersionWrote() {
    for (var bytes : List.of(new byte[0], new byte[] {9, 0, 0}))
      assertThatThrownBy(() -> CopySketch.ofBytes(bytes))
          .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void haveALabelAndASentenceForEachRule() {
    assertThat(Arrays.stream(Rule.values()).map(Rule::label))
        .containsExactly("title", "part", "words", "summary", "text", "repeat");
    assertThat(Arrays.stream(Rule.values()).map(Rule::sentence)).noneMatch(String::isBlank);
  }
}
