package dev.seguia.page;

import dev.seguia.feed.Enclosure;
import dev.seguia.feed.FilmSites;
import dev.seguia.feed.Heading;
import dev.seguia.feed.Medium;
import dev.seguia.feed.Person;
import dev.seguia.feed.Picture;
import dev.seguia.publish.MediaType;
import dev.seguia.search.SearchEntry;
import dev.seguia.store.entry.EntryName;
import dev.seguia.store.entry.Sighting;
import dev.seguia.store.entry.StoredEntry;
import dev.seguia.url.PercentEncoding;
import dev.seguia.url.Url;
import dev.seguia.url.UrlSecrets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The data of an entry's page. Public for its template alone.
///
/// @param url of the page, as the outside calls it
/// @param listed in what it stands between others
/// @param story the other entries that tell of its event
/// @param related those that have to do with it, and are not of its story
/// @param images of the article may be shown
/// @param panel for the operator only
public record EntryPage(
    Messages words,
    Frame frame,
    StoredEntry stored,
    String url,
    Optional<Listed> listed,
    List<EntryLine> story,
    List<TagLink> relatedTags,
    List<EntryLine> related,
    boolean images,
    Optional<OperatorPanel> panel) {
  private static final int WORDS_A_MINUTE = 220;

  public EntryPage {
    story = List.copyOf(story);
    relatedTags = List.copyOf(relatedTags);
    related = List.copyOf(related);
  }

  /// The next newer and next older entry in a list.
  ///
  /// @param label of the list's expression, in words
  /// @param address of the list
  public record Listed(
      String label, String address, Optional<EntryLine> newer, Optional<EntryLine> older) {}

  /// A further source of the entry.
  ///
  /// @param page where it shows it
  /// @param why it was joined, in words
  public record AlsoIn(String page, String title, String why) {}

  /// A source whose copy can be split off the entry.
  public record Joined(String sourceId, String title) {}

  /// An enclosure of the entry.
  ///
  /// @param size in words; may be empty
  public record File(String address, String name, String size) {}

  /// An enclosure that is played on the page.
  ///
  /// @param isAudio there is nothing to be seen
  public record Player(boolean isAudio, File file) {}

  public String title() {
    var heading = Heading.of(stored.entry());
    return heading.isEmpty() ? words.say("entry.untitled") : heading;
  }

  /// The language of the text; empty if it is unknown.
  public String language() {
    return stored.entry().language().orElse("");
  }

  /// The text direction.
  public String direction() {
    return Direction.of(stored.entry().language());
  }

  /// The date in digits.
  public String figures() {
    return words.figures(stored.published());
  }

  /// The date in words.
  public String day() {
    return words.day(stored.published());
  }

  /// The reading time in whole minutes; 0 if there is only a summary.
  public long minutes() {
    var text = SearchEntry.of(stored).text();
    var count = text.isBlank() ? 0 : text.strip().split("\\s+").length;
    return count < WORDS_A_MINUTE / 2
        ? 0
        : Math.max(1, Math.round((double) count / WORDS_A_MINUTE));
  }

  public String source() {
    return Credit.title(stored);
  }

  /// The link of the entry, or else of its source.
  public String original() {
    return Credit.page(stored);
  }

  /// The canonical URL for search engines.
  public Optional<String> canonical() {
    return stored.entry().link().map(PercentEncoding.URI::encode);
  }

  /// The authors, unless they are just the source, which is named anyway.
  public String authors() {
    return stored.entry().authors().stream()
        .map(Person::label)
        .filter(label -> !label.isBlank() && !label.equals(source()))
        .collect(Collectors.joining(", "));
  }

  /// The sources after the first.
  public List<AlsoIn> alsoIn() {
    return stored.carriers().stream().skip(1).map(this::alsoIn).toList();
  }

  private AlsoIn alsoIn(Sighting sighting) {
    var why = words.say("joined." + sighting.joinedBy().label());
    var score = sighting.score();
    return new AlsoIn(
        Credit.page(sighting),
        sighting.source().title(),
        score.isPresent() ? why + " (" + words.percent(score.getAsDouble()) + ")" : why);
  }

  /// The sources whose copies were merged into the entry, each once.
  public List<Joined> joined() {
    return stored.sightings().stream()
        .filter(sighting -> sighting.joinedBy() != Sighting.JoinedBy.FIRST)
        .map(Sighting::source)
        .map(source -> new Joined(source.id(), UrlSecrets.without(source.title())))
        .distinct()
        .toList();
  }

  /// The name in the address of its page.
  public String name() {
    return EntryName.of(stored);
  }

  /// The source's own summary, unless the text begins with it.
  public String summary() {
    return ArticleHtml.beginsWith(stored.entry().content(), stored.entry().summary())
        ? ""
        : stored.entry().summary();
  }

  /// The text, as safe HTML.
  public String content() {
    return ArticleHtml.forPage(stored.entry().content(), images);
  }

  /// Its picture, if the text has no image.
  public Optional<Picture> picture() {
    return stored
        .entry()
        .picture()
        .filter(_ -> images && !stored.entry().hasImage())
        .map(picture -> picture.at(PercentEncoding.URI.encode(picture.url())));
  }

  /// Whether the entry is a film that is watched on its own page.
  public boolean isFilm() {
    return Url.parse(original()).filter(page -> FilmSites.has(page.host())).isPresent();
  }

  /// The URLs of further pictures.
  public List<String> gallery() {
    return enclosures(Medium.IMAGE).map(File::address).toList();
  }

  /// The sounds and films that a browser can play.
  public List<Player> players() {
    return Stream.of(Medium.AUDIO, Medium.VIDEO)
        .flatMap(medium -> enclosures(medium).map(file -> new Player(medium == Medium.AUDIO, file)))
        .toList();
  }

  /// All other files.
  public List<File> files() {
    return enclosures(Medium.OTHER).toList();
  }

  private Stream<File> enclosures(Medium medium) {
    return stored.entry().enclosures().stream()
        .filter(file -> (images ? medium(file) : Medium.OTHER) == medium)
        .map(this::file);
  }

  private static Medium medium(Enclosure file) {
    return Medium.of(file.type().orElseGet(() -> MediaType.guess(file.url())));
  }

  private File file(Enclosure file) {
    return new File(
        PercentEncoding.URI.encode(file.url()),
        file.url().replaceFirst("[?#].*", "").replaceFirst(".*/(?=.)", ""),
        file.length().stream().mapToObj(words::bytes).findFirst().orElse(""));
  }

  public List<TagLink> tags() {
    return stored.tags().stream().map(TagLink::of).toList();
  }

  /// The JSON-LD of the page, escaped so that it cannot end its element.
  public String linkedData() {
    return LinkedData.of(stored, url);
  }

  /// A description of a sentence or two, for link previews.
  public String description() {
    return stored.entry().summary();
  }
}
