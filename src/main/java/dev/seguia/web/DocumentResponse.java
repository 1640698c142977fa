package dev.seguia.web;

import dev.seguia.dates.HttpDate;
import dev.seguia.publish.PublishedDocument;
import java.util.LinkedHashMap;
import java.util.Map;

/// Responds with a document, or with 304 if the client has it already (conditional requests, RFC
/// 9110 section 13).
public final class DocumentResponse {
  /// Limit: time for which a feed or page may be cached.
  ///
  /// For how many seconds caches need not ask again for a document that changes as entries come.
  static final int MAX_AGE = 60;

  static final byte[] NOTHING = new byte[0];

  private DocumentResponse() {}

  /// A document that changes as entries arrive.
  public static Response of(Request request, PublishedDocument document) {
    return of(request, document, MAX_AGE);
  }

  /// A document that seldom changes.
  ///
  /// @param maxAge for how many seconds caches need not ask again
  public static Response of(Request request, PublishedDocument document, int maxAge) {
    var gzip = Preferences.wantGzip(request.header("Accept-Encoding"));
    var isKnown =
        isKnown(request.header("If-None-Match"), request.header("If-Modified-Since"), document);
    return isKnown ? notModified(document, gzip, maxAge) : whole(document, gzip, maxAge);
  }

  /// 304: the client has the document.
  static Response notModified(PublishedDocument document, boolean gzip, int maxAge) {
    return new Response(304, validators(document, gzip, maxAge), NOTHING);
  }

  /// 200, with the document.
  static Response whole(PublishedDocument document, boolean gzip, int maxAge) {
    var headers = validators(document, gzip, maxAge);
    headers.put("Content-Type", document.contentType());
    if (gzip) headers.put("Content-Encoding", "gzip");
    return new Response(200, headers, gzip ? document.gzipped() : document.bytes());
  }

  private static Map<String, String> validators(
      PublishedDocument document, boolean gzip, int maxAge) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ETag", gzip ? document.gzippedEtag() : document.etag());
    document.lastModified().ifPresent(date -> headers.put("Last-Modified", HttpDate.of(date)));
    headers.put("Cache-Control", "public, max-age=" + maxAge);
    headers.put("Vary", "Accept-Encoding");
    return headers;
  }

  /// Whether the client has the document.
  ///
  /// @param etags the value of If-None-Match, empty if it is absent
  /// @param since the value of If-Modified-Since, empty if it is absent
  static boolean isKnown(String etags, String since, PublishedDocument document) {
    if (!etags.isEmpty()) return namesEtag(etags, document);
    if (since.isEmpty() || document.lastModified().isEmpty()) return false;
    var changed = document.lastModified().get();
    return HttpDate.parse(since).filter(date -> !changed.isAfter(date)).isPresent();
  }

  private static boolean namesEtag(String etags, PublishedDocument document) {
    for (var start = 0; start <= etags.length(); ) {
      var comma = etags.indexOf(',', start);
      var end = comma < 0 ? etags.length() : comma;
      if (isEtag(etags.substring(start, end).strip(), document)) return true;
      start = end + 1;
    }
    return false;
  }

  /// Whichever way it was encoded, the client holds the same document.
  private static boolean isEtag(String given, PublishedDocument document) {
    var etag = given.startsWith("W/") ? given.substring(2) : given;
    return etag.equals("*") || etag.equals(document.etag()) || etag.equals(document.gzippedEtag());
  }
}
