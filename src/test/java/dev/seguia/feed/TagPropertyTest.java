package dev.seguia.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.text.Fold;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class TagPropertyTest {
  private static final String[] NAMES = {"a", "b", "c", "maroc", "sport", "all", "المغرب", "été-2"};

  @Provide
  Arbitrary<TagExpression.Alternative> alternatives() {
    var tags = Arbitraries.of(NAMES).map(Tag::of).set().ofMaxSize(3);
    return Combinators.combine(tags, tags)
        .as((with, without) ->
            new TagExpression.Alternative(new TreeSet<>(with), new TreeSet<>(without)));
  }

  @Provide
  Arbitrary<java.util.List<TagExpression.Alternative>> anyOf() {
    return alternatives().list().ofMinSize(1).ofMaxSize(4);
  }

  @Provide
  Arbitrary<Set<Tag>> entryTags() {
    return Arbitraries.of(NAMES)
        .filter(name -> !name.equals("all"))
        .map(Tag::of)
        .set()
        .ofMaxSize(5);
  }

  @Provide
  Arbitrary<String> labels() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(130),
        Arbitraries.strings().withChars("aÉßİſ℡ﷺﬁ①Ⅷ²أىةـ́́ -_'").ofMaxLength(130));
  }

  @Property(tries = 3000, seed = "20251114")
  void everyLabelHasANormalForm(@ForAll("labels") String label) {
    if (!Tag.isLabel(label)) return;
    var tag = Tag.of(label);
    assertThat(Tag.of(tag.name())).isEqualTo(tag);
    assertThat(Tag.of(tag.words())).isEqualTo(tag);
    assertThat(TagExpression.parse(tag.name())).isPresent();
  }

  @Property(tries = 2000, seed = "20251114")
  void foldingTwiceIsFoldingOnce(@ForAll("labels") String text) {
    assertThat(Fold.fold(Fold.fold(text))).isEqualTo(Fold.fold(text));
  }

  @Property(seed = "20251114")
  void readsWhatItWrites(@ForAll("anyOf") java.util.List<TagExpression.Alternative> alternatives) {
    var expression = new TagExpression(alternatives);
    assertThat(TagExpression.parse(expression.toString())).contains(expression);
    assertThat(TagExpression.parsePath(expression.toString())).contains(expression);
  }

  @Property(seed = "20251114")
  void spellingACanonicalSpellingChangesNothing(
      @ForAll("anyOf") java.util.List<TagExpression.Alternative> alternatives) {
    var spelling = new TagExpression(alternatives).toString();
    assertThat(TagExpression.parse(spelling).orElseThrow()).hasToString(spelling);
  }

  @Property(tries = 3000, seed = "20251114")
  void simplifyingKeepsTheMeaning(
      @ForAll("anyOf") java.util.List<TagExpression.Alternative> alternatives,
      @ForAll("entryTags") Set<Tag> tags) {
    assertThat(new TagExpression(alternatives).fits(tags))
        .isEqualTo(alternatives.stream().anyMatch(alternative -> alternative.fits(tags)));
  }
}
