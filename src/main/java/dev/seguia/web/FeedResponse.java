package dev.seguia.web;

import dev.seguia.publish.PublishedDocument;

/// Answers with a feed; a person who opens it in a browser is led to its page.
final class FeedResponse {
  private FeedResponse() {}

  /// @param page where people read what is in the feed: a path, percent-encoded
  static Response of(Request request, PublishedDocument feed, String page) {
    return Preferences.wantPage(request)
        ? Response.seeOther(page + "#subscribe")
        : DocumentResponse.of(request, feed);
  }
}
