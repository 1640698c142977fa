package dev.seguia.parse;

import dev.seguia.dates.DateFields;
import dev.seguia.feed.Enclosure;
import dev.seguia.feed.ImageUrl;
import dev.seguia.feed.Person;
import dev.seguia.feed.Picture;
import dev.seguia.feed.Text;
import dev.seguia.text.Truncation;
import dev.seguia.url.Url;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is extracted from an element (the feed or an entry) without Rome: dates, which Rome
/// misreads, bases, which it ignores, and extensions, of which a single error would cost the whole
/// feed.
final class ElementFacts {
  /// Facts of which the first one is used.
  enum Fact {
    LINK,
    ORIGINAL_LINK,
    SELF,
    COMMENTS,
    PREVIOUS_ARCHIVE,
    NEXT_PAGE,
    LANGUAGE,
    ID,
    RIGHTS
  }

  /// Texts of which the first one is used.
  enum Words {
    TITLE,
    SUMMARY,
    CONTENT
  }

  private static final int MOST_IMAGES = 20;

  private final URI outer;
  private Optional<URI> base = Optional.empty();
  private final DateFields dates = new DateFields();
  private final RhythmNotes rhythm = new RhythmNotes();
  private final Map<Fact, String> facts = new LinkedHashMap<>();
  private final Map<Words, Text> texts = new LinkedHashMap<>();
  private final List<Picture> pictures = new ArrayList<>();
  private final List<Picture> thumbnails = new ArrayList<>();
  private final List<Person> authors = new ArrayList<>();
  private final List<Person> secondAuthors = new ArrayList<>();
  private final List<String> categories = new ArrayList<>();
  private final Map<String, Enclosure> enclosures = new LinkedHashMap<>();
  private final Set<String> markup = new HashSet<>();
  private int links;
  private int people;

  /// @param outer what relative URLs are resolved against if the element says nothing
  ElementFacts(URI outer) {
    this.outer = outer;
  }

  URI base() {
    return base.orElse(outer);
  }

  /// The base, if the document names one.
  Optional<URI> namedBase() {
    return base;
  }

  void base(URI value) {
    if (!value.equals(outer)) base = Optional.of(value);
  }

  void published(String date) {
    dates.published(date);
  }

  void updated(String date) {
    dates.updated(date);
  }

  Optional<Instant> published() {
    return dates.published();
  }

  Optional<Instant> updated() {
    return dates.updated();
  }

  /// A date that was not understood, where there is no other.
  Optional<String> unreadDate() {
    return dates.unread();
  }

  RhythmNotes rhythm() {
    return rhythm;
  }

  void note(Fact fact, @Nullable String value) {
    if (value == null || value.isBlank()) return;
    facts.putIfAbsent(fact, Truncation.head(value.strip(), ParseLimits.URL));
  }

  /// Notes a link that a browser opens; the first of them counts.
  void link(Fact fact, @Nullable String reference) {
    if (reference != null)
      note(fact, LinkResolver.resolve(base(), reference).filter(Url::isWeb).orElse(""));
  }

  /// Notes the URL of an image, if it may be one that is there to be seen.
  void image(@Nullable String reference) {
    add(pictures, reference, Picture::valueOf);
  }

  /// Notes a picture.
  ///
  /// @param maker of the picture from its URL
  void picture(@Nullable String reference, Function<String, Picture> maker) {
    add(pictures, reference, maker);
  }

  /// Notes a small form of a picture: there may be a larger one.
  void thumbnail(@Nullable String reference, Function<String, Picture> maker) {
    add(thumbnails, reference, maker);
  }

  private void add(List<Picture> to, @Nullable String reference, Function<String, Picture> maker) {
    if (reference == null || reference.strip().startsWith("#") || to.size() >= MOST_IMAGES) return;
    LinkResolver.resolve(base(), reference)
        .filter(ImageUrl::isReal)
        .ifPresent(url -> to.add(maker.apply(url)));
  }

