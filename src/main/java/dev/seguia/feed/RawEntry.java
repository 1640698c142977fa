package dev.seguia.feed;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One entry of a [RawFeed], as its author wrote it: uncleaned and untrusted.
///
/// @param id RSS `guid`, Atom `id`, JSON Feed `id`; stripped, never blank
/// @param link the page of the entry, resolved against the bases that the document names
/// @param base what relative URLs inside `summary` and `content` are resolved against (`xml:base`)
/// @param summary what the source offers as a short form (RSS `description` beside
///   `content:encoded`)
/// @param content the fullest text that the source gives; RSS `description` where there is nothing
///   more
/// @param published when it was first made public, if the source says so legibly
/// @param updated when it was last changed, if the source says so legibly
/// @param unreadDate a date of it that was not understood, where there is no other
/// @param pictures that may stand for the entry (JSON Feed `image`, `media:content`,
///   `media:thumbnail`), those that are meant to be shown large first; the same may be in several
///   sizes
/// @param comments the page where it is discussed (RSS `comments`)
/// @param origin the feed that this entry was taken from, where the source is an aggregator
public record RawEntry(
    Optional<String> id,
    Optional<String> link,
    Optional<URI> base,
    Text title,
    Text summary,
    Text content,
    Optional<Instant> published,
    Optional<Instant> updated,
    Optional<String> unreadDate,
    List<Person> authors,
    List<String> categories,
    List<Enclosure> enclosures,
    List<Picture> pictures,
    Optional<String> comments,
    Optional<String> language,
    Text rights,
    Optional<Origin> origin) {

  public RawEntry {
    id = id.map(RawEntry::stripped).filter(text -> !text.isEmpty());
    link = link.map(RawEntry::stripped).filter(text -> !text.isEmpty());
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
    enclosures = List.copyOf(enclosures);
    pictures = List.copyOf(pictures);
  }

  /// No-break spaces and signs of no width are nothing either.
  private static String stripped(String text) {
    var start = 0;
    var end = text.length();
    while (start < end && isNothing(text.charAt(start))) start++;
    while (end > start && isNothing(text.charAt(end - 1))) end--;
    return text.substring(start, end);
  }

  private static boolean isNothing(char character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.getType(character) == Character.FORMAT
        || Character.isISOControl(character);
  }

  /// The same entry, with a base for its relative URLs, unless it has one.
  public RawEntry at(URI place) {
    return new RawEntry(
        id,
        link,
        base.or(() -> Optional.of(place)),
        title,
        summary,
        content,
        published,
        updated,
        unreadDate,
        authors,
        categories,
        enclosures,
        pictures,
        comments,
        language,
        rights,
        origin);
  }

  /// The URL of the first of its pictures.
  public Optional<String> image() {
    return pictures.stream().findFirst().map(Picture::url);
  }

  public static Builder builder() {
    return new Builder();
  }

  /// Collects the fields of an entry while a document is parsed; all are optional.
  public static final class Builder {
    private Optional<String> id = Optional.empty();
    private Optional<String> link = Optional.empty();
    private Optional<URI> base = Optional.empty();
    private Text title = Text.none();
    private Text summary = Text.none();
    private Text content = Text.none();
    private Optional<Instant> published = Optional.empty();
    private Optional<Instant> updated = Optional.empty();
    private Optional<String> unreadDate = Optional.empty();
    private final List<Person> authors = new ArrayList<>();
    private final List<String> categories = new ArrayList<>();
    private final List<Enclosure> enclosures = new ArrayList<>();
    private final List<Picture> pictures = new ArrayList<>();
    private Optional<String> comments = Optional.empty();
    private Optional<String> language = Optional.empty();
    private Text rights = Text.none();
    private Optional<Origin> origin = Optional.empty();

    private Builder() {}

    public Builder id(Optional<String> value) {
      id = value;
      return this;
    }

    public Builder link(Optional<String> value) {
      link = value;
      return this;
    }

    public Builder base(Optional<URI> value) {
      base = value;
      return this;
    }

    public Builder title(Text value) {
      title = value;
      return this;
    }

    public Builder summary(Text value) {
      summary = value;
      return this;
    }

    public Builder content(Text value) {
      content = value;
      return this;
    }

    public Builder published(Optional<Instant> value) {
      published = value;
      return this;
    }

    public Builder updated(Optional<Instant> value) {
      updated = value;
      return this;
    }

    public Builder unreadDate(Optional<String> value) {
      unreadDate = value;
      return this;
    }

    public Builder authors(List<Person> values) {
      authors.addAll(values);
      return this;
    }

    public Builder categories(List<String> values) {
      categories.addAll(values);
      return this;
    }

    public Builder enclosures(List<Enclosure> values) {
      enclosures.addAll(values);
      return this;
    }

    public Builder image(Optional<String> value) {
      return pictures(value.map(Picture::valueOf).stream().toList());
    }

    public Builder pictures(List<Picture> values) {
      pictures.addAll(values);
      return this;
    }

    public Builder comments(Optional<String> value) {
      comments = value;
      return this;
    }

    public Builder language(Optional<String> value) {
      language = value;
      return this;
    }

    public Builder rights(Text value) {
      rights = value;
      return this;
    }

    public Builder origin(Optional<Origin> value) {
      origin = value;
      return this;
    }

    public RawEntry build() {
      return new RawEntry(
          id,
          link,
          base,
          title,
          summary,
          content,
          published,
          updated,
          unreadDate,
          authors,
          categories,
          enclosures,
          pictures,
          comments,
          language,
          rights,
          origin);
    }
  }
}
