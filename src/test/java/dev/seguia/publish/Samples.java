package dev.seguia.publish;

import dev.seguia.config.FeedCredit;
import dev.seguia.config.FeedImages;
import dev.seguia.config.FeedSettings;
import dev.seguia.feed.Audience;
import dev.seguia.feed.Enclosure;
import dev.seguia.feed.Entry;
import dev.seguia.feed.EntryTag;
import dev.seguia.feed.EntryTag.Provenance;
import dev.seguia.feed.Feed;
import dev.seguia.feed.FeedFormat;
import dev.seguia.feed.Origin;
import dev.seguia.feed.Person;
import dev.seguia.feed.Picture;
import dev.seguia.feed.Tag;
import dev.seguia.store.entry.Sighting;
import dev.seguia.store.entry.Sighting.JoinedBy;
import dev.seguia.store.entry.StoredEntry;
import dev.seguia.store.state.StoredSource;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/// Entries as awkward as those of the world.
final class Samples {
  static final Instant NOON = Instant.parse("2025-11-14T12:00:00Z");

  static final Picture PICTURE =
      new Picture(
          "https://journal.example/image.jpg", 800, 450, "Le barrage, hier", "A. Photographe");

  static final StoredSource JOURNAL =
      new StoredSource(
          "0a1b2c",
          URI.create("https://journal.example/rss?format=xml&lang=fr"),
          "Le Journal & Co",
          new Feed.Header(
              Optional.of("tag:journal.example,2020:feed"),
              "Le Journal & Co",
              "Toute l'actualité",
              Optional.of("https://journal.example/"),
              Optional.of("https://journal.example/rss"),
              Optional.empty(),
              Optional.of("fr"),
              "© Le Journal",
              Optional.of(NOON),
              List.of(Person.named("La rédaction"))));

  static final StoredSource AGENCY =
      new StoredSource(
          "d4e5f6", URI.create("http://agence.example/fil.xml"), "Agence", Feed.Header.empty());

  private Samples() {}

  static MergedEntry merged(StoredEntry entry, FeedCredit credit) {
    var settings =
        new FeedSettings(
            50, 1_000, Set.of(FeedFormat.values()), credit, FeedImages.CONTENT, Locale.FRENCH);
    return new MergedEntry(entry, List.of(), settings);
  }

  static MergedFeed feed(List<StoredEntry> entries) {
    return feed(entries, FeedCredit.AUTHOR);
  }

  static MergedFeed feed(List<StoredEntry> entries, FeedCredit credit) {
    return new MergedFeed(
        "https://seguia.example/feeds/maroc.atom",
        "Maroc · Seguia",
        "",
        "https://seguia.example/feeds/maroc.xyz",
        "https://seguia.example/",
        "https://seguia.example/icon.png",
        Instant.parse("2025-01-01T00:00:00Z"),
        Instant.EPOCH,
        entries.stream().map(entry -> merged(entry, credit)).toList());
  }

  static List<StoredEntry> awkward() {
    return List.of(
        plain(), untitled(), arabic(), podcast(), illegal(), merged(), aggregated(), bare());
  }

  /// The id is the link.
  static StoredEntry plain() {
    var entry =
        new Text("https://journal.example/a1", "https://journal.example/a1")
            .say("Un titre & un <b>autre", "Un résumé : 1 < 2 & 3 > 2", "<p>Un texte.</p>")
            .author(Person.named("Jeanne Dupont"))
            .category("Politique \"intérieure\"")
            .category("maroc")
            .entry();
    return stored(
        1, "https://journal.example/a1", entry, NOON, tag("Maroc"), tag("Droits de l'Homme"));
  }

  /// No title, no author, and a fraction of a second in its dates.
  static StoredEntry untitled() {
    var entry =
        new Text("note-7", "https://journal.example/notes/7?a=1&b=2")
            .say("", "Une note sans titre", "<p>Une note sans titre</p>")
            .entry();
    return stored(
        2,
        "urn:uuid:00000000-0000-5000-8000-000000000002",
        entry,
        NOON.minusMillis(500),
        tag("Maroc"));
  }

  static StoredEntry arabic() {
    var entry =
        new Text("https://journal.example/خبر", "https://journal.example/خبر")
            .say("المغرب: خبر عاجل", "ملخص الخبر", "<p>نص الخبر</p>")
            .language("ar")
            .author(new Person("سعيد", Optional.of("said@journal.example"), Optional.empty()))
            .entry();
    return stored(3, "https://journal.example/خبر", entry, NOON.plusSeconds(60), tag("المغرب"));
  }

  static StoredEntry podcast() {
    var entry =
        new Text("tag:journal.example,2025:p1", "https://journal.example/p1")
            .say("Un podcast", "", "")
            .file("https://journal.example/p1.mp3", "", 0)
            .file("https://journal.example/p1.mp3", "", -1)
            .file("https://journal.example/p1 long.mp4?x=1&y=2", "video/mp4", 123_456_789_012L)
            .file("https://journal.example/p1.jpg", "image/jpeg", 0)
            .entry();
    return stored(4, "tag:journal.example,2025:p1", entry, NOON.minusSeconds(60), tag("Maroc"));
  }

