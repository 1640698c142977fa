package dev.seguia.store.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.feed.Picture;
import dev.seguia.store.database.JsonColumn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class EntryBodyTest {
  @Test
  void readsAPictureThatIsStoredAsItsUrlAlone() {
    var stored =
        Map.of(
            "summary", "Un résumé",
            "content", "<p>Un texte</p>",
            "authors", List.of(),
            "categories", List.of(),
            "enclosures", List.of(),
            "image", "https://le360.example/1.jpg",
            "rights", "");
    assertThat(EntryBody.inflate(JsonColumn.deflate(stored)).image())
        .contains(Picture.valueOf("https://le360.example/1.jpg"));
  }

  @Test
  void readsAPictureAsItWasStored() {
    var picture = new Picture("https://le360.example/1.jpg", 1200, 675, "Le barrage", "AFP");
    var body =
        new EntryBody(
            "",
            "",
            List.of(),
            List.of(),
            List.of(),
            Optional.of(picture),
            Optional.empty(),
            "",
            Optional.empty());
    assertThat(EntryBody.inflate(EntryBody.deflate(body)).image()).contains(picture);
  }
}
