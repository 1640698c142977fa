package dev.seguia.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.search.TermCache.WordTerms;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

final class TermCacheTest {
  private static WordTerms word(Language language, String written) {
    var stem = (language + written).toCharArray();
    return new WordTerms(language, written.toCharArray(), stem, new char[0]);
  }

  private static String stem(TermCache cache, Language language, String written) {
    var known = cache.get(language, written.toCharArray(), written.length());
    return known == null ? "" : new String(known.stem());
  }

  /// Two places are all there is, so that every word is in the way of others.
  @Property
  void neverGivesTheTermsOfAnotherWordOrLanguage(
      @ForAll List<Language> languages, @ForAll List<@StringLength(max = 3) String> words) {
    var cache = new TermCache(2);
    for (var language : languages)
      for (var written : words) {
        var found = stem(cache, language, written);
        assertThat(found).isIn("", language + written);
        cache.put(word(language, written));
        assertThat(stem(cache, language, written)).isEqualTo(language + written);
      }
  }

  @Test
  void keepsTheWordThatWasUsedLast() {
    var cache = new TermCache(2);
    cache.put(word(Language.FRENCH, "un"));
    cache.put(word(Language.FRENCH, "deux"));
    assertThat(stem(cache, Language.FRENCH, "un")).isEqualTo("FRENCHun");
    cache.put(word(Language.FRENCH, "trois"));
    assertThat(stem(cache, Language.FRENCH, "un")).isEqualTo("FRENCHun");
    assertThat(stem(cache, Language.FRENCH, "deux")).isEmpty();
  }

  @Test
  void holdsNoLongWords() {
    var cache = new TermCache(2);
    cache.put(word(Language.FRENCH, "a".repeat(25)));
    assertThat(stem(cache, Language.FRENCH, "a".repeat(25))).isEmpty();
  }
}
