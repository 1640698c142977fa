package dev.seguia.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class TextSketchTest {
  private static String words(int seed, int count) {
    var random = new Random(seed);
    return IntStream.range(0, count)
        .mapToObj(at ->
            Integer.toString(random.nextInt(5_000), 36) + (random.nextInt(8) == 0 ? "a." : "a"))
        .collect(Collectors.joining(" "));
  }

  private static TextSketch sketch(String text) {
    return TextSketch.of(text).orElseThrow();
  }

  @Property(tries = 200, seed = "20251114")
  void knowsATextAgainInWhichATitleIsQuoted(
      @ForAll @IntRange(min = 0, max = 1000) int seed,
      @ForAll @IntRange(min = 100, max = 800) int length) {
    var wall = words(seed, length);
    var one = words(seed + 1, 8) + ". " + wall + ". 1 minute";
    var other = words(seed + 2, 8) + ". " + wall + ". 22 minutes";
    assertThat(sketch(one).isNearly(sketch(other))).isTrue();
  }

  @Property(tries = 200, seed = "20251114")
  void tellsTextsApart(
      @ForAll @IntRange(min = 0, max = 1000) int seed,
      @ForAll @IntRange(min = 20, max = 800) int length) {
    var common = words(seed, length / 3);
    var one = words(seed + 1, length) + " " + common;
    var other = words(seed + 2, length) + " " + common;
    assertThat(sketch(one).isNearly(sketch(other))).isFalse();
  }

  /// As robots write them: of prices, weather, results.
  @Test
  void tellsTextsOfOnePatternApart() {
    assertThat(sketch(pattern(12)).isNearly(sketch(pattern(13)))).isFalse();
  }

  private static String pattern(int number) {
    return "Le cours a gagné %1$d points à la clôture. Il était à %1$d hier. Demain %1$d sont attendus."
        .formatted(number);
  }

  @Test
  void isReadAsItWasWritten() {
    var sketch = sketch(words(1, 50));
    assertThat(TextSketch.read(sketch.bytes())).isEqualTo(sketch);
  }

  @Test
  void isNoneOfAFewWords() {
    assertThat(TextSketch.of("Lire la suite")).isEmpty();
  }
}
