package dev.seguia.store.entry;

import dev.seguia.feed.Enclosure;
import dev.seguia.feed.Entry;
import dev.seguia.feed.Origin;
import dev.seguia.feed.Person;
import dev.seguia.feed.Picture;
import dev.seguia.store.database.JsonColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The part of an entry that only published feeds need, in one deflated column.
public record EntryBody(
    String summary,
    String content,
    List<Person> authors,
    List<String> categories,
    List<Enclosure> enclosures,
    Optional<Picture> image,
    Optional<String> comments,
    String rights,
    Optional<Origin> origin) {

  /// By so many characters, and so many times, a whole text is longer than one that was cut.
  private static final int LONGER = 200;

  private static final double MUCH_LONGER = 1.5;

  /// In characters, of a text that is shown by its first words.
  private static final int BEGINNING = 500;

  /// Limit: enclosures of an entry from all sources together; further ones are ignored.
  ///
  /// Of all copies together.
  private static final int MOST_FILES = 100;

  /// Limit: size of a text when deflated; a larger one is truncated.
  ///
  /// What the column holds at most.
  private static final int MOST_BYTES = 1024 * 1024;

  /// A body with its stored bytes.
  public record Deflated(EntryBody body, byte[] deflated) {}

  /// The body of a new entry.
  public static Deflated ofNew(Entry entry) {
    var whole = of(entry);
    var bytes = deflate(whole);
    if (bytes.length <= MOST_BYTES) return new Deflated(whole, bytes);
    // A megabyte that does not deflate is no text: the summary tells what there is to tell.
    var withoutText = of(entry, "");
    return new Deflated(withoutText, deflate(withoutText));
  }

  public static byte[] deflate(Entry entry) {
    return ofNew(entry).deflated();
  }

  /// The entry with this body.
  public Entry entry(
      String title,
      Optional<String> link,
      Optional<String> linkKey,
      Optional<String> language,
      Instant published,
      Instant updated) {
    return new Entry(
        Optional.empty(),
        link,
        linkKey,
        title,
        summary,
        content,
        Optional.of(published),
        Optional.of(updated),
        authors,
        categories,
        enclosures,
        image,
        comments,
        language,
        rights,
        origin);
  }

  public static EntryBody inflate(byte[] deflated) {
    return JsonColumn.inflate(deflated, EntryBody.class);
  }

  /// Reads the summary of a body from its beginning alone.
  ///
  /// @param start the first bytes of what is stored
  /// @return empty if there is none, or if it does not end within the start
  public static String summaryIn(byte[] start) {
    return start.length == 0 ? "" : JsonColumn.firstText(start, "summary").orElse("");
  }

  public static byte[] deflate(EntryBody body) {
    return JsonColumn.deflate(body);
  }

  public static EntryBody of(Entry entry) {
    return of(entry, entry.content());
  }

  /// Whether this text is a truncated version of another copy's.
  public boolean isCutShortOf(Entry other) {
    var own = Math.max(length(content), summary.length());
    var whole = length(other.content());
    return whole >= own + LONGER && whole >= own * MUCH_LONGER;
  }

  /// The same without its text, of which the summary tells; where there is none, it is the text's
  /// beginning.
  EntryBody beginning() {
    return with(summary.isEmpty() ? firstWords(content) : summary, "", enclosures, image);
  }

  /// The words at the beginning of safe HTML, where every `<` begins a tag.
  private static String firstWords(String html) {
    var words = new StringBuilder();
    var inTag = false;
    for (var at = 0; at < html.length() && words.length() < BEGINNING; at++) {
      var character = html.charAt(at);
      if (character == '<') inTag = true;
      if (!inTag) words.append(character);
      if (character == '>') inTag = false;
    }
    var cut = words.lastIndexOf(" ");
    return words
        .substring(0, cut > 0 ? cut : words.length())
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&nbsp;", " ")
        .replace("&amp;", "&")
        .strip();
  }

  /// The length of a text without its tags.
  private static int length(String html) {
    var length = 0;
    var inTag = false;
    for (var at = 0; at < html.length(); at++) {
      var character = html.charAt(at);
      if (character == '<') inTag = true;
      else if (character == '>') inTag = false;
      else if (!inTag) length++;
    }
    return length;
  }

  /// The same body with the enclosures of all copies, and an image from one of them if this one has
  /// none.
  ///
  /// @param copies what each source wrote, the first one's first
  public EntryBody withMediaOf(List<EntryBody> copies) {
    var files = new ArrayList<Enclosure>();
    for (var copy : copies)
      for (var file : copy.enclosures)
        if (files.size() < MOST_FILES && files.stream().noneMatch(file::isSameFile))
          files.add(file);
    return with(
        summary,
        content,
        files,
        image.or(() -> copies.stream().flatMap(copy -> copy.image.stream()).findFirst()));
  }

  /// The same body without its picture.
  public EntryBody withoutImage() {
    return with(summary, content, enclosures, Optional.empty());
  }

  /// The same body with the text of another copy, and its image if this one has none.
  public EntryBody withTextOf(EntryBody other) {
    return with(other.summary, other.content, enclosures, image.or(other::image));
  }

  private EntryBody with(
      String newSummary,
      String newContent,
      List<Enclosure> newEnclosures,
      Optional<Picture> newImage) {
    return new EntryBody(
        newSummary,
        newContent,
        authors,
        categories,
        newEnclosures,
        newImage,
        comments,
        rights,
        origin);
  }

  /// Adds what the article's page has and this body lacks.
  ///
  /// @param text the text of the page, if that is wanted; else empty
  /// @param again the text that is here came from the page too, as it was then
  public EntryBody completedBy(Entry page, String text, boolean again) {
    var isBetter = again ? !text.isEmpty() : length(text) > length(content);
    return new EntryBody(
        summary.isEmpty() || content.isEmpty() ? page.summary() : summary,
        isBetter ? text : content,
        authors.isEmpty() ? page.authors() : authors,
        categories.isEmpty() ? page.categories() : categories,
        enclosures,
        image.or(page::picture),
        comments,
        rights,
        origin);
  }

  private static EntryBody of(Entry entry, String content) {
    return new EntryBody(
        entry.summary(),
        content,
        entry.authors(),
        entry.categories(),
        entry.enclosures(),
        entry.picture(),
        entry.comments(),
        entry.rights(),
        entry.origin());
  }
}
