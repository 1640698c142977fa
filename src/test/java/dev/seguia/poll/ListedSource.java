package dev.seguia.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.opml.Opml;
import dev.seguia.source.Source;
import dev.seguia.source.SourceList;
import java.nio.charset.StandardCharsets;

/// Sources as a list of sources names them, with our own attributes.
final class ListedSource {
  private ListedSource() {}

  /// A source at a path of the world's server, listed alone.
  ///
  /// @param attributes as they stand in the outline
  static Source of(PollWorld world, String path, String attributes) {
    var opml =
        "<opml xmlns:seguia='https://seguia.dev/opml'><body><outline text='Section' xmlUrl='"
            + world.server.url(path)
            + "' "
            + attributes
            + "/></body></opml>";
    var list = SourceList.of(Opml.read(opml.getBytes(StandardCharsets.UTF_8), "a.opml"), "a.opml");
    assertThat(list.faults()).isEmpty();
    world.sources.list(list.sources());
    return list.sources().getFirst();
  }
}
