package dev.seguia.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.feed.RawEntry;
import dev.seguia.feed.Text;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EntryKeyTest {
  private static EntryKey key(@Nullable String id, @Nullable String link, String title) {
    return EntryKey.of(
        RawEntry.builder()
            .id(Optional.ofNullable(id))
            .link(Optional.ofNullable(link))
            .title(Text.plain(title))
            .build());
  }

  @ParameterizedTest(name = "{0} {1} {2} and {3} {4} {5}: same {6}")
  @CsvSource({
    "1, l, t, 1, m, u, true",
    "1, l, t, 2, l, t, false",
    ", l, t, , l, u, true",
    ", l, t, , m, t, false",
    ", , t, , , t, true",
    ", , t, , , u, false",
    "l, , t, , l, t, false",
    "' 1 ', l, t, 1, l, t, true",
    "' ', l, t, , l, t, true"
  })
  void isTheIdElseTheLinkElseTheText(
      @Nullable String id,
      @Nullable String link,
      String title,
      @Nullable String otherId,
      @Nullable String otherLink,
      String otherTitle,
      boolean same) {
    assertThat(key(id, link, title).equals(key(otherId, otherLink, otherTitle))).isEqualTo(same);
  }

  @Test
  void isRetiredToAnotherOneForEachEntry() {
    var key = key("1", null, "t");
    assertThat(key.retired(1)).isEqualTo(key.retired(1)).isNotEqualTo(key.retired(2));
    assertThat(key.retired(1)).isNotEqualTo(key);
  }
}
