package dev.seguia.page;

import dev.seguia.dedup.EntryKey;
import dev.seguia.dedup.Fingerprint;
import dev.seguia.dedup.IncomingEntry;
import dev.seguia.feed.Audience;
import dev.seguia.feed.Enclosure;
import dev.seguia.feed.Entry;
import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Person;
import dev.seguia.feed.Picture;
import dev.seguia.feed.RawEntry;
import dev.seguia.feed.Tag;
import dev.seguia.feed.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// An article as a test words it, in the language of its source. Each change gives another one.
public final class Article {
  private final String link;
  private final String title;
  private String language = "fr";
  private String summary = "";
  private String content = "";
  private String published = "2025-11-14T10:00:00Z";
  private Audience.Reach reach = Audience.Reach.ALL;
  private List<String> tags = List.of();
  private List<String> authors = List.of();
  private Optional<Picture> picture = Optional.empty();
  private List<Enclosure> files = List.of();

  private Article(String link, String title) {
    this.link = link;
    this.title = title;
  }

  public static Article of(String link, String title) {
    return new Article(link, title);
  }

  public String link() {
    return link;
  }

  public String title() {
    return title;
  }

  public String summary() {
    return summary;
  }

  public String content() {
    return content;
  }

  private Article with(Consumer<Article> change) {
    var other = new Article(link, title);
    other.language = language;
    other.summary = summary;
    other.content = content;
    other.published = published;
    other.reach = reach;
    other.tags = tags;
    other.authors = authors;
    other.picture = picture;
    other.files = files;
    change.accept(other);
    return other;
  }

  public Article in(String other) {
    return with(article -> article.language = other);
  }

  public Article summary(String text) {
    return with(article -> article.summary = text);
  }

  /// Its text, in safe HTML.
  public Article content(String html) {
    return with(article -> article.content = html);
  }

  /// Its date with seconds, in UTC.
  public Article published(String date) {
    return with(article -> article.published = date);
  }

  public Article reach(Audience.Reach to) {
    return with(article -> article.reach = to);
  }

  public Article tags(String... labels) {
    return with(article -> article.tags = List.of(labels));
  }

  public Article by(String... names) {
    return with(article -> article.authors = List.of(names));
  }

  public Article picture(Picture shown) {
    return with(article -> article.picture = Optional.of(shown));
  }

  public Article files(Enclosure... all) {
    return with(article -> article.files = List.of(all));
  }

  public IncomingEntry arrival() {
    var raw =
        RawEntry.builder()
            .id(Optional.of(link))
            .link(Optional.of(link))
            .title(Text.plain(title))
            .content(Text.html(content))
            .build();
    var given =
        tags.stream().map(label -> new EntryTag(Tag.of(label), label, EntryTag.Provenance.ENTRY));
    return IncomingEntry.of(
        EntryKey.of(raw),
        Fingerprint.ofAll(raw),
        entry(),
        given.toList(),
        new Audience(reach, reach == Audience.Reach.ALL ? "" : "title:regle"));
  }

  private Entry entry() {
    return new Entry(
        Optional.of(link),
        Optional.of(link),
        Stream.of(link).map(url -> url.replaceFirst("^https?://", "")).findFirst(),
        title,
        summary,
        content,
        Optional.of(Instant.parse(published)),
        Optional.empty(),
        authors.stream().map(Person::named).toList(),
        List.of(),
        files,
        picture,
        Optional.empty(),
        Optional.of(language),
        "",
        Optional.empty());
  }
}
