package dev.seguia.sitemap;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/// Decompresses a document, up to a size limit.
final class Unpacking extends FilterInputStream {
  /// Limit: size of a sitemap when unpacked; a larger one is a failure (sitemaps.org allows as
  /// much).
  ///
  /// The most that the protocol allows.
  static final int MOST_BYTES = 50 << 20;

  private static final int BUFFER = 16 << 10;

  private int left = MOST_BYTES;

  private Unpacking(InputStream in) {
    super(in);
  }

  static InputStream open(byte[] body) throws IOException {
    var bytes = new ByteArrayInputStream(body);
    return new Unpacking(isPacked(body) ? new GZIPInputStream(bytes, BUFFER) : bytes);
  }

  private static boolean isPacked(byte[] body) {
    return body.length > 2 && body[0] == 0x1f && body[1] == (byte) 0x8b;
  }

  @Override
  public int read() throws IOException {
    var next = new byte[1];
    return read(next, 0, 1) < 0 ? -1 : next[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    var count = super.read(buffer, offset, Math.min(length, Math.max(left, 1)));
    left -= Math.max(count, 0);
    if (left < 0)
      throw new IOException("it is larger than " + (MOST_BYTES >> 20) + "MB, as no sitemap may be");
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
