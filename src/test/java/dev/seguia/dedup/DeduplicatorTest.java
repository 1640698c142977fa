package dev.seguia.dedup;

import static dev.seguia.dedup.Entries.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.dedup.Deduplicator.DedupContext;
import dev.seguia.dedup.Deduplicator.Joined;
import dev.seguia.feed.Audience;
import dev.seguia.feed.Entry;
import dev.seguia.feed.RawEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DeduplicatorTest {
  private static final String LINK = "one.example/news/414708/le-titre";

  private final Deduplicator deduplicator = new Deduplicator(MergeScope.ALL_SOURCES);

  private static IncomingEntry arrival(Entry entry) {
    return new IncomingEntry(
        EntryKey.of(RawEntry.builder().id(entry.id()).build()),
        Fingerprint.ofAll(RawEntry.builder().build()),
        Fingerprint.ofSubstance(entry),
        CopySketch.of(entry.title(), entry.summary(), entry.content()),
        entry,
        List.of(),
        Audience.EVERYONE);
  }

  private static KnownEntry known(long seq, Entry entry) {
    return new KnownEntry(
        seq, entry.title(), entry.linkKey(), Fingerprint.ofSubstance(entry), NOON);
  }

  private static Entry entry(String title, String content, String linkKey, int hoursLater) {
    return Entries.entry(title, "", content, linkKey, NOON.plus(Duration.ofHours(hoursLater)));
  }

  private static DedupContext byKey(KnownEntry before) {
    return DedupContext.byKey(before, Optional.empty(), List.of());
  }

  private static DedupContext byLink(KnownEntry... sharers) {
    return byLink(Set.of(), sharers);
  }

  private static DedupContext byLink(Set<Long> own, KnownEntry... sharers) {
    return new DedupContext(
        Optional.empty(),
        Optional.empty(),
        List.of(sharers),
        own,
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  private static DedupContext gone(KnownEntry... byDate) {
    return new DedupContext(
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Set.of(),
        Optional.empty(),
        List.of(),
        List.of(byDate),
        Optional.empty());
  }

  private EntryChange decide(Entry entry, DedupContext known) {
    return deduplicator.decide(arrival(entry), known);
  }

  @Test
  void isNewWhereNothingIsKnown() {
    assertThat(decide(entry("Le titre", "texte", LINK, 0), DedupContext.nothing()))
        .isEqualTo(new EntryChange.New());
  }

  @Test
  void isTouchedWhereTheWordsAreTheSame() {
    var before = known(1, entry("Le titre", "texte", LINK, 0));
    assertThat(decide(entry("Le titre", "<b>texte</b>", LINK, 3), byKey(before)))
        .isEqualTo(new EntryChange.Touched(before));
  }

  @ParameterizedTest(name = "{0} at {1}, {2} hours later: {3}")
  @CsvSource({
    "Le titre, one.example/news/414708/le-titre, 1, Edited",
    "Autre chose encore, one.example/news/414708/le-titre, 1, Edited",
    "Autre chose encore, one.example/news/414708/autre-chose, 1, Edited",
    "Autre chose encore, one.example/news/500001/autre-chose, 0, Edited",
    "Autre chose encore, one.example/news/500001/autre-chose, -1, Edited",
    "Le titre change, one.example/news/500001/le-titre-change, 1, Edited",
    "Autre chose encore, '', 1, Edited",
    "Autre chose encore, one.example/2025/11/14/autre-chose, 1, ReusedId",
    "Autre chose encore, one.example/news/500001/autre-chose, 1, ReusedId",
    "نص ثان, one.example/news/500001/autre-chose, 1, ReusedId",
    "Autre chose encore, one.example/news/414708/le-titre, 24, Edited",
    "Autre chose encore, '', 24, ReusedId",
    "Le titre du lendemain, '', 24, Edited",
    "Autre chose encore, one.example/news/500001/autre-chose, undated, ReusedId"
  })
  void takesAnOldIdForANewEntryOnlyWhereTitleLinkAndDateAllSaySo(
      String title, String linkKey, String hoursLater, String expected) {
    var before = known(1, entry("Le titre", "texte", LINK, 0));
    var entry =
        hoursLater.equals("undated")
            ? Entries.undated(title, "tout autre", linkKey)
            : entry(title, "tout autre", linkKey, Integer.parseInt(hoursLater));
    assertThat(decide(entry, byKey(before)).getClass().getSimpleName()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"Un autre, b, true", "Un autre qui a changé de titre, b, true", "Un autre, a, false"})
  void knowsTheEntryAgainThatHadTheIdBefore(String title, String content, boolean edited) {
    var link = "one.example/news/500001/un-autre";
    var now = known(2, entry("Le titre", "texte", LINK, 3));
    var earlier = known(1, entry("Un autre", "a", link, 0));
    var known = DedupContext.byKey(now, Optional.empty(), List.of(earlier));
    assertThat(decide(entry(title, content, link, 0), known))
        .isEqualTo(new EntryChange.Returned(now, earlier, edited));
  }

  @Test
  void doesNotLetAnEntryThatKeptItsHeadlineReturnToAnother() {
    var link = "one.example/news/500001/un-autre";
    var now = known(2, entry("Le titre", "texte", LINK, 0));
    var other = known(1, entry("Un autre", "a", link, 0));
    var known = DedupContext.byKey(now, Optional.empty(), List.of(other));
    assertThat(decide(entry("Le titre", "b", link, 3), known))
        .isEqualTo(new EntryChange.Edited(now));
  }

  @Test
  void joinsByLinkToTheOldestOrToTheOneOfTheSameTitle() {
    var oldest = known(1, entry("Un titre", "a", LINK, 0));
    var alike = known(2, entry("LE TITRE", "b", LINK, 0));
    assertThat(decide(entry("Le titre", "c", LINK, 1), byLink(oldest, alike)))
        .isEqualTo(new EntryChange.SameLink(alike));
    assertThat(decide(entry("Un autre", "c", LINK, 1), byLink(oldest, alike)))
        .isEqualTo(new EntryChange.SameLink(oldest));
  }

  @ParameterizedTest
  @ValueSource(strings = {"one.example/", "one.example", ""})
  void joinsNothingByAFrontPage(String linkKey) {
    var before = known(1, entry("Un titre", "a", linkKey, 0));
    assertThat(decide(entry("Le titre", "c", linkKey, 1), byLink(before)))
        .isEqualTo(new EntryChange.New());
  }

  @Test
  void joinsByAFrontPageWithAQuery() {
    var before = known(1, entry("Un titre", "a", "one.example?p=12", 0));
    assertThat(decide(entry("Le titre", "c", "one.example?p=12", 1), byLink(before)))
        .isEqualTo(new EntryChange.SameLink(before));
  }

  @Test
  void joinsNothingByALinkThatManyTitlesShare() {
    var sharers =
        IntStream.range(0, 4)
            .mapToObj(number -> known(number, entry("Titre " + number, "a", LINK, 0)))
            .toArray(KnownEntry[]::new);
    assertThat(decide(entry("Le titre", "c", LINK, 1), byLink(sharers)))
        .isEqualTo(new EntryChange.New());
  }

  @Test
  void joinsByContentWhereNothingElseDoes() {
    var before = known(1, entry("Le titre", "texte", "one.example/old", 0));
    var known =
        new DedupContext(
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Set.of(),
            Optional.empty(),
            List.of(before),
            List.of(),
            Optional.empty());
    assertThat(decide(entry("Le titre", "texte", LINK, 0), known))
        .isEqualTo(new EntryChange.SameContent(before));
  }

  @ParameterizedTest(name = "by words {1}, instead {2}, then titled {0}: {3}")
  @CsvSource({
    "Une tornade fait un mort, true, false, Edited",
    "Une tornade fait deux morts en Oklahoma, true, false, Edited",
    "Le prix du blé au plus haut, true, false, Left",
    "Le prix du blé au plus haut, false, false, Edited",
    "Le prix du blé au plus haut, true, true, Moved",
    "Le prix du blé au plus haut, false, true, Moved",
  })
  void tellsWhatBecomesOfASightingThatJoined(
      String title, boolean byWords, boolean instead, String expected) {
    var before = known(1, entry("Une tornade fait un mort", "a", LINK, 0));
    var joined = new Joined("Une tornade fait un mort", byWords, instead);
    var known = DedupContext.byKey(before, Optional.of(joined), List.of());
    var change = decide(entry(title, "b", LINK, 1), known);
    assertThat(change.getClass().getSimpleName()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}, {1}, {2} hours later: {3}")
  @CsvSource({
    "Le titre, autre texte, 24, SameLink",
    "Le titre a changé, autre texte, 24, SameLink",
    "Autre chose encore, texte, 0, SameLink",
    "Autre chose encore, autre texte, 24, New"
  })
  void takesALinkOfTheSourcesOwnForOneArticleOnlyWhereMoreSaysSo(
      String title, String content, int hoursLater, String expected) {
    var before = known(1, entry("Le titre", "texte", LINK, 0));
    var change = decide(entry(title, content, LINK, hoursLater), byLink(Set.of(1L), before));
    assertThat(change.getClass().getSimpleName()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}, {1}, {2}: {3}")
  @CsvSource({
    "Le titre, autre texte, 2025-11-14T12:00:00Z, SameContent",
    "LE TITRE, autre texte, 2025-11-14T12:00:00Z, SameContent",
    "Un titre, autre texte, 2025-11-14T12:00:00Z, New",
    "'', texte, 2025-11-14T12:00:00Z, New",
    "Le titre, autre texte, 2025-11-14T00:00:00Z, New",
    "Le titre, texte, 2025-11-14T00:00:00Z, SameContent"
  })
  void knowsAnArticleUnderANewIdByTitleAndDateToTheSecond(
      String title, String content, Instant date, String expected) {
    var before = known(1, Entries.entry("Le titre", "", "texte", "one.example/old", date));
    var change = decide(Entries.entry(title, "", content, LINK, date), gone(before));
    assertThat(change.getClass().getSimpleName()).isEqualTo(expected);
  }
}
