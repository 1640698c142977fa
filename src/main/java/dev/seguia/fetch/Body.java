package dev.seguia.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Reads the body of an answer whole, or not at all.
final class Body {
  private static final byte[] NONE = {};
  private static final int SMALLEST_BUFFER = 8 << 10;
  // A length is a promise, and only so much memory is spent on a promise.
  private static final int LARGEST_FIRST_BUFFER = 1 << 20;

  private final int limit;

  Body(FetchLimits limits) {
    limit = (int) limits.maxBody();
  }

  /// @param length as the answer states it, or a negative number
  byte[] read(InputStream content, long length, ContentCodings codings, BodyMemory.Share share)
      throws IOException {
    if (length > limit) throw tooLarge("is " + FetchLimits.size(length));
    var wire = readAll(content, length, limit, () -> tooLarge("is larger"), share);
    var body =
        wire.length == 0
            ? NONE
            : codings.decode(wire, limit, () -> tooLarge("unpacks to more"), share);
    share.complete();
    return body;
  }

  private UnusableAnswer tooLarge(String fact) {
    return new UnusableAnswer(
        "the body %s; the limit is %s (fetch.max-body)".formatted(fact, FetchLimits.size(limit)));
  }

  /// @param expected how many bytes there will be, if that is known or can be guessed
  static byte[] readAll(
      InputStream in, long expected, int limit, Overflow overflow, BodyMemory.Share share)
      throws IOException {
    var held = 0;
    var buffer = new byte[0];
    var length = 0;
    // Into an array: the brotli reader loses the end of a body that is also asked for single bytes.
    var next = new byte[1];
    while (in.read(next) > 0) {
      if (length == limit) throw overflow.complaint();
      if (length == buffer.length) {
        var size = length == 0 ? first(expected, limit) : grown(length, limit);
        held = held(size, held, expected, limit, share);
        buffer = Arrays.copyOf(buffer, size);
      }
      buffer[length++] = next[0];
      length += in.readNBytes(buffer, length, buffer.length - length);
    }
    share.give(held - length);
    return length == buffer.length ? buffer : Arrays.copyOf(buffer, length);
  }

  /// Where it is known how large the body will be, room for all of a large one is taken at once.
  /// Otherwise it grows, and if there is no room the whole limit is reserved for the next try.
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

  /// What to say of a body that is too large.
  interface Overflow {
    UnusableAnswer complaint();
  }
}
