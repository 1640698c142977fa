package dev.seguia.publish;

import dev.seguia.feed.Picture;

/// Writes the picture of an entry for RSS and Atom (Media RSS 1.5.1): as `media:content`, which
/// most readers show, and as `media:thumbnail`, which some others do.
final class PictureElements {
  private PictureElements() {}

  static void write(XmlWriter xml, Picture picture) {
    var isDescribed = !picture.description().isEmpty() || !picture.credit().isEmpty();
    String[] attributes = {
      "url",
      picture.url(),
      "medium",
      "image",
      "width",
      pixels(picture.width()),
      "height",
      pixels(picture.height())
    };
    if (isDescribed)
      xml.start("media:content", attributes)
          .optional("media:description", picture.description(), "type", "plain")
          .optional("media:credit", picture.credit())
          .end();
    else xml.empty("media:content", attributes);
    xml.empty("media:thumbnail", "url", picture.url());
  }

  private static String pixels(int pixels) {
    return pixels == 0 ? "" : Integer.toString(pixels);
  }
}
