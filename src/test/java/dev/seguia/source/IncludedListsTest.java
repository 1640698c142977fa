package dev.seguia.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.opml.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lists that include others.
final class IncludedListsTest {
  @TempDir private Path folder;

  private void write(String name, String outlines) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "<opml version='2.0' xmlns:seguia='https://seguia.dev/opml'><body>\n%s\n</body></opml>"
            .formatted(outlines));
  }

  private SourceList read() {
    return SourceList.read(folder.resolve("feeds.opml"), _ -> WebLists.Holding.none());
  }

  private static String feed(String name) {
    return "<outline text='%1$s' xmlUrl='https://%1$s.example/rss'/>".formatted(name);
  }

  private static String tags(SourceList list, String title) {
    return list.sources().stream()
        .filter(source -> source.title().equals(title))
        .flatMap(source -> source.tags().stream())
        .map(tag -> tag.tag().name())
        .sorted()
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type='include' url='more/sport.opml'",
        "type='link' url='more/sport.opml'",
        "type='include' url='FOLDER/more/sport.opml'",
        "type='include' url='file:FOLDER/more/sport.opml'",
        "type='include' url='file://FOLDER/more/sport.opml'"
      })
  void addTheirSourcesUnderTheFoldersAround(String include) throws IOException {
    write(
        "feeds.opml",
        feed("a")
            + "<outline text='Maroc'><outline text='Sport' %s/></outline>"
                .formatted(include.replace("FOLDER", folder.toString())));
    write("more/sport.opml", "<outline text='Raja'>" + feed("b") + "</outline>");
    assertThat(read().faults()).isEmpty();
    assertThat(read().sources()).extracting(Source::title).containsExactly("a", "b");
    assertThat(tags(read(), "b")).isEqualTo("maroc raja sport");
    assertThat(read().files()).containsExactly(folder.resolve("more/sport.opml"));
  }

  @Test
  void giveASourceTheTagsOfAllWhoNameIt() throws IOException {
    write(
        "feeds.opml",
        "<outline text='Un' type='include' url='b.opml'/>"
            + "<outline text='Deux' type='include' url='b.opml'/>"
            + "<outline text='Ici'>"
            + feed("a")
            + "</outline>");
    write("b.opml", "<outline text='Autre'>" + feed("a") + "</outline>");
    assertThat(read().faults()).isEmpty();
    assertThat(read().sources()).hasSize(1);
    assertThat(tags(read(), "a")).isEqualTo("autre deux ici un");
  }

  @Test
  void leaveTheSettingsOfTheListAbove() throws IOException {
    write(
        "feeds.opml",
        "<outline text='B' type='include' url='b.opml'/>"
            + "<outline text='a' xmlUrl='https://a.example/rss' seguia:weight='0.5'/>");
    write("b.opml", "<outline text='other' xmlUrl='https://a.example/rss' seguia:weight='2'/>");
    assertThat(read().sources())
        .singleElement()
        .satisfies(source -> {
          assertThat(source.settings().weight()).isEqualTo(0.5);
          assertThat(source.title()).isEqualTo("a");
        });
  }

  @Test
  void areReadThreeDeep() throws IOException {
    write("feeds.opml", "<outline text='1' type='include' url='1.opml'/>");
    for (var depth = 1; depth <= 4; depth++)
      write(
          depth + ".opml",
          feed("s" + depth)
              + "<outline type='include' text='x' url='%d.opml'/>".formatted(depth + 1));
    assertThat(read().sources()).extracting(Source::title).containsExactly("s1", "s2", "s3");
    assertThat(read().warnings())
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.file()).isEqualTo(folder.resolve("3.opml").toString());
          assertThat(fault.line()).isEqualTo(2);
          assertThat(fault.what()).contains("3 deep", "4.opml");
        });
  }

  @Test
  void endWhereTheyGoInACircle() throws IOException {
    write("feeds.opml", feed("a") + "<outline type='include' text='x' url='b.opml'/>");
    write("b.opml", feed("b") + "<outline type='include' text='x' url='./feeds.opml'/>");
    assertThat(read().sources()).extracting(Source::title).containsExactly("a", "b");
    assertThat(read().errors()).isEmpty();
    assertThat(read().warnings())
        .singleElement()
        .satisfies(fault -> assertThat(fault.what()).contains("includes itself"));
  }

  @Test
  void areNoMoreThanAHundred() throws IOException {
    write(
        "feeds.opml",
        IntStream.range(0, 103)
            .mapToObj("<outline type='include' text='x' url='%d.opml'/>"::formatted)
            .collect(Collectors.joining("\n")));
    for (var number = 0; number < 103; number++) write(number + ".opml", feed("s" + number));
    assertThat(read().sources()).hasSize(100);
    assertThat(read().warnings())
        .singleElement()
        .satisfies(fault -> assertThat(fault.what()).contains("more than 100", "3 are ignored"));
  }

  @Test
  void tellWhereTheyAreNamedIfTheyCannotBeRead() throws IOException {
    write(
        "feeds.opml",
        feed("a")
            + "\n<outline type='include' text='x' url='gone.opml'/>"
            + "\n<outline type='include' text='x' url='page.opml'/>");
    Files.writeString(folder.resolve("page.opml"), "<html/>");
    assertThat(read().sources()).hasSize(1);
    assertThat(read().errors()).extracting(Fault::line).containsExactly(3, 4);
    assertThat(read().errors().getFirst().what()).contains("gone.opml", "no such file");
  }

  @Test
  void nameTheirOwnFileWhereTheyHaveFaults() throws IOException {
    write("feeds.opml", "<outline type='include' text='x' url='b.opml'/>");
    write("b.opml", feed("b") + "\n<outline text='c' type='rss' xmlUrl='nowhere'/>");
    assertThat(read().sources()).hasSize(1);
    assertThat(read().warnings())
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.file()).isEqualTo(folder.resolve("b.opml").toString());
          assertThat(fault.line()).isEqualTo(3);
        });
  }
}
