package dev.seguia.web;

import dev.seguia.publish.PublishedDocument;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.jspecify.annotations.Nullable;

/// The fast path of feed requests: a repeated request for an unchanged feed, by the same request
/// target, is served by the thread that read the request. Nothing here blocks or reads the store.
/// Any other request is left to the [Router].
final class FeedFastPath {
  /// The headers of each take some 8 KiB; the bodies are not held here.
  static final int MOST_TARGETS = 256;

  private static final int LONGEST_TARGET = 512;

  /// A client that sends one request behind the other must let others have the thread now and then.
  private static final int TURN = 64;

  private final List<HttpField> always;
  private final Map<String, Known> feeds =
      new LinkedHashMap<>(64, 0.75f, true); // guarded by itself

  /// @param always the headers of every response
  FeedFastPath(List<HttpField> always) {
    this.always = always;
  }

  /// A response that is ready to be sent.
  ///
  /// @param headers all but the date
  /// @param body empty if the status is 304; shared with other responses: no one may write to it
  record Ready(int status, HttpFields headers, byte[] body) {}

  /// Answers requests for that target from now on.
  ///
  /// @param target path and query, as they came
  /// @param current looks the feed up without waiting; empty where it must be built first
  void add(String target, Supplier<Optional<PublishedDocument>> current) {
    if (target.length() > LONGEST_TARGET) return;
    synchronized (feeds) {
      feeds.putIfAbsent(target, new Known(current));
      if (feeds.size() > MOST_TARGETS) feeds.remove(feeds.keySet().iterator().next());
    }
  }

  int targets() {
    synchronized (feeds) {
      return feeds.size();
    }
  }

  /// The response to a request, if there is one without waiting.
  Optional<Ready> response(org.eclipse.jetty.server.Request request) {
    var method = request.getMethod();
    if (!HttpMethod.GET.is(method) && !HttpMethod.HEAD.is(method)) return Optional.empty();
    if (request.getConnectionMetaData().getConnection().getMessagesIn() % TURN == 0)
      return Optional.empty();
    var feed = feed(request.getHttpURI().getPathQuery());
    if (feed == null) return Optional.empty();
    var asked = new Asked();
    if (!asked.read(request.getHeaders())) return Optional.empty();
    return feed.current.get().map(document -> response(feed, asked, document));
  }

  private @Nullable Known feed(String target) {
    synchronized (feeds) {
      return feeds.get(target);
    }
  }

  private Ready response(Known feed, Asked asked, PublishedDocument document) {
    var gzip = Preferences.wantGzip(asked.encoding);
    var headers = feed.headers(document, always);
    var variant = gzip ? headers.gzipped : headers.plain;
    return DocumentResponse.isKnown(asked.etags, asked.since, document)
        ? new Ready(304, variant.notModified, DocumentResponse.NOTHING)
        : new Ready(200, variant.whole, gzip ? document.gzipped() : document.bytes());
  }

  /// The relevant request headers of a feed reader, read in one pass.
  private static final class Asked {
    private String encoding = "";
    private String etags = "";
    private String since = "";

    /// Whether the request is as most are: without a body, without two lines of one name, and not
    /// of a browser.
    boolean read(HttpFields headers) {
      for (var field : headers) {
        var header = field.getHeader();
        if (header != null && !read(header, field.getValue() == null ? "" : field.getValue()))
          return false;
      }
      return true;
    }

    private boolean read(HttpHeader header, String value) {
      var isFirst =
          switch (header) {
            case ACCEPT_ENCODING -> encoding.isEmpty();
            case IF_NONE_MATCH -> etags.isEmpty();
            case IF_MODIFIED_SINCE -> since.isEmpty();
            case ACCEPT -> !value.toLowerCase(Locale.ROOT).contains("html");
            case CONTENT_LENGTH, TRANSFER_ENCODING, EXPECT, UPGRADE -> false;
            default -> true;
          };
      if (header == HttpHeader.ACCEPT_ENCODING) encoding = value;
      else if (header == HttpHeader.IF_NONE_MATCH) etags = value;
      else if (header == HttpHeader.IF_MODIFIED_SINCE) since = value;
      return isFirst;
    }
  }

  /// A feed, and the response headers of its current document.
  private static final class Known {
    private final Supplier<Optional<PublishedDocument>> current;
    private volatile @Nullable Headers headers;

    Known(Supplier<Optional<PublishedDocument>> current) {
      this.current = current;
    }

    Headers headers(PublishedDocument document, List<HttpField> always) {
      var before = headers;
      if (before != null && before.areOf(document)) return before;
      var next = Headers.of(document, always);
      headers = next;
      return next;
    }
  }

  /// The response headers of a document. They refer to it by its validators: a reference would keep
  /// its bytes in memory after they were evicted.
  private record Headers(
      String etag, Optional<Instant> lastModified, Variant plain, Variant gzipped) {
    static Headers of(PublishedDocument document, List<HttpField> always) {
      return new Headers(
          document.etag(),
          document.lastModified(),
          Variant.of(document, false, always),
          Variant.of(document, true, always));
    }

    boolean areOf(PublishedDocument document) {
      return etag.equals(document.etag()) && lastModified.equals(document.lastModified());
    }
  }

  /// The headers of one encoding of a document.
  private record Variant(HttpFields whole, HttpFields notModified) {
    static Variant of(PublishedDocument document, boolean gzip, List<HttpField> always) {
      var whole = DocumentResponse.whole(document, gzip, DocumentResponse.MAX_AGE);
      var notModified = DocumentResponse.notModified(document, gzip, DocumentResponse.MAX_AGE);
      var length = new PreEncodedHttpField(HttpHeader.CONTENT_LENGTH, whole.body().length);
      return new Variant(
          fields(whole, always).add(length).asImmutable(),
          fields(notModified, always).asImmutable());
    }

    private static HttpFields.Mutable fields(Response response, List<HttpField> always) {
      var fields = HttpFields.build();
      always.forEach(fields::add);
      response.headers().forEach((name, value) -> fields.add(new PreEncodedHttpField(name, value)));
      return fields;
    }
  }
}
