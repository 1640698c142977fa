package dev.seguia.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipInputStream;
import org.brotli.dec.BrotliInputStream;

/// The compression formats of documents. Most can be recognised by their first bytes; brotli and
/// raw deflate cannot.
enum Packing {
  GZIP("gzip", "\u001f\u008b"),
  ZIP("zip", "PK\u0003\u0004"),
  ZLIB("deflate", ""),
  BROTLI("br", ""),
  DEFLATE("deflate", ""),
  ZSTD("zstd", "(\u00b5/\u00fd"),
  BZIP2("bzip2", "BZh"),
  XZ("xz", "\u00fd7zXZ\u0000"),
  COMPRESS("compress", "\u001f\u009d");

  private static final int BUFFER = 16 << 10;

  private final String word;

  /// The first bytes, each as one character; empty where they do not tell.
  private final String signature;

  Packing(String word, String signature) {
    this.word = word;
    this.signature = signature;
  }

  /// The name of the content coding.
  String word() {
    return word;
  }

  /// The format by the first bytes.
  static Optional<Packing> of(byte[] bytes) {
    if (hasZlibHeader(bytes)) return Optional.of(ZLIB);
    return Stream.of(values()).filter(packing -> packing.isSignatureOf(bytes)).findFirst();
  }

  /// The format by the name of a content coding (RFC 9110 section 8.4.1); empty for unknown names.
  static Optional<Packing> named(String coding) {
    return switch (coding.toLowerCase(Locale.ROOT)) {
      case "gzip", "x-gzip" -> Optional.of(GZIP);
      case "br" -> Optional.of(BROTLI);
      case "deflate" -> Optional.of(DEFLATE);
      case "zstd" -> Optional.of(ZSTD);
      case "compress", "x-compress" -> Optional.of(COMPRESS);
      default -> Optional.empty();
    };
  }

  private boolean isSignatureOf(byte[] bytes) {
    if (signature.isEmpty() || bytes.length <= signature.length()) return false;
    for (var at = 0; at < signature.length(); at++)
      if ((bytes[at] & 0xff) != signature.charAt(at)) return false;
    return true;
  }

  /// The header of RFC 1950 holds a check sum of itself.
  private static boolean hasZlibHeader(byte[] bytes) {
    if (bytes.length < 6) return false;
    var method = bytes[0] & 0xff;
    return (method & 0x0f) == 8
        && (method >> 4) <= 7
        && ((method << 8) | (bytes[1] & 0xff)) % 31 == 0
        && !ByteShape.isText(bytes);
  }

  /// Whether the first bytes show the format.
  boolean hasSignature() {
    return this != BROTLI && this != DEFLATE;
  }

  /// Whether we can decompress it.
  boolean isReadable() {
    return switch (this) {
      case GZIP, ZIP, ZLIB, BROTLI, DEFLATE -> true;
      case ZSTD, BZIP2, XZ, COMPRESS -> false;
    };
  }

  InputStream open(byte[] packed) throws IOException {
    var in = new ByteArrayInputStream(packed);
    return switch (this) {
      case GZIP -> new GZIPInputStream(in, BUFFER);
      case ZLIB -> new InflaterInputStream(in);
      case DEFLATE -> new BareInflaterStream(in);
      case BROTLI -> new BrotliInputStream(in);
      case ZIP -> firstFile(new ZipInputStream(in));
      case ZSTD, BZIP2, XZ, COMPRESS -> throw new IOException("cannot be unpacked: " + word);
    };
  }

  private static InputStream firstFile(ZipInputStream archive) throws IOException {
    for (var file = archive.getNextEntry(); file != null; file = archive.getNextEntry())
      if (!file.isDirectory()) return archive;
    throw new IOException("the archive is empty");
  }

  /// An estimate of the decompressed size: gzip states it at its end (RFC 1952), truthfully or not.
  long guessedLength(byte[] packed) {
    var end = packed.length;
    if (this != GZIP || end < 18) return end * 4L;
    return (packed[end - 4] & 0xffL)
        | (packed[end - 3] & 0xffL) << 8
        | (packed[end - 2] & 0xffL) << 16
        | (packed[end - 1] & 0xffL) << 24;
  }

  /// Raw deflate, without the header of zlib, as some servers send it.
  private static final class BareInflaterStream extends InflaterInputStream {
    BareInflaterStream(InputStream in) {
      super(in, new Inflater(true), BUFFER);
    }

    @Override
    public void close() throws IOException {
      super.close();
      inf.end();
    }
  }
}
