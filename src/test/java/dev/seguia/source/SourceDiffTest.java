package dev.seguia.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.opml.Opml;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SourceDiffTest {
  @Test
  void tellsWhatWasAddedRemovedMovedAndChanged() {
    var before =
        sources(
            "<outline text='a' xmlUrl='http://a.ma/'/><outline text='b' xmlUrl='http://b.ma/'/><outline text='c' xmlUrl='http://c.ma/'/><outline text='e' xmlUrl='http://e.ma/'/>");
    var after =
        sources(
            "<outline text='B' xmlUrl='http://b.ma/'/><outline text='f'><outline text='c' xmlUrl='http://c.ma/'/></outline><outline text='d' xmlUrl='http://d.ma/'/><outline text='e' xmlUrl='http://e.ma/'/>");
    var diff = SourceDiff.between(before, after);
    assertThat(diff).hasToString("1 added, 1 removed, 1 moved, 1 changed");
    assertThat(diff.added()).extracting(Source::title).containsExactly("d");
    assertThat(diff.removed()).extracting(Source::title).containsExactly("a");
    assertThat(diff.moved()).extracting(change -> change.after().title()).containsExactly("c");
    assertThat(diff.changed()).extracting(change -> change.before().title()).containsExactly("b");
  }

  @Test
  void isEmptyWhereOnlyTheOrderChanged() {
    var before =
        sources(
            "<outline text='a' xmlUrl='http://a.ma/'/><outline text='b' xmlUrl='http://b.ma/'/>");
    assertThat(SourceDiff.between(before, before.reversed()).isEmpty()).isTrue();
  }

  private static List<Source> sources(String body) {
    var text = "<opml><body>" + body + "</body></opml>";
    return SourceList.of(Opml.read(text.getBytes(StandardCharsets.UTF_8), "a.opml"), "a.opml")
        .sources();
  }
}
