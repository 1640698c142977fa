package dev.seguia.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.brotli.dec.BrotliInputStream;

/// The content codings of an answer, in the order in which they were applied (RFC 9110 section
/// 8.4).
record ContentCodings(List<Coding> codings) {
  /// What we ask for, and all that we can undo.
  static final String ACCEPTED = "gzip, br";

  private static final int MOST = 3;
  // Text packs a few dozen times smaller at best; a bomb a thousand times. The cap on size stops a
  // bomb as well, so this one speaks only where that has been set high.
  private static final int MOST_UNPACKED_TIMES = 200;
  private static final int UNSUSPICIOUS = 10 << 20;

  enum Coding {
    GZIP,
    BROTLI
  }

  static ContentCodings parse(Iterable<String> headers) throws UnusableAnswer {
    var codings = new ArrayList<Coding>();
    for (var header : headers)
      for (var name : header.toLowerCase(Locale.ROOT).split(",", -1))
        switch (name.strip()) {
          case "", "identity" -> {}
          case "gzip", "x-gzip" -> codings.add(Coding.GZIP);
          case "br" -> codings.add(Coding.BROTLI);
          case String other ->
              throw new UnusableAnswer(
                  "the body is coded as '" + other + "'; we asked for " + ACCEPTED + " or none");
        }
    if (codings.size() > MOST) throw new UnusableAnswer("the body is packed too many times over");
    return new ContentCodings(codings);
  }

  /// Undoes all codings, the last one first.
  byte[] decode(byte[] wire, int limit, Body.Overflow overflow, BodyMemory.Share share)
      throws IOException {
    var body = wire;
    for (var coding : codings.reversed()) {
      var packed = body;
      body = decode(coding, packed, limit, overflow, share);
      share.give(packed.length);
    }
    return body;
  }

  private static byte[] decode(
      Coding coding, byte[] packed, int limit, Body.Overflow overflow, BodyMemory.Share share)
      throws IOException {
    var most = Math.max(UNSUSPICIOUS, (long) packed.length * MOST_UNPACKED_TIMES);
    try (var in = open(coding, packed)) {
      return most < limit
          ? Body.readAll(in, guess(coding, packed), (int) most, ContentCodings::bomb, share)
          : Body.readAll(in, guess(coding, packed), limit, overflow, share);
    } catch (UnusableAnswer | InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      throw new UnusableAnswer("the packed body is cut short or damaged", e);
    }
  }

  private static UnusableAnswer bomb() {
    return new UnusableAnswer(
        "the body unpacks to more than " + MOST_UNPACKED_TIMES + " times its size");
  }

  private static InputStream open(Coding coding, byte[] packed) throws IOException {
    var in = new ByteArrayInputStream(packed);
    return switch (coding) {
      case GZIP -> new GZIPInputStream(in, 16 << 10);
      case BROTLI -> new BrotliInputStream(in);
    };
  }

  /// The length of what is packed: gzip states it at its end (RFC 1952), if it is not lying.
  private static long guess(Coding coding, byte[] packed) {
    var end = packed.length;
    if (coding == Coding.BROTLI || end < 18) return end * 4L;
    return (packed[end - 4] & 0xffL)
        | (packed[end - 3] & 0xffL) << 8
        | (packed[end - 2] & 0xffL) << 16
        | (packed[end - 1] & 0xffL) << 24;
  }
}
