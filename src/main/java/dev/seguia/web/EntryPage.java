package dev.seguia.web;

import dev.seguia.feed.Enclosure;
import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Person;
import dev.seguia.feed.Tag;
import dev.seguia.feed.TagExpression;
import dev.seguia.publish.FeedFormat;
import dev.seguia.publish.Href;
import dev.seguia.publish.Publisher;
import dev.seguia.relate.RelatedTag;
import dev.seguia.store.Sighting;
import dev.seguia.store.StoredEntry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the page of an entry shows. Public for its template alone.
///
/// @param format of the feeds that tags lead to
/// @param story the other entries that tell of its event
/// @param related those that have to do with it, and are not of its story
/// @param isSearched whether there is a search to lead to
public record EntryPage(
    Messages words,
    StoredEntry stored,
    FeedFormat format,
    List<EntryLine> story,
    List<RelatedTag> relatedTags,
    List<EntryLine> related,
    boolean isSearched) {
  public EntryPage {
    story = List.copyOf(story);
    relatedTags = List.copyOf(relatedTags);
    related = List.copyOf(related);
  }

  /// A source that carries the entry, too.
  ///
  /// @param page where it shows it
  /// @param why it was joined, in words
  public record AlsoIn(String page, String title, String why) {}

  /// A file that belongs to the entry.
  public record File(String address, String name) {}

  public String title() {
    return stored.entry().title().isBlank() ? words.say("entry.untitled") : stored.entry().title();
  }

  /// Of the text; empty where it is not known.
  public String language() {
    return stored.entry().language().orElse("");
  }

  /// Of the text.
  public String direction() {
    return Direction.of(stored.entry().language());
  }

  public String day() {
    return words.day(stored.published());
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
    return stored.entry().link().map(Href::of);
  }

  public String authors() {
    return stored.entry().authors().stream()
        .map(Person::label)
        .filter(label -> !label.isBlank())
        .collect(Collectors.joining(", "));
  }

  /// The sources after the first.
  public List<AlsoIn> alsoIn() {
    return stored.sightings().stream().skip(1).map(this::alsoIn).toList();
  }

  private AlsoIn alsoIn(Sighting sighting) {
    var why = words.say("joined." + sighting.joinedBy().label());
    var score = sighting.score();
    return new AlsoIn(
        Credit.page(sighting),
        sighting.source().title(),
        score.isPresent() ? why + " (" + words.percent(score.getAsDouble()) + ")" : why);
  }

  /// The source's own short form, where the text does not begin with it.
  public String summary() {
    return ArticleHtml.beginsWith(stored.entry().content(), stored.entry().summary())
        ? ""
        : stored.entry().summary();
  }

  /// Safe HTML.
  public String content() {
    return ArticleHtml.forPage(stored.entry().content());
  }

  /// A picture, where the text has none.
  public Optional<String> image() {
    return stored.entry().image().filter(_ -> !content().contains("<img ")).map(Href::of);
  }

  public List<File> files() {
    return stored.entry().enclosures().stream()
        .map(Enclosure::url)
        .distinct()
        .map(url ->
            new File(Href.of(url), url.replaceFirst("[?#].*", "").replaceFirst(".*/(?=.)", "")))
        .toList();
  }

  public List<EntryTag> tags() {
    return stored.tags();
  }

  /// Where the feed of a tag lies.
  public String feed(Tag tag) {
    return "../" + Publisher.path(TagExpression.of(tag), format);
  }
}
