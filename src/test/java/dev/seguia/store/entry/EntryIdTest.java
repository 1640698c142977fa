package dev.seguia.store.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EntryIdTest {
  private static final URI FEED = URI.create("https://one.example/feed");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://one.example/news/1",
        "http://one.example/?p=12&preview=true",
        "tag:one.example,2025:1",
        "urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a",
        "https://one.example/نص",
        "yt:video:dQw4w9WgXcQ"
      })
  void keepsAnIdThatIsAnAbsoluteIri(String id) {
    assertThat(EntryId.own(Optional.of(id))).contains(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12345",
        "/news/1",
        "news/1",
        "//one.example/news/1",
        "c:\\news\\1",
        "a:b",
        "https:",
        "a b",
        "http://one.example/a b",
        "http://one.example/%zz",
        "12345 at https://one.example",
        "http://one.example/a\u0007",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x"
      })
  void takesNothingElse(String id) {
    assertThat(EntryId.own(Optional.of(id))).isEmpty();
  }

  @Test
  void takesNoIdOfKilobytes() {
    assertThat(EntryId.own(Optional.of("https://one.example/" + "a".repeat(3000)))).isEmpty();
  }

  /// RFC 9562 section 5.5.
  @Test
  void mintsAUuidOfVersionFiveThatIsTheSameForEver() {
    var id = EntryId.minted(FEED, "12345");
    var uuid = UUID.fromString(id.substring("urn:uuid:".length()));
    assertThat(uuid.version()).isEqualTo(5);
    assertThat(uuid.variant()).isEqualTo(2);
    assertThat(id).isEqualTo(EntryId.minted(FEED, "12345"));
  }

  @Test
  void mintsAnotherIdForAnotherSourceOrName() {
    assertThat(EntryId.minted(FEED, "12345"))
        .isNotEqualTo(EntryId.minted(FEED, "12346"))
        .isNotEqualTo(EntryId.minted(URI.create("https://two.example/feed"), "12345"));
  }
}
