package dev.seguia.web;

/// The Content-Security-Policy of our documents (Content Security Policy Level 3). Only our own
/// scripts run, and none beside the text of an article.
public enum ContentPolicy {
  /// It shows what is ours, and no more.
  CLOSED("img-src 'self'", "form-action 'none'"),
  /// It has a search box, too.
  SEARCH("img-src 'self'", "form-action 'self'"),
  /// It can copy an address and has keys, by a script of ours.
  SUBSCRIBE("img-src 'self'; script-src 'self'", "form-action 'self'"),
  /// It has the pictures of entries, too.
  LIST("img-src 'self' https: http:; script-src 'self'", "form-action 'self'"),
  /// It has the images of an article, and its sounds and films, which are not fetched before they
  /// are played.
  ARTICLE("img-src 'self' https: http:; media-src https: http:", "form-action 'self'");

  public static final String HEADER = "Content-Security-Policy";

  private final String value;

  ContentPolicy(String sources, String forms) {
    value =
        "default-src 'none'; style-src 'self'; %s; base-uri 'none'; %s; frame-ancestors 'none'"
            .formatted(sources, forms);
  }

  /// The value of the header.
  public String value() {
    return value;
  }
}
