package dev.seguia.publish;

import dev.seguia.feed.Picture;
import dev.seguia.text.Markup;

/// Writes pieces of HTML.
final class Html {
  private Html() {}

  /// Plain text as a paragraph; empty if there is none.
  static String paragraph(String plain) {
    return plain.isBlank() ? "" : "<p>" + Markup.escaped(plain) + "</p>";
  }

  /// A picture, with what is said of it below.
  static String figure(Picture picture) {
    var image =
        "<img src=\"%s\" alt=\"%s\"%s%s referrerpolicy=\"no-referrer\">"
            .formatted(
                quoted(picture.url()),
                quoted(picture.description()),
                pixels("width", picture.width()),
                pixels("height", picture.height()));
    var caption = caption(picture);
    return caption.isEmpty()
        ? "<p>" + image + "</p>"
        : "<figure>" + image + "<figcaption>" + quoted(caption) + "</figcaption></figure>";
  }

  private static String caption(Picture picture) {
    if (picture.description().isEmpty() || picture.credit().isEmpty())
      return picture.description() + picture.credit();
    return picture.description() + " (" + picture.credit() + ")";
  }

  private static String pixels(String name, int pixels) {
    return pixels == 0 ? "" : " " + name + "=\"" + pixels + "\"";
  }

  /// Plain text on one line, as the value of an attribute and anywhere else.
  static String quoted(String plain) {
    return Markup.escaped(ValidText.line(plain)).replace("\"", "&quot;");
  }
}
