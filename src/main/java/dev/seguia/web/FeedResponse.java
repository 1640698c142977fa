package dev.seguia.web;

import dev.seguia.publish.PublishedDocument;

/// Responds with a feed; redirects a person who opens it in a browser to its page.
final class FeedResponse {
  private FeedResponse() {}

  /// @param page where people read what is in the feed: a path, percent-encoded
  static Response of(Request request, PublishedDocument feed, String page) {
    return Preferences.wantPage(request)
        ? Response.seeOther(page + "#subscribe")
        : DocumentResponse.of(request, feed);
  }
}
