package dev.seguia.relate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.seguia.feed.Audience;
import dev.seguia.feed.Tag;
import dev.seguia.source.Source;
import dev.seguia.store.EntryStore.Retagged;
import dev.seguia.store.StoreWorld;
import dev.seguia.store.StoreWorld.Item;
import dev.seguia.store.derived.ChangeDelivery;
import dev.seguia.store.derived.ChangeFeed;
import dev.seguia.store.derived.RelationStore;
import dev.seguia.store.entry.StoredEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Stories and counts of tags behind a real store.
final class RelatingTest {
  private static final Source ONE = StoreWorld.source("https://one.example/feed", "eau");
  private static final Source TWO = StoreWorld.source("https://two.example/feed", "sport");

  private final StoreWorld world = new StoreWorld();
  private final RelationStore relations = new RelationStore(world.database, world.session);
  private Relating relating = new Relating(relations, world.clock);
  private int number;

  @BeforeEach
  void list() {
    world.sources.list(List.of(ONE, TWO));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private StoredEntry poll(Source source, String title) {
    var link = source.url().resolve("/" + ++number).toString();
    world.poll(
        source, Item.of("id" + number, link, title).published(world.clock.instant().toString()));
    world.clock.advance(Duration.ofMinutes(5));
    return world.entries.named(link).orElseThrow();
  }

  /// As a daemon does that was just started.
  private void follow() {
    var changes = new ChangeFeed(world.database, world.session);
    relating = new Relating(relations, world.clock);
    new ChangeDelivery("relations", changes, relating).catchUp();
  }

  private RelatedTags related() {
    return new RelatedTags(relating.tags(), relations);
  }

  private StoredEntry now(StoredEntry entry) {
    return world.entries.entry(entry.id()).orElseThrow();
  }

  private void tag(StoredEntry entry, String... names) {
    var tags =
        java.util.stream.Stream.of(names)
            .map(name ->
                new dev.seguia.feed.EntryTag(
                    Tag.of(name), name, dev.seguia.feed.EntryTag.Provenance.ENTRY))
            .toList();
    world.entries.retag(List.of(new Retagged(entry.seq(), tags, Audience.EVERYONE)));
  }

  private double together(String one, String other) {
    return relating.tags().of(Tag.of(one), world.clock.instant()).neighbours().stream()
        .filter(neighbour -> neighbour.tag().equals(Tag.of(other)))
        .mapToDouble(neighbour -> neighbour.together())
        .sum();
  }

  @Test
  void linksArticlesOnOneEventAndLeavesThemTwo() {
    var first = poll(ONE, "Séisme au Maroc : la ville d'Agadir durement touchée");
    var other = poll(TWO, "Agadir : un séisme secoue le sud du Maroc");
    follow();
    assertThat(now(other).story().orElseThrow().story()).isEqualTo(first.seq());
    assertThat(now(first).story().orElseThrow().story()).isEqualTo(first.seq());
    assertThat(world.entries.sameStory(now(first), 50).nearest())
        .extracting(StoredEntry::id)
        .containsExactly(other.id());
  }

  @Test
  void tellsTheNearestOfALongStory() {
    var polled =
        IntStream.range(0, 9)
            .mapToObj(number ->
                poll(
                    number % 2 == 0 ? ONE : TWO,
                    "Séisme au Maroc : la ville d'Agadir durement touchée, bilan " + number))
            .toList();
    follow();
    var story = world.entries.sameStory(now(polled.get(4)), 4);
    assertThat(story.nearest())
        .extracting(StoredEntry::id)
        .containsExactly(
            polled.get(2).id(), polled.get(3).id(), polled.get(5).id(), polled.get(6).id());
    assertThat(story.all()).hasSize(8);
    assertThat(world.entries.sameStory(now(polled.get(0)), 2).nearest())
        .extracting(StoredEntry::id)
        .containsExactly(polled.get(1).id(), polled.get(2).id());
  }

  @Test
  void goesOnWithAStoryAfterANewStart() {
    var first = poll(ONE, "Séisme au Maroc : la ville d'Agadir durement touchée");
    follow();
    var other = poll(TWO, "Agadir : un séisme secoue le sud du Maroc");
    follow();
    assertThat(now(other).story().orElseThrow().story()).isEqualTo(first.seq());
  }

  @Test
  void showsTheStoryOnceInAFeedOfStories() {
    poll(ONE, "Séisme au Maroc : la ville d'Agadir durement touchée");
    poll(TWO, "Agadir : un séisme secoue le sud du Maroc");
    poll(TWO, "La banque centrale relève ses taux directeurs");
    follow();
    var stories = world.entries.newestStories(dev.seguia.feed.TagExpression.all(), 10);
    assertThat(stories).hasSize(2);
    assertThat(stories.getLast().first().entry().title()).startsWith("Séisme au Maroc");
    assertThat(stories.getLast().others()).hasSize(1);
    var ofTag = world.entries.newestStories(dev.seguia.feed.TagExpression.of(Tag.of("sport")), 10);
    assertThat(ofTag).allSatisfy(story -> assertThat(story.others()).isEmpty()).hasSize(2);
  }

  @Test
  void countsAnEntryOnceHoweverOftenItChanges() {
    var entry = poll(ONE, "Les barrages sont pleins");
    tag(entry, "barrages", "pluie");
    follow();
    tag(entry, "barrages", "pluie", "orage");
    follow();
    assertThat(together("barrages", "pluie")).isEqualTo(1, within(1e-3));
    assertThat(together("barrages", "orage")).isEqualTo(1, within(1e-3));
  }

  @Test
  void countsAsMuchInTwoTurnsAsInOne() {
    for (var at = 0; at < 4; at++) {
      tag(poll(ONE, "Un titre tout à fait autre " + "abcd".charAt(at)), "barrages", "pluie");
      if (at == 1) follow();
    }
    follow();
    assertThat(together("barrages", "pluie")).isBetween(2.99, 4.01);
    assertThat(related().to(Tag.of("barrages"), 8, world.clock.instant()))
        .extracting(related -> related.tag().name())
        .containsExactly("pluie");
  }

  @Test
  void countsAPairThreeTimesAtMostForOneStory() {
    for (var place : List.of("nord", "sud", "est", "ouest", "centre"))
      tag(poll(ONE, "Séisme au Maroc : Agadir durement touchée au " + place), "agadir", "séisme");
    follow();
    assertThat(together("agadir", "seisme")).isBetween(2.9, 3.01);
  }

  @Test
  void isWorthHalfAfterThirtyDays() {
    tag(poll(ONE, "Les barrages sont pleins"), "barrages", "pluie");
    follow();
    var now = entryDate();
    var tags = relating.tags();
    assertThat(tags.of(Tag.of("barrages"), now).alone()).isEqualTo(1, within(1e-9));
    var later = now.plus(Duration.ofDays(30));
    assertThat(tags.of(Tag.of("barrages"), later).alone()).isEqualTo(0.5, within(1e-9));
  }

  private Instant entryDate() {
    return world.entries.newestOf(ONE.id(), 1).getFirst().published();
  }

  @Test
  void aFolderIsNoCompany() {
    for (var word : List.of("pleins", "vides", "fermés")) poll(ONE, "Les barrages sont " + word);
    var entries = world.entries.newestOf(ONE.id(), 10);
    for (var entry : entries) tag(entry, "eau", "barrages");
    follow();
    assertThat(related().to(Tag.of("barrages"), 8, world.clock.instant())).isEmpty();
  }

  @Test
  void aTagOnThreeInTenEntriesOfItsSourcesIsNoCompany() {
    fill(40, 11);
    assertThat(relatedToBarrages()).contains("maroc", "pluie");
    fill(10, 10);
    assertThat(relatedToBarrages()).contains("pluie").doesNotContain("maroc");
  }

  @Test
  void aSourceThatSeldomUsesATagMakesItCompanyAgain() {
    fill(50, 21);
    assertThat(relatedToBarrages()).doesNotContain("maroc");
    for (var at = 0; at < 30; at++)
      tag(poll(TWO, "Un match sans aucun but, le numéro " + at), at == 0 ? "maroc" : "football");
    follow();
    assertThat(relatedToBarrages()).contains("maroc");
  }

  @Test
  void ofAHandfulOfEntriesNoTagIsForGoingAbout() {
    fill(20, 20);
    assertThat(relatedToBarrages()).contains("maroc");
  }

  /// Entries of one source: so many of them bear a common tag, and four are about dams.
  private void fill(int entries, int common) {
    for (var at = 0; at < entries; at++) {
      var title = "Un titre tout à fait autre, le numéro %d de %d".formatted(number, common);
      var names = new java.util.ArrayList<>(List.of("sujet" + number));
      if (at < common) names.add("maroc");
      if (at < 4) names.addAll(List.of("barrages", "pluie"));
      tag(poll(ONE, title), names.toArray(String[]::new));
    }
    follow();
  }

  private List<String> relatedToBarrages() {
    return related().to(Tag.of("barrages"), 8, world.clock.instant()).stream()
        .map(related -> related.tag().name())
        .toList();
  }

  @Test
  void whatNobodyIsShownHasNoPart() {
    var entry = poll(ONE, "Les barrages sont pleins");
    var dropped = new Audience(Audience.Reach.DROPPED, "barrages");
    world.entries.retag(List.of(new Retagged(entry.seq(), List.of(), dropped)));
    follow();
    assertThat(now(entry).story()).isEmpty();
    assertThat(relating.tags().of(Tag.of("eau"), world.clock.instant()).alone()).isZero();
  }
}
