package dev.seguia.page;

import dev.seguia.feed.Enclosure;
import dev.seguia.feed.Heading;
import dev.seguia.feed.Person;
import dev.seguia.search.SearchEntry;
import dev.seguia.store.entry.EntryName;
import dev.seguia.store.entry.Sighting;
import dev.seguia.store.entry.StoredEntry;
import dev.seguia.url.PercentEncoding;
import dev.seguia.url.UrlSecrets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the page of an entry shows. Public for its template alone.
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

  /// The entries next to it in a list.
  ///
  /// @param label of the list's expression, in words
  /// @param address of the list
  public record Listed(
      String label, String address, Optional<EntryLine> newer, Optional<EntryLine> older) {}

  /// A source that carries the entry, too.
  ///
  /// @param page where it shows it
  /// @param why it was joined, in words
  public record AlsoIn(String page, String title, String why) {}

  /// A source whose copy can be taken out of the entry.
  public record Joined(String sourceId, String title) {}

  /// A file that belongs to the entry.
  public record File(String address, String name) {}

  public String title() {
    var heading = Heading.of(stored.entry());
    return heading.isEmpty() ? words.say("entry.untitled") : heading;
  }

  /// Of the text; empty where it is not known.
  public String language() {
    return stored.entry().language().orElse("");
  }

  /// Of the text.
  public String direction() {
    return Direction.of(stored.entry().language());
  }

  /// The day in figures.
  public String figures() {
    return words.figures(stored.published());
  }

  /// The day, written out.
  public String day() {
    return words.day(stored.published());
  }

  /// How long it takes to read the text, in whole minutes; 0 for a text that is only announced.
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

  /// Where the entry is read, or else where its source lies.
  public String original() {
    return Credit.page(stored);
  }

  /// The page that search engines should show in the place of this one.
  public Optional<String> canonical() {
    return stored.entry().link().map(PercentEncoding.URI::encode);
  }

  /// Those who wrote it, as long as that is not the source, which is named anyway.
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

  /// The sources whose copies joined the entry, each once.
  public List<Joined> joined() {
    return stored.sightings().stream()
        .filter(sighting -> sighting.joinedBy() != Sighting.JoinedBy.FIRST)
        .map(Sighting::source)
        .map(source -> new Joined(source.id(), UrlSecrets.without(source.title())))
        .distinct()
        .toList();
  }

  /// As its page's address ends.
  public String name() {
    return EntryName.of(stored);
  }

  /// The source's own short form, where the text does not begin with it.
  public String summary() {
    return ArticleHtml.beginsWith(stored.entry().content(), stored.entry().summary())
        ? ""
        : stored.entry().summary();
  }

  /// Safe HTML.
  public String content() {
    return ArticleHtml.forPage(stored.entry().content(), images);
  }

  /// A picture, where the text has none.
  public Optional<String> image() {
    return stored
        .entry()
        .image()
        .filter(_ -> images && !content().contains("<img "))
        .map(PercentEncoding.URI::encode);
  }

  public List<File> files() {
    return stored.entry().enclosures().stream()
        .map(Enclosure::url)
        .distinct()
        .map(url ->
            new File(
                PercentEncoding.URI.encode(url),
                url.replaceFirst("[?#].*", "").replaceFirst(".*/(?=.)", "")))
        .toList();
  }

  public List<TagLink> tags() {
    return stored.tags().stream().map(TagLink::of).toList();
  }

  /// What the page tells programs; in it nothing ends an element.
  public String linkedData() {
    return LinkedData.of(stored, url);
  }

  /// A sentence or two for those who link to the page.
  public String description() {
    return stored.entry().summary();
  }
}
