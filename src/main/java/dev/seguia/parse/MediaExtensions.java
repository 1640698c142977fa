package dev.seguia.parse;

import dev.seguia.feed.ImageUrl;
import dev.seguia.feed.Medium;
import dev.seguia.feed.Picture;
import dev.seguia.feed.Text;
import dev.seguia.text.Truncation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/// Reads Media RSS and the podcast extension of iTunes, without Rome, which drops enclosures whose
/// URL is not a valid URI.
final class MediaExtensions {
  /// The end of a reference that was escaped once too often (`&amp;`) parts nothing.
  private static final Pattern KEYWORDS = Pattern.compile(",|(?<!&[#A-Za-z0-9]{2,8});");

  private static final int MOST_PIXELS = 100_000;

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
      case "thumbnail" ->
          notes.thumbnail(
              element.getAttributeValue("url"), url -> picture(url, element, List.of()));
      case "keywords" -> keywords(element.getText());
      case "category" -> notes.category(element.getAttributeValue("label", element.getText()));
      case "title" -> notes.text(ElementFacts.Words.TITLE, mediaText(element));
      case "description" -> {
        if (!isCaption(element)) notes.text(ElementFacts.Words.SUMMARY, mediaText(element));
      }
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
    var isImage = isImage(element);
    if (isImage) notes.picture(url, found -> picture(found, element, words(element)));
    // The images of a group are one in several sizes, or stand for its film.
    if (!isImage || !isInGroup(element))
      notes.enclosure(url, type, element.getAttributeValue("fileSize"));
  }

  private static boolean isImage(Element content) {
    var medium = content.getAttributeValue("medium", "").strip();
    if (!medium.isEmpty()) return medium.equalsIgnoreCase("image");
    var type = content.getAttributeValue("type", "").strip();
    return type.isEmpty()
        ? ImageUrl.isPlainly(content.getAttributeValue("url", ""))
        : Medium.of(type) == Medium.IMAGE;
  }

  private static boolean isInGroup(Element content) {
    return content.getParent() instanceof Element parent
        && parent.getName().equalsIgnoreCase("group");
  }

  /// The elements that may describe a picture: those inside it, and those beside it (Media RSS
  /// section 3.6: what stands higher holds for all below).
  private static List<Element> words(Element content) {
    var inside = content.getChildren();
    if (!(content.getParent() instanceof Element parent)) return inside;
    return Stream.concat(
            inside.stream(),
            parent.getChildren().stream()
                .filter(one -> one.getNamespaceURI().equals(content.getNamespaceURI())))
        .toList();
  }

  /// Whether a description is that of a picture: in it, or beside pictures alone.
  private static boolean isCaption(Element description) {
    if (!(description.getParent() instanceof Element parent)) return false;
    if (isContent(parent)) return isImage(parent);
    var contents = parent.getChildren().stream().filter(MediaExtensions::isContent).toList();
    return !contents.isEmpty() && contents.stream().allMatch(MediaExtensions::isImage);
  }

  private static boolean isContent(Element element) {
    return element.getName().equalsIgnoreCase("content") && element.getAttribute("url") != null;
  }

  private static Picture picture(String url, Element sizes, List<Element> words) {
    return new Picture(
        url,
        pixels(sizes.getAttributeValue("width")),
        pixels(sizes.getAttributeValue("height")),
        first(words, "description"),
        first(words, "credit"));
  }

  private static int pixels(@Nullable String number) {
    return (int) Math.min(Numbers.positive(number).orElse(0), MOST_PIXELS);
  }

  private static String first(List<Element> elements, String name) {
    for (var element : elements)
      if (element.getName().equalsIgnoreCase(name) && !element.getText().isBlank())
        return Truncation.head(element.getText().strip(), ParseLimits.NAME);
    return "";
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
