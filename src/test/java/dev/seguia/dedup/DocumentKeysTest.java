package dev.seguia.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.feed.RawEntry;
import dev.seguia.feed.RawFeed;
import dev.seguia.feed.Rhythm;
import dev.seguia.feed.Text;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DocumentKeysTest {
  private static final String HOME = "https://shop.example/";

  /// What a program may write where an id or a link belongs.
  private static final List<Optional<String>> NAMES =
      Stream.of(null, "null", "0", "same", HOME, "http://shop.example", "https://shop.example/a")
          .map(Optional::ofNullable)
          .toList();

  private static RawEntry entry(
      @Nullable String id, @Nullable String link, String title, String text) {
    return entry(Optional.ofNullable(id), Optional.ofNullable(link), title, text);
  }

  private static RawEntry entry(
      Optional<String> id, Optional<String> link, String title, String text) {
    return RawEntry.builder()
        .id(id)
        .link(link)
        .title(Text.plain(title))
        .content(Text.html(text))
        .build();
  }

  private static RawFeed document(Collection<RawEntry> entries) {
    var header = RawFeed.Header.of("rss 2.0", Text.plain("Shop"), Optional.empty());
    return new RawFeed(
        URI.create("https://feeds.example/shop"),
        header,
        List.copyOf(entries),
        Rhythm.none(),
        true);
  }

  /// A source that is polled again and again, with what the store remembers of it.
  private static final class Polled {
    private SharedKeys shared = SharedKeys.none();
    private final Map<EntryKey, Fingerprint> seen = new HashMap<>();

    Map<EntryKey, RawEntry> poll(Collection<RawEntry> entries) {
      var keys = DocumentKeys.of(document(entries), shared);
      shared = SharedKeys.ofBytes(keys.shared().toBytes());
      var byKey = keys.entries(seen);
      byKey.forEach((key, entry) -> seen.put(key, Fingerprint.ofAll(entry)));
      return byKey;
    }
  }

  @Provide
  Arbitrary<List<RawEntry>> itemsOfTheirOwn() {
    var names = Arbitraries.of(NAMES);
    return names
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .flatMap(ids ->
            names
                .list()
                .ofSize(ids.size())
                .map(links ->
                    IntStream.range(0, ids.size())
                        .mapToObj(
                            at -> entry(ids.get(at), links.get(at), "Title " + at, "<p>text " + at))
                        .toList()));
  }

  @Property(tries = 500)
  void givesEachItemAKeyOfItsOwnWhateverNamesTheyShare(
      @ForAll("itemsOfTheirOwn") List<RawEntry> items) {
    assertThat(new Polled().poll(items).values()).containsExactlyElementsOf(items);
  }

  @Property(tries = 500)
  void letsEachItemKeepItsKeyWhenOthersComeAndGo(
      @ForAll("itemsOfTheirOwn") List<RawEntry> items,
      @ForAll List<Set<@IntRange(max = 7) Integer>> laterDocuments) {
    var polled = new Polled();
    var keyOf = new HashMap<RawEntry, EntryKey>();
    polled.poll(items).forEach((key, entry) -> keyOf.put(entry, key));
    for (var left : laterDocuments) {
      var still = new ArrayList<RawEntry>();
      for (var at = 0; at < items.size(); at++) if (left.contains(at)) still.add(items.get(at));
      polled.poll(still).forEach((key, entry) -> assertThat(key).isEqualTo(keyOf.get(entry)));
    }
  }

  @Property(tries = 200)
  void mixesUpNoTwoItemsThatAreNeverInOneDocumentButOnce(
      @ForAll("itemsOfTheirOwn") List<RawEntry> items) {
    var polled = new Polled();
    var keys = new HashSet<EntryKey>();
    polled.poll(items);
    for (var item : items) keys.addAll(polled.poll(List.of(item)).keySet());
    assertThat(keys).hasSameSizeAs(items);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "the same id and link and another text, 1, l, t, x, 1, l, t, y, 2",
    "the same id and link and text, 1, l, t, x, 1, l, t, x, 1",
    "a copy under another link, 1, l, t, x, 1, m, t, x, 1",
    "no name at all, , , t, x, , , t, y, 2",
    "nothing but pictures, 1, l, '', <img src='a'>, 1, l, '', <img src='b'>, 2",
    "markup that differs, 1, l, t, <p>x</p>, 1, l, T, <b>x </b>, 1",
    "a number that differs, , l, Alerte, à 10 h, , l, Alerte, à 11 h, 2"
  })
  void tellsTwoItemsApartByTitleAndText(
      String what,
      @Nullable String id,
      @Nullable String link,
      String title,
      String text,
      @Nullable String otherId,
      @Nullable String otherLink,
      String otherTitle,
      String otherText,
      int entries) {
    var items =
        List.of(entry(id, link, title, text), entry(otherId, otherLink, otherTitle, otherText));
    assertThat(new Polled().poll(items)).as(what).hasSize(entries);
  }

  @Test
  void keepsTheKeyOfAnItemWhoseTextIsMended() {
    var polled = new Polled();
    var one = entry(null, HOME, "Tee Dune", "by Ana");
    var other = entry(null, HOME, "Tee Atlas", "by Bo");
    var before = polled.poll(List.of(one, other)).keySet();
    var after = polled.poll(List.of(entry(null, HOME, "Tee Dune", "by Anna"))).keySet();
    assertThat(before).containsAll(after);
  }

  @Test
  void takesTheNameOfTheFeedOrItsSiteForNobodys() {
    var polled = new Polled();
    var keys = new HashSet<EntryKey>();
    for (var title : List.of("Monday", "Tuesday", "Wednesday"))
      keys.addAll(
          polled.poll(List.of(entry(null, "http://feeds.example/shop/", title, "x"))).keySet());
    assertThat(keys).hasSize(3);
  }

  @Test
  void namesTheSharedIds() {
    var items = IntStream.range(0, 5).mapToObj(at -> entry("tee", null, "Tee " + at, "x")).toList();
    assertThat(DocumentKeys.of(document(items), SharedKeys.none()).warnings())
        .containsExactly("5 entries share the id or link 'tee', which names none of them");
  }

  @Test
  void remembersABoundedNumberOfSharedKeys() {
    var polled = new Polled();
    for (var round = 0; round < 400; round++) {
      var id = "id " + round;
      polled.poll(List.of(entry(id, null, "a", "x"), entry(id, null, "b", "x")));
    }
    assertThat(polled.shared.hashes()).hasSize(256);
  }
}
