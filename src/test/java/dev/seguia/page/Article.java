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
import java.util.stream.Stream;

/// An article as a test words it, in the language of its source.
///
/// @param content safe HTML
/// @param published with seconds, in UTC
public record Article(
    String link,
    String language,
    String title,
    String summary,
    String content,
    String published,
    Audience.Reach reach,
    List<String> tags,
    List<String> authors,
    Optional<Picture> picture,
    List<Enclosure> files) {

  public static Article of(String link, String title) {
    return new Article(
        link,
        "fr",
        title,
        "",
        "",
        "2025-11-14T10:00:00Z",
        Audience.Reach.ALL,
        List.of(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  public Article in(String other) {
    return new Article(
        link, other, title, summary, content, published, reach, tags, authors, picture, files);
  }

  public Article summary(String text) {
    return new Article(
        link, language, title, text, content, published, reach, tags, authors, picture, files);
  }

  public Article content(String html) {
    return new Article(
        link, language, title, summary, html, published, reach, tags, authors, picture, files);
  }

  public Article published(String date) {
    return new Article(
        link, language, title, summary, content, date, reach, tags, authors, picture, files);
  }

  public Article reach(Audience.Reach to) {
    return new Article(
        link, language, title, summary, content, published, to, tags, authors, picture, files);
  }

  public Article tags(String... labels) {
    return new Article(
        link,
        language,
        title,
        summary,
        content,
        published,
        reach,
        List.of(labels),
        authors,
        picture,
        files);
  }

  public Article by(String... names) {
    return new Article(
        link,
        language,
        title,
        summary,
        content,
        published,
        reach,
        tags,
        List.of(names),
        picture,
        files);
  }

  public Article picture(Picture shown) {
    return new Article(
        link,
        language,
        title,
        summary,
        content,
        published,
        reach,
        tags,
        authors,
        Optional.of(shown),
        files);
  }

  public Article files(Enclosure... all) {
    return new Article(
        link,
        language,
        title,
        summary,
        content,
        published,
        reach,
        tags,
        authors,
        picture,
        List.of(all));
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
