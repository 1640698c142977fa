package dev.seguia.feed;

/// The picture that stands for an entry.
///
/// @param url absolute
/// @param width in pixels; 0 if it is unknown
/// @param height in pixels; 0 if it is unknown
/// @param description what it shows, its caption (`media:description`); plain text, may be empty
/// @param credit who made it (`media:credit`); plain text, may be empty
public record Picture(String url, int width, int height, String description, String credit) {
  public Picture {
    if (url.isBlank()) throw new IllegalArgumentException("a picture needs a URL");
    width = Math.max(0, width);
    height = Math.max(0, height);
  }

  /// A picture of which nothing else is known. Also how JSON reads one that is written as its URL
  /// alone, as stores did before pictures had captions.
  public static Picture valueOf(String url) {
    return new Picture(url, 0, 0, "", "");
  }

  /// The same picture, with its words cleaned.
  public Picture withWords(String newDescription, String newCredit) {
    return new Picture(url, width, height, newDescription, newCredit);
  }

  /// The same picture at another URL.
  public Picture at(String newUrl) {
    return new Picture(newUrl, width, height, description, credit);
  }
}
