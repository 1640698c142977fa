package dev.seguia.parse;

import dev.seguia.feed.Text;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jdom2.Element;

/// Reads Media RSS and the podcast extension of iTunes, without Rome, which drops enclosures whose
/// URL is not a valid URI.
final class MediaExtensions {
  /// The end of a reference that was escaped once too often (`&amp;`) parts nothing.
  private static final Pattern KEYWORDS = Pattern.compile(",|(?<!&[#A-Za-z0-9]{2,8});");

  private final ElementFacts notes;

  MediaExtensions(ElementFacts notes) {
    this.notes = notes;
  }

  void media(String name, Element element) {
    switch (name) {
      case "group" -> group(element);
      case "content" -> {
        mediaContent(element);
        children(element, _ -> true);
      }
      case "thumbnail" -> notes.image(element.getAttributeValue("url"));
      case "keywords" -> keywords(element.getText());
      case "category" -> notes.category(element.getAttributeValue("label", element.getText()));
      case "title" -> notes.text(ElementFacts.Words.TITLE, mediaText(element));
      case "description" -> notes.text(ElementFacts.Words.SUMMARY, mediaText(element));
      case "credit" -> {
        if (element.getAttributeValue("role", "").equalsIgnoreCase("author"))
          notes.secondAuthor(PersonLine.of(element.getText()));
      }
      default -> {
        // ratings, prices, players: not published
      }
    }
  }

  /// The contents of a group are one thing in several forms, of which the default is the first to
  /// be offered (Media RSS section 4.2).
  private void group(Element group) {
    children(group, MediaExtensions::isDefault);
    children(group, child -> !isDefault(child));
  }

  private void children(Element element, Predicate<Element> which) {
    for (var child : element.getChildren())
      if (which.test(child)) media(child.getName().toLowerCase(Locale.ROOT), child);
  }

  private static boolean isDefault(Element element) {
    return element.getAttributeValue("isDefault", "").strip().equalsIgnoreCase("true");
  }

  private void mediaContent(Element element) {
    var type = element.getAttributeValue("type");
    var url = element.getAttributeValue("url");
    var isImage =
        element.getAttributeValue("medium", "").equals("image")
            || (type != null && type.startsWith("image/"));
    if (isImage) notes.image(url);
    notes.enclosure(url, type, element.getAttributeValue("fileSize"));
  }

  private static Text mediaText(Element element) {
    var value = element.getText();
    return element.getAttributeValue("type", "").equals("html")
        ? Text.html(value)
        : Text.unknown(value);
  }

  void itunes(String name, Element element) {
    switch (name) {
      case "author" -> notes.secondAuthor(PersonLine.of(element.getText()));
      case "summary", "subtitle" ->
          notes.text(ElementFacts.Words.SUMMARY, Text.unknown(element.getText()));
      case "title" -> notes.text(ElementFacts.Words.TITLE, Text.unknown(element.getText()));
      case "image" -> {
        notes.image(element.getAttributeValue("href"));
        notes.image(element.getAttributeValue("url"));
        notes.image(element.getText());
      }
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
    notes.secondAuthor(PersonLine.of(name, email, Optional.empty()));
  }

  private void keywords(String text) {
    for (var word : KEYWORDS.split(text, ParseLimits.CATEGORIES + 1)) notes.category(word);
  }
}