  /// The URL of the first picture.
  Optional<String> image() {
    return pictures().findFirst().map(Picture::url);
  }

  /// The pictures that are not the page itself, thumbnails last.
  List<Picture> pictures(Optional<String> page) {
    return pictures().filter(picture -> page.filter(picture.url()::equals).isEmpty()).toList();
  }

  private Stream<Picture> pictures() {
    return Stream.concat(pictures.stream(), thumbnails.stream());
  }

  Optional<String> fact(Fact fact) {
    return Optional.ofNullable(facts.get(fact));
  }

  /// Notes a link, if it is one to older entries.
  void older(String relation, @Nullable String href) {
    switch (relation) {
      case "prev-archive" -> link(Fact.PREVIOUS_ARCHIVE, href);
      case "next" -> link(Fact.NEXT_PAGE, href);
      default -> {
        // leads elsewhere
      }
    }
  }

  /// Where the entries lie that are older: archives (RFC 5005 section 4) hold them for ever, pages
  /// (section 3) move on.
  Optional<String> older() {
    return fact(Fact.PREVIOUS_ARCHIVE).or(() -> fact(Fact.NEXT_PAGE));
  }

  void text(Words words, Text text) {
    if (!text.isBlank()) texts.putIfAbsent(words, text);
  }

  Text text(Words words) {
    return texts.getOrDefault(words, Text.none());
  }

  /// Whether there is room for one more link.
  boolean takesLink() {
    return ++links <= ParseLimits.LINKS;
  }

  /// Whether there is room for one more author.
  boolean takesAuthor() {
    return ++people <= ParseLimits.AUTHORS;
  }

  void author(Optional<Person> person) {
    if (authors.size() < ParseLimits.AUTHORS) person.ifPresent(authors::add);
  }

  /// Someone who counts as author only if nobody else does.
  void secondAuthor(Optional<Person> person) {
    if (secondAuthors.size() < ParseLimits.AUTHORS) person.ifPresent(secondAuthors::add);
  }

  List<Person> authors() {
    return authors;
  }

  List<Person> secondAuthors() {
    return secondAuthors;
  }

  void category(String text) {
    var label = text.strip();
    if (!label.isEmpty() && categories.size() < ParseLimits.CATEGORIES)
      categories.add(Truncation.head(label, ParseLimits.NAME));
  }

  List<String> categories() {
    return categories;
  }

  void enclosure(@Nullable String reference, @Nullable String type, @Nullable String length) {
    if (reference == null || enclosures.size() >= ParseLimits.ENCLOSURES) return;
    LinkResolver.resolve(base(), reference)
        .ifPresent(
            url -> enclosures.merge(url, newEnclosure(url, type, length), ElementFacts::fuller));
  }

  private static Enclosure newEnclosure(
      String url, @Nullable String type, @Nullable String length) {
    var media =
        Optional.ofNullable(type)
            .map(String::strip)
            .filter(text -> !text.isEmpty() && text.length() < 128);
    return new Enclosure(url, media, Numbers.positive(length));
  }

  /// The same file named twice: what one mention leaves out the other may say.
  private static Enclosure fuller(Enclosure first, Enclosure second) {
    var length = first.length().isPresent() ? first.length() : second.length();
    return new Enclosure(first.url(), first.type().or(second::type), length);
  }

  List<Enclosure> enclosures() {
    return List.copyOf(enclosures.values());
  }

  /// Remembers that an element held markup, which Rome sees as text.
  void markup(String element) {
    markup.add(element);
  }

  boolean isMarkup(String element) {
    return markup.contains(element);
  }

  /// A text of RSS, which does not say how it is to be read unless it held markup itself.
  Text reading(String element, @Nullable String value) {
    if (value == null) return Text.none();
    return markup.contains(element) ? Text.html(value) : Text.unknown(value);
  }
}
