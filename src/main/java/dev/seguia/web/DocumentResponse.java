package dev.seguia.web;

import dev.seguia.publish.PublishedDocument;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/// Answers with a document, or with the news that the client has it already (RFC 9110 section 13).
public final class DocumentResponse {
  private static final byte[] NOTHING = new byte[0];

  private DocumentResponse() {}

  /// A document that changes as entries come.
  public static Response of(Request request, PublishedDocument document) {
    return of(request, document, 60);
  }

  /// The same, for what seldom changes.
  ///
  /// @param maxAge for how many seconds caches need not ask again
  public static Response of(Request request, PublishedDocument document, int maxAge) {
    var gzip = Preferences.wantGzip(request.header("Accept-Encoding"));
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ETag", gzip ? document.gzippedEtag() : document.etag());
    document.lastModified().ifPresent(date -> headers.put("Last-Modified", HttpDate.of(date)));
    headers.put("Cache-Control", "public, max-age=" + maxAge);
    headers.put("Vary", "Accept-Encoding");
    if (isKnown(request, document)) return new Response(304, headers, NOTHING);
    headers.put("Content-Type", document.contentType());
    if (gzip) headers.put("Content-Encoding", "gzip");
    return new Response(200, headers, gzip ? document.gzipped() : document.bytes());
  }

  private static boolean isKnown(Request request, PublishedDocument document) {
    var etags = request.header("If-None-Match");
    if (!etags.isEmpty()) return namesEtag(etags, document);
    var since = request.header("If-Modified-Since");
    if (since.isEmpty() || document.lastModified().isEmpty()) return false;
    var changed = document.lastModified().get();
    return HttpDate.parse(since).filter(date -> !changed.isAfter(date)).isPresent();
  }

  /// Whichever way it was encoded, the client holds the same document.
  private static boolean namesEtag(String etags, PublishedDocument document) {
    return Stream.of(etags.split(","))
        .map(String::strip)
        .map(etag -> etag.startsWith("W/") ? etag.substring(2) : etag)
        .anyMatch(etag ->
            etag.equals("*")
                || etag.equals(document.etag())
                || etag.equals(document.gzippedEtag()));
  }
}
