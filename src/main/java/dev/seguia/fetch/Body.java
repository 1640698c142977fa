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
  byte[] read(InputStream content, long length, ContentCodings codings) throws IOException {
    if (length > limit) throw tooLarge("is " + FetchLimits.size(length));
    var wire = readAll(content, length, limit, () -> tooLarge("is larger"));
    return wire.length == 0 ? NONE : codings.decode(wire, limit, () -> tooLarge("unpacks to more"));
  }

  private UnusableAnswer tooLarge(String fact) {
    return new UnusableAnswer(
        "the body %s; the limit is %s (fetch.max-body)".formatted(fact, FetchLimits.size(limit)));
  }

  /// @param expected how many bytes there will be, if that is known or can be guessed
  static byte[] readAll(InputStream in, long expected, int limit, Overflow overflow)
      throws IOException {
    var buffer = new byte[Math.clamp(expected, 1, Math.min(limit, LARGEST_FIRST_BUFFER))];
    var length = 0;
    while (true) {
      var count = in.read(buffer, length, buffer.length - length);
      if (count < 0) return Arrays.copyOf(buffer, length);
      length += count;
      if (length < buffer.length) continue;
      var next = in.read();
      if (next < 0) return buffer;
      if (length == limit) throw overflow.complaint();
      buffer = Arrays.copyOf(buffer, grown(length, limit));
      buffer[length++] = (byte) next;
    }
  }

  private static int grown(int length, int limit) {
    return (int) Math.min(limit, Math.max(SMALLEST_BUFFER, length * 2L));
  }

  /// What to say of a body that is too large.
  interface Overflow {
    UnusableAnswer complaint();
  }
}
