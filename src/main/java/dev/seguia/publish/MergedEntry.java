package dev.seguia.publish;

import dev.seguia.config.FeedImages;
import dev.seguia.config.FeedSettings;
import dev.seguia.feed.Enclosure;
import dev.seguia.feed.Entry;
import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Medium;
import dev.seguia.feed.Person;
import dev.seguia.feed.Picture;
import dev.seguia.store.entry.Sighting;
import dev.seguia.store.entry.Sighting.JoinedBy;
import dev.seguia.store.entry.StoredEntry;
import dev.seguia.url.PercentEncoding;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An entry, prepared for all formats.
///
/// @param others of the same story, which this one stands for; none where stories are not gathered
/// @param settings how it is presented
record MergedEntry(StoredEntry stored, List<StoredEntry> others, FeedSettings settings) {
  /// The entry and those that it stands for.
  Stream<StoredEntry> all() {
    return Stream.concat(Stream.of(stored), others.stream());
  }

  String id() {
    return ValidText.of(stored.id());
  }

  Entry text() {
    return stored.entry();
  }

  Instant published() {
    return stored.published().truncatedTo(ChronoUnit.SECONDS);
  }

  Instant updated() {
    return stored.updated().truncatedTo(ChronoUnit.SECONDS);
  }

  Optional<String> link() {
    return text().link().map(PercentEncoding.URI::encode);
  }

  /// The picture that stands for it.
  Optional<Picture> picture() {
    return text().picture().map(picture -> picture.at(PercentEncoding.URI.encode(picture.url())));
  }

  /// The text as safe HTML, with the picture before it where it belongs there; may be empty.
  String content() {
    var content = text().content();
    if (settings.images() == FeedImages.MEDIA || text().hasImage()) return content;
    return picture().map(picture -> withPicture(picture, content)).orElse(content);
  }

  private String withPicture(Picture picture, String content) {
    var text = content.isBlank() ? Html.paragraph(text().summary()) : content;
    return Html.figure(picture) + text;
  }

  Optional<String> comments() {
    return text().comments().map(PercentEncoding.URI::encode);
  }

  /// On one line; empty where the source gave none.
  String title() {
    return credit().title(ValidText.line(text().title()));
  }

  /// The people who wrote it, or else those who stand for them: never empty.
  List<Person> byline() {
    var authors = text().authors().stream().filter(person -> !person.label().isBlank()).toList();
    var people = authors.isEmpty() ? attribution().byline() : authors;
    return people.stream().map(credit()::author).toList();
  }

  /// The author who can be written to.
  Optional<Person> correspondent() {
    return text().authors().stream()
        .filter(person -> person.email().isPresent())
        .findFirst()
        .map(credit()::author);
  }

  private OutletCredit credit() {
    return new OutletCredit(settings.credit(), ValidText.line(attribution().title()));
  }

  Attribution attribution() {
    return text()
        .origin()
        .map(origin -> Attribution.of(origin, stored.origin()))
        .orElseGet(() -> Attribution.of(stored.origin()));
  }

  /// Whether more than one source carries it.
  boolean isMerged() {
    return sightings().size() > 1;
  }

  /// The sources of the entry, including the first one. An aggregator that names a source which we
  /// have the entry from is not counted: it may be ourselves.
  List<Sighting> sightings() {
    return stored.carriers().stream()
        .filter(sighting -> sighting.joinedBy() != JoinedBy.ORIGIN)
        .toList();
  }

  /// By which sources it came after the first.
  List<Sighting> furtherSightings() {
    return sightings().subList(1, sightings().size());
  }

  /// Where a source shows the entry, or else where that source lies.
  static String page(Sighting sighting) {
    return PercentEncoding.URI.encode(sighting.link().orElse(sighting.source().publicUrl()));
  }

  /// Where an entry is read, or else where its source lies.
  static String page(StoredEntry entry) {
    return PercentEncoding.URI.encode(entry.entry().link().orElse(entry.origin().publicUrl()));
  }

  List<EntryTag> tags() {
    return stored.tags();
  }

  /// The source's own categories that are not spelt like one of our tags.
  List<String> otherCategories() {
    var names = tags().stream().map(tag -> tag.tag().name()).collect(Collectors.toSet());
    return text().categories().stream()
        .map(ValidText::line)
        .filter(category -> !category.isEmpty() && !names.contains(category))
        .distinct()
        .toList();
  }

  /// Our tags by their labels and the source's categories, each spelling once.
  List<String> labels() {
    var labels = tags().stream().map(EntryTag::label);
    return Stream.concat(labels, text().categories().stream())
        .map(ValidText::line)
        .filter(label -> !label.isEmpty())
        .distinct()
        .toList();
  }

  /// Each file once, with its type: first what is heard or seen, which podcast programs look for
  /// (RSS has one enclosure), and images last.
  List<Enclosure> enclosures() {
    return text().enclosures().stream()
        .map(MergedEntry::typed)
        .collect(
            Collectors.toMap(Enclosure::url, file -> file, (one, same) -> one, LinkedHashMap::new))
        .values()
        .stream()
        .sorted(Comparator.comparingInt(MergedEntry::place))
        .toList();
  }

  private static int place(Enclosure file) {
    return switch (Medium.of(file.type().orElse(""))) {
      case AUDIO, VIDEO -> 0;
      case OTHER -> 1;
      case IMAGE -> 2;
    };
  }

  private static Enclosure typed(Enclosure file) {
    var type = file.type().filter(known -> !known.isBlank()).orElse(MediaType.guess(file.url()));
    return new Enclosure(PercentEncoding.URI.encode(file.url()), Optional.of(type), file.length());
  }
}
