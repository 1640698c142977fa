package dev.seguia.publish;

import dev.seguia.feed.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/// A document ready to be sent, plain and compressed, with its validators (ETag and Last-Modified,
/// RFC 9110 section 8.8).
///
/// The arrays are shared by all requests: no one may write to them.
///
/// @param etag strong, of the plain bytes, with its quotes
/// @param gzippedEtag strong too, so another one than that of the plain bytes
/// @param lastModified in whole seconds; absent where a change leaves no date behind
/// @param contentType with the charset
public record PublishedDocument(
    byte[] bytes,
    byte[] gzipped,
    String etag,
    String gzippedEtag,
    Optional<Instant> lastModified,
    String contentType) {

  /// A document without a Last-Modified date.
  public static PublishedDocument of(byte[] bytes, String contentType) {
    return of(bytes, contentType, Optional.empty());
  }

  static PublishedDocument of(byte[] bytes, String contentType, Optional<Instant> lastModified) {
    var hash = hash(bytes);
    return new PublishedDocument(
        bytes,
        gzip(bytes),
        "\"" + hash + "\"",
        "\"" + hash + "-gzip\"",
        lastModified.map(date -> date.truncatedTo(ChronoUnit.SECONDS)),
        contentType);
  }

  /// This document as the follower of another: its date is later wherever its bytes are other ones.
  /// An entry that left, or two changes in one second, would not show in it otherwise.
  PublishedDocument after(PublishedDocument before) {
    if (etag.equals(before.etag) || lastModified.isEmpty() || before.lastModified.isEmpty())
      return this;
    var earliest = before.lastModified.get().plusSeconds(1);
    if (!lastModified.get().isBefore(earliest)) return this;
    return new PublishedDocument(
        bytes, gzipped, etag, gzippedEtag, Optional.of(earliest), contentType);
  }

  /// The size in memory.
  long size() {
    return (long) bytes.length + gzipped.length;
  }

  private static String hash(byte[] bytes) {
    return HexFormat.of().formatHex(Sha256.of(bytes), 0, 16);
  }

  private static byte[] gzip(byte[] bytes) {
    var gzipped = new ByteArrayOutputStream(bytes.length / 3 + 64);
    try (var gzip = new GZIPOutputStream(gzipped)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return gzipped.toByteArray();
  }
}
