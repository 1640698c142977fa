package dev.seguia.text;

/// Plain text inside markup.
public final class Markup {
  private Markup() {}

  /// The text with its markup characters written out.
  public static String escaped(String plain) {
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
