package dev.seguia.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;

/// Reads the body of a response: completely, or not at all.
final class ResponseBody {
  private static final int SMALLEST_BUFFER = 8 << 10;
  // A length is a promise, and only so much memory is spent on a promise.
  private static final int LARGEST_FIRST_BUFFER = 1 << 20;

  private final int limit;

  /// @param limit in bytes, of a body as sent and of a body as decoded
  ResponseBody(long limit) {
    this.limit = Math.toIntExact(limit);
  }

  /// Bytes up to their end, or up to where the connection broke.
  ///
  /// @param broken why they break off
  record Part(byte[] bytes, Optional<IOException> broken) {}

  /// Reads a body. A truncated one is accepted only if it has the end of its document.
  ///
  /// @param length as the response states it, or a negative number
  Content read(InputStream content, long length, ContentCodings codings, BodyMemory.Share share)
      throws IOException {
    if (length > limit) throw tooLarge("is " + size(length));
    var wire = readAll(content, length, limit, () -> tooLarge("is larger"), share);
    if (wire.bytes().length == 0 && wire.broken().isPresent()) throw wire.broken().get();
    var unpacked =
        wire.bytes().length == 0
            ? Content.none()
            : codings.undo(wire.bytes(), limit, () -> tooLarge("decompresses to more"), share);
    share.complete();
    return wire.broken().isPresent() ? broken(unpacked, wire.broken().get()) : closed(unpacked);
  }

  private static Content broken(Content content, IOException cause) throws IOException {
    if (!DocumentEnd.isReached(content.bytes())) throw cause;
    return unclean(content, "the server ended the connection before the end of its response");
  }

  private static Content closed(Content content) {
    return content.isClean() ? content : unclean(content, "the compressed body is truncated");
  }

  private static Content unclean(Content content, String fact) {
    var remarks = new ArrayList<>(content.remarks());
    remarks.addFirst(fact + ", but the document in it is complete");
    return new Content(content.bytes(), false, remarks);
  }

  private UnusableResponseException tooLarge(String fact) {
    return new UnusableResponseException(
        "the body %s; the limit is %s (fetch.max-body)".formatted(fact, size(limit)));
  }

  /// A number of bytes as a person writes it, as in `10MB`.
  static String size(long bytes) {
    if (bytes % (1 << 20) == 0) return (bytes >> 20) + "MB";
    if (bytes % (1 << 10) == 0) return (bytes >> 10) + "KB";
    return bytes + " bytes";
  }

  /// @param expected how many bytes there will be, if that is known or can be guessed
  static Part readAll(
      InputStream in, long expected, int limit, Overflow overflow, BodyMemory.Share share)
      throws IOException {
    var source = new Breaking(in);
    var held = 0;
    var isRead = false;
    try {
      var buffer = new byte[0];
      var length = 0;
      // Into an array: the brotli reader loses the end of a body that is also asked for single
      // bytes.
      var next = new byte[1];
      while (source.read(next, 0, 1) > 0) {
        if (length == limit) throw overflow.complaint();
        if (length == buffer.length) {
          var size = length == 0 ? first(expected, limit) : grown(length, limit);
          held = held(size, held, expected, limit, share);
          buffer = Arrays.copyOf(buffer, size);
        }
        buffer[length++] = next[0];
        length += source.fill(buffer, length);
      }
      share.give(held - length);
      isRead = true;
      var bytes = length == buffer.length ? buffer : Arrays.copyOf(buffer, length);
      return new Part(bytes, source.broken);
    } finally {
      if (!isRead) share.give(held);
    }
  }

  /// A stream that ends where another one fails.
  private static final class Breaking {
    private final InputStream in;
    private Optional<IOException> broken = Optional.empty();

    Breaking(InputStream in) {
      this.in = in;
    }

    int read(byte[] buffer, int from, int count) throws InterruptedIOException {
      if (broken.isPresent()) return -1;
      try {
        return in.read(buffer, from, count);
      } catch (InterruptedIOException e) {
        throw e;
      } catch (IOException e) {
        broken = Optional.of(e);
        return -1;
      }
    }

    /// @return how many bytes were read until the buffer was full or the stream ended
    int fill(byte[] buffer, int from) throws InterruptedIOException {
      var length = from;
      while (length < buffer.length) {
        var count = read(buffer, length, buffer.length - length);
        if (count < 0) break;
        length += count;
      }
      return length - from;
    }
  }

  /// Reserves memory for a body. If its size is known, room for a large one is reserved at once.
  /// Otherwise the reservation grows, and if there is no room the whole limit is reserved for the
  /// retry.
  ///
  /// @return how much is held now
  private static int held(int size, int held, long expected, int limit, BodyMemory.Share share)
      throws IOException {
    if (size <= held) return held;
    var known = (int) Math.clamp(expected, 0L, limit);
    var isKnown = known >= size;
    var wanted = isKnown && size > BodyMemory.SMALL ? known : size;
    share.take(wanted - held, (isKnown ? known : limit) - held);
    return wanted;
  }

  private static int first(long expected, int limit) {
    return Math.clamp(
        expected, Math.min(limit, SMALLEST_BUFFER), Math.min(limit, LARGEST_FIRST_BUFFER));
  }

  private static int grown(int length, int limit) {
    return (int) Math.min(limit, Math.max(SMALLEST_BUFFER, length * 2L));
  }

  /// The error text for a body that is too large.
  interface Overflow {
    UnusableResponseException complaint();
  }
}