  /// What no XML can hold, in every field.
  static StoredEntry illegal() {
    var bad = "\u0000\u000B\uD800 \uFFFE]]>\r\n\uD83D\uDE00";
    var entry =
        new Text("bad" + bad, "https://journal.example/bad")
            .say("Titre" + bad, "Résumé" + bad, "<p>Texte" + bad + "</p>")
            .author(Person.named("Auteur" + bad))
            .category("Catégorie" + bad)
            .entry();
    return stored(
        5,
        "urn:uuid:00000000-0000-5000-8000-000000000005",
        entry,
        NOON.minusSeconds(120),
        tag("Maroc"));
  }

  /// Carried by two sources, and updated.
  static StoredEntry merged() {
    var entry =
        new Text("guid-9", "https://agence.example/9")
            .say("Dépêche", "Le texte court", "<p>Le texte long</p>")
            .entry();
    return new StoredEntry(
        6,
        "urn:uuid:00000000-0000-5000-8000-000000000009",
        entry,
        NOON,
        NOON.plusSeconds(3600),
        NOON,
        NOON.plusSeconds(3661),
        Audience.EVERYONE,
        Optional.empty(),
        List.of(tag("Maroc")),
        List.of(
            sighting(AGENCY, entry, JoinedBy.FIRST),
            new Sighting(
                JOURNAL,
                Optional.of("https://journal.example/?p=9"),
                Optional.of("https://journal.example/depeche-9"),
                "Dépêche reprise",
                Optional.of(NOON.plusSeconds(30)),
                NOON.plusSeconds(90),
                JoinedBy.CONTENT,
                OptionalDouble.empty(),
                false)));
  }

  /// From a source that is itself an aggregator and names where it has it from.
  static StoredEntry aggregated() {
    var origin =
        new Origin(
            Optional.of("tag:quotidien.example,2000:feed"),
            "Le Quotidien",
            Optional.of("https://quotidien.example/"),
            Optional.of("https://quotidien.example/feed"));
    var entry =
        new Text("https://quotidien.example/?p=3", "https://quotidien.example/trois")
            .say("Trois", "Le troisième", "<p>Le troisième</p>")
            .origin(origin)
            .rights("CC BY 4.0")
            .entry();
    return stored(7, "https://quotidien.example/?p=3", entry, NOON.minusSeconds(180), tag("Maroc"));
  }

  /// Neither link nor text nor title.
  static StoredEntry bare() {
    return stored(
        8,
        "urn:uuid:00000000-0000-5000-8000-000000000008",
        new Text("8", "").say("", "", "").entry(),
        NOON.minusSeconds(240));
  }

  static EntryTag tag(String label) {
    return new EntryTag(Tag.of(label), label, Provenance.ENTRY);
  }

  private static StoredEntry stored(
      long seq, String id, Entry entry, Instant published, EntryTag... tags) {
    return new StoredEntry(
        seq,
        id,
        entry,
        published,
        published,
        NOON,
        NOON.plusSeconds(seq),
        Audience.EVERYONE,
        Optional.empty(),
        List.of(tags),
        List.of(sighting(JOURNAL, entry, JoinedBy.FIRST)));
  }

  private static Sighting sighting(StoredSource source, Entry entry, JoinedBy joinedBy) {
    return new Sighting(
        source,
        entry.id(),
        entry.link(),
        entry.title(),
        entry.published(),
        NOON,
        joinedBy,
        OptionalDouble.empty(),
        true);
  }

  /// Gathers an entry's fields.
  private static final class Text {
    private final String id;
    private final String link;
    private String title = "";
    private String summary = "";
    private String content = "";
    private String language = "fr";
    private String rights = "";
    private List<Person> authors = List.of();
    private List<String> categories = List.of();
    private List<Enclosure> enclosures = List.of();
    private Optional<Origin> origin = Optional.empty();

    Text(String id, String link) {
      this.id = id;
      this.link = link;
    }

    Text say(String newTitle, String newSummary, String newContent) {
      title = newTitle;
      summary = newSummary;
      content = newContent;
      return this;
    }

    Text author(Person author) {
      authors = Stream.concat(authors.stream(), Stream.of(author)).toList();
      return this;
    }

    Text category(String category) {
      categories = Stream.concat(categories.stream(), Stream.of(category)).toList();
      return this;
    }

    Text file(String url, String type, long length) {
      var known = length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
      var file = new Enclosure(url, Optional.of(type).filter(name -> !name.isEmpty()), known);
      enclosures = Stream.concat(enclosures.stream(), Stream.of(file)).toList();
      return this;
    }

    Text language(String newLanguage) {
      language = newLanguage;
      return this;
    }

    Text rights(String newRights) {
      rights = newRights;
      return this;
    }

    Text origin(Origin newOrigin) {
      origin = Optional.of(newOrigin);
      return this;
    }

    Entry entry() {
      return new Entry(
          Optional.of(id),
          Optional.of(link).filter(known -> !known.isEmpty()),
          Optional.empty(),
          title,
          summary,
          content,
          Optional.empty(),
          Optional.empty(),
          authors,
          categories,
          enclosures,
          Optional.of(PICTURE).filter(_ -> link.endsWith("a1")),
          Optional.of(link + "#comments").filter(page -> link.endsWith("a1")),
          Optional.of(language).filter(known -> !content.isEmpty()),
          rights,
          origin);
    }
  }
}
