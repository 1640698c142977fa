package dev.seguia.parse;

import dev.seguia.feed.Text;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/// Reads the extensions that carry something we publish, and that are not left to Rome: Media RSS,
/// iTunes, Atom inside RSS, Dublin Core terms, the syndication module, FeedBurner's links.
final class Extensions {
  private static final Map<String, Duration> PERIODS =
      Map.of(
          "hourly", Duration.ofHours(1),
          "daily", Duration.ofDays(1),
          "weekly", Duration.ofDays(7),
          "monthly", Duration.ofDays(30),
          "yearly", Duration.ofDays(365));

  private final Notes notes;
  private @Nullable Duration period;
  private long frequency = 1;

  Extensions(Notes notes) {
    this.notes = notes;
  }

  void read(Vocabulary vocabulary, Element element) {
    var name = element.getName().toLowerCase(Locale.ROOT);
    switch (vocabulary) {
      case ATOM -> atom(name, element);
      case DC -> dublinCore(name, element);
      case DCTERMS -> terms(name, element);
      case MEDIA -> media(name, element);
      case ITUNES -> itunes(name, element);
      case XHTML -> {
        if (name.equals("body") || name.equals("div"))
          notes.text(Notes.Words.CONTENT, Text.html(Markup.inside(element, notes.base())));
      }
      case SYNDICATION -> syndication(name, element);
      case FEEDBURNER, PHEEDO -> {
        if (name.equals("origlink")) notes.link(Notes.Fact.ORIGINAL_LINK, element.getText());
      }
      case RSS, CONTENT, RDF, OTHER -> {
        // the format's own, or nothing that is published
      }
    }
  }

  private void atom(String name, Element element) {
    switch (name) {
      case "link" -> atomLink(element);
      case "updated", "modified" -> notes.updated(element.getText());
      case "published", "issued", "created" -> notes.published(element.getText());
      case "author" -> notes.author(AtomTidy.person(element, notes.base()));
      case "title" -> notes.text(Notes.Words.TITLE, AtomText.of(element, notes.base()));
      case "summary", "subtitle", "tagline" ->
          notes.text(Notes.Words.SUMMARY, AtomText.of(element, notes.base()));
      case "content" -> notes.text(Notes.Words.CONTENT, AtomText.of(element, notes.base()));
      case "id" -> notes.note(Notes.Fact.ID, element.getText());
      case "rights" -> notes.note(Notes.Fact.RIGHTS, element.getText());
      case "logo", "icon" -> notes.link(Notes.Fact.IMAGE, element.getText());
      default -> {
        // nothing that is published
      }
    }
  }

  private void atomLink(Element element) {
    var href = element.getAttributeValue("href");
    switch (element.getAttributeValue("rel", "alternate").strip().toLowerCase(Locale.ROOT)) {
      case "alternate" -> notes.link(Notes.Fact.LINK, href);
      case "self" -> notes.link(Notes.Fact.SELF, href);
      case "replies" -> notes.link(Notes.Fact.COMMENTS, href);
      case "enclosure" ->
          notes.enclosure(
              href, element.getAttributeValue("type"), element.getAttributeValue("length"));
      default -> {
        // hub, next, edit: not for readers
      }
    }
  }

  private void dublinCore(String name, Element element) {
    switch (name) {
      case "date", "created", "issued" -> notes.published(element.getText());
      case "modified" -> notes.updated(element.getText());
      case "title" -> notes.text(Notes.Words.TITLE, Text.unknown(element.getText()));
      case "description", "abstract" ->
          notes.text(Notes.Words.SUMMARY, Text.unknown(element.getText()));
      case "author" -> notes.author(People.of(element.getValue()));
      case "rights" -> notes.note(Notes.Fact.RIGHTS, element.getText());
      case "language" -> notes.note(Notes.Fact.LANGUAGE, element.getText());
      default -> {
        // creator and subject are Rome's
      }
    }
  }

  private void terms(String name, Element element) {
    switch (name) {
      case "issued", "created", "available", "datesubmitted", "date" ->
          notes.published(element.getText());
      case "modified" -> notes.updated(element.getText());
      case "creator" -> notes.author(People.of(element.getValue()));
      case "abstract" -> notes.text(Notes.Words.SUMMARY, Text.unknown(element.getText()));
      case "subject" -> notes.category(element.getText());
      default -> {
        // nothing that is published
      }
    }
  }

  private void media(String name, Element element) {
    switch (name) {
      case "group", "content" -> {
        if (name.equals("content")) mediaContent(element);
        for (var child : element.getChildren())
          media(child.getName().toLowerCase(Locale.ROOT), child);
      }
      case "thumbnail" -> notes.link(Notes.Fact.IMAGE, element.getAttributeValue("url"));
      case "keywords" -> keywords(element.getText());
      case "category" -> notes.category(element.getAttributeValue("label", element.getText()));
      case "title" -> notes.text(Notes.Words.TITLE, mediaText(element));
      case "description" -> notes.text(Notes.Words.SUMMARY, mediaText(element));
      case "credit" -> {
        if (element.getAttributeValue("role", "").equalsIgnoreCase("author"))
          notes.secondAuthor(People.of(element.getText()));
      }
      default -> {
        // ratings, prices, players: not published
      }
    }
  }

  private void mediaContent(Element element) {
    var type = element.getAttributeValue("type");
    notes.enclosure(element.getAttributeValue("url"), type, element.getAttributeValue("fileSize"));
  }

  private static Text mediaText(Element element) {
    var value = element.getText();
    return element.getAttributeValue("type", "").equals("html")
        ? Text.html(value)
        : Text.unknown(value);
  }

  private void itunes(String name, Element element) {
    switch (name) {
      case "author" -> notes.secondAuthor(People.of(element.getText()));
      case "summary", "subtitle" ->
          notes.text(Notes.Words.SUMMARY, Text.unknown(element.getText()));
      case "title" -> notes.text(Notes.Words.TITLE, Text.unknown(element.getText()));
      case "image" ->
          notes.link(Notes.Fact.IMAGE, element.getAttributeValue("href", element.getText()));
      case "keywords" -> keywords(element.getText());
      case "owner" -> owner(element);
      case "category" -> {
        notes.category(element.getAttributeValue("text", element.getText()));
        for (var child : element.getChildren()) itunes("category", child);
      }
      default -> {
        // duration, explicit, episode: not published
      }
    }
  }

  private void owner(Element element) {
    String name = null;
    String email = null;
    for (var child : element.getChildren()) {
      if (child.getName().equalsIgnoreCase("name")) name = child.getText();
      if (child.getName().equalsIgnoreCase("email")) email = child.getText();
    }
    notes.secondAuthor(People.of(name, email, java.util.Optional.empty()));
  }

  private void keywords(String text) {
    for (var word : text.split("[,;]", -1)) notes.category(word);
  }

  private void syndication(String name, Element element) {
    var value = element.getText().strip().toLowerCase(Locale.ROOT);
    if (name.equals("updateperiod")) period = PERIODS.get(value);
    if (name.equals("updatefrequency")) frequency = Notes.Figures.positive(value).orElse(1);
  }

  /// What is known only when all has been read.
  void finish() {
    if (period != null) notes.ttl(period.dividedBy(Math.min(frequency, 1_000)));
  }
}
