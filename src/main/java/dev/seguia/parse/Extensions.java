package dev.seguia.parse;

import dev.seguia.feed.Text;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/// Reads the extensions that we publish and that are not left to Rome: Media RSS, iTunes, Atom
/// inside RSS, Dublin Core terms, the syndication module, FeedBurner's links.
final class Extensions {
  private static final Map<String, Duration> PERIODS =
      Map.of(
          "hourly", Duration.ofHours(1),
          "daily", Duration.ofDays(1),
          "weekly", Duration.ofDays(7),
          "monthly", Duration.ofDays(30),
          "yearly", Duration.ofDays(365));

  private final ElementFacts notes;
  private final MediaExtensions media;
  private @Nullable Duration period;
  private long frequency = 1;

  Extensions(ElementFacts notes) {
    this.notes = notes;
    media = new MediaExtensions(notes);
  }

  void read(FeedNamespace vocabulary, Element element) {
    var name = element.getName().toLowerCase(Locale.ROOT);
    switch (vocabulary) {
      case ATOM -> atom(name, element);
      case DC -> dublinCore(name, element);
      case DCTERMS -> terms(name, element);
      case MEDIA -> media.media(name, element);
      case ITUNES -> media.itunes(name, element);
      case XHTML -> {
        if (name.equals("body") || name.equals("div"))
          notes.text(
              ElementFacts.Words.CONTENT, Text.html(InlineMarkup.inside(element, notes.base())));
      }
      case SYNDICATION -> syndication(name, element);
      case FEEDBURNER, PHEEDO -> {
        if (name.equals("origlink")) notes.link(ElementFacts.Fact.ORIGINAL_LINK, element.getText());
      }
      case OTHER -> foreign(name, element);
      case RSS, CONTENT, RDF -> {
        // the format's own
      }
    }
  }

  private void atom(String name, Element element) {
    switch (name) {
      case "link" -> atomLink(element);
      case "updated", "modified" -> notes.updated(element.getText());
      case "published", "issued", "created" -> notes.published(element.getText());
      case "author" -> notes.author(AtomPerson.of(element, notes.base()));
      case "title" -> notes.text(ElementFacts.Words.TITLE, AtomText.of(element, notes.base()));
      case "summary", "subtitle", "tagline" ->
          notes.text(ElementFacts.Words.SUMMARY, AtomText.of(element, notes.base()));
      case "content" -> notes.text(ElementFacts.Words.CONTENT, AtomText.of(element, notes.base()));
      case "id" -> notes.note(ElementFacts.Fact.ID, element.getText());
      case "rights" -> notes.note(ElementFacts.Fact.RIGHTS, element.getText());
      case "category" -> notes.category(element.getAttributeValue("term", element.getText()));
      case "logo", "icon" -> notes.image(element.getText());
      default -> {
        // nothing that is published
      }
    }
  }

  private void atomLink(Element element) {
    var href = element.getAttributeValue("href");
    var relation = element.getAttributeValue("rel", "alternate").strip().toLowerCase(Locale.ROOT);
    switch (relation) {
      case "alternate" -> notes.link(ElementFacts.Fact.LINK, href);
      case "self" -> notes.link(ElementFacts.Fact.SELF, href);
      case "prev-archive", "next" -> notes.older(relation, href);
      case "replies" -> notes.link(ElementFacts.Fact.COMMENTS, href);
      case "enclosure" ->
          notes.enclosure(
              href, element.getAttributeValue("type"), element.getAttributeValue("length"));
      default -> {
        // hub, edit: not for readers
      }
    }
  }

  private void dublinCore(String name, Element element) {
    switch (name) {
      case "date", "created", "issued" -> notes.published(element.getText());
      case "modified" -> notes.updated(element.getText());
      case "title" -> notes.text(ElementFacts.Words.TITLE, Text.unknown(element.getText()));
      case "description", "abstract" ->
          notes.text(ElementFacts.Words.SUMMARY, Text.unknown(element.getText()));
      case "author" -> notes.author(PersonLine.of(element.getValue()));
      case "rights" -> notes.note(ElementFacts.Fact.RIGHTS, element.getText());
      case "language" -> notes.note(ElementFacts.Fact.LANGUAGE, element.getText());
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
      case "creator" -> notes.author(PersonLine.of(element.getValue()));
      case "abstract" -> notes.text(ElementFacts.Words.SUMMARY, Text.unknown(element.getText()));
      case "subject" -> notes.category(element.getText());
      default -> {
        // nothing that is published
      }
    }
  }

  /// Vocabularies that are not known by name, as PRISM is: their dates are called alike.
  private void foreign(String name, Element element) {
    switch (name) {
      case "publicationdate", "pubdate", "datepublished" -> notes.published(element.getText());
      case "modificationdate", "datemodified" -> notes.updated(element.getText());
      default -> {
        // nothing that is published
      }
    }
  }

  private void syndication(String name, Element element) {
    var value = element.getText().strip().toLowerCase(Locale.ROOT);
    if (name.equals("updateperiod")) period = PERIODS.get(value);
    if (name.equals("updatefrequency")) frequency = Numbers.positive(value).orElse(1);
  }

  /// What is known only when all has been read.
  void finish() {
    if (period != null) notes.rhythm().ttl(period.dividedBy(Math.min(frequency, 1_000)));
  }
}
